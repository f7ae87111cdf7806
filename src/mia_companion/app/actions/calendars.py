"""Other calendars: bringing in what a file from elsewhere tells, and one's own feed for them."""

from collections.abc import Iterable

from mia_companion.app.actions.appointments import journal_of
from mia_companion.app.actions.outcome import Outcome, Recorder
from mia_companion.domain import rights
from mia_companion.domain.appointment import Appointment
from mia_companion.domain.appointments import (
    IN_PERSON,
    VIDEO,
    AppointmentBooked,
    AppointmentCancelled,
    AppointmentMoved,
)
from mia_companion.domain.areas import OTHER
from mia_companion.domain.summoned import MOVED, NEW, OFF, Summoned
from mia_companion.domain.summons import Summons
from mia_companion.domain.words import MAX_SHORT
from mia_companion.sync.errors import SyncError
from mia_companion.wire.calendar import Feed


class CalendarActions(Recorder):
    """`participant` is whose plan it is; left out, one's own."""

    def bring_in(
        self,
        chosen: Iterable[Summoned],
        untitled: str,
        *,
        party: str = OTHER,
        private: bool = False,
        participant: str | None = None,
    ) -> list[Outcome]:
        """Each that counts, one by one; the rest is passed over. `untitled` names what has no name."""
        ways = {
            NEW: lambda one: self._book(one.summons, untitled, party, private, participant),
            MOVED: lambda one: self._move(one.summons, one.appointment, participant),
            OFF: lambda one: self._cancel(one.appointment, participant),
        }
        return [ways[one.meaning](one) for one in chosen if one.counts]

    async def feed(self) -> Feed | str:
        """One's own feed, or a problem's name: `not-found` when none is open."""
        try:
            return await self._companion.client.feed()
        except SyncError as wrong:
            return wrong.name

    async def wish_feed(self, *, whole: bool, language: str) -> Feed | str:
        """Open a feed, or change what the open one shows; or a problem's name."""
        try:
            return await self._companion.client.wish_feed(whole=whole, language=language)
        except SyncError as wrong:
            return wrong.name

    async def end_feed(self) -> str:
        """Nobody reads it any more. Returns a problem's name, or an empty string."""
        try:
            await self._companion.client.end_feed()
        except SyncError as wrong:
            return wrong.name
        return ""

    def _book(
        self, said: Summons, untitled: str, party: str, private: bool, participant: str | None
    ) -> Outcome:
        role = rights.OWN if private else rights.SHARED
        new = self._companion.ids.new()
        fact = AppointmentBooked(
            appointment_id=new,
            party=party,
            title=said.title[:MAX_SHORT] or untitled,
            starts_at=said.starts_at,
            ends_at=said.ends_at,
            zone=said.zone,
            way=VIDEO if said.link and not said.place else IN_PERSON,
            place=said.place,
            contact=said.contact,
            directions=said.said,
            link=said.link,
            outside=said.key,
            outside_version=said.version,
        )
        return self._record(self._companion.view.journal(role, participant), new, lambda: fact)

    def _move(self, said: Summons, held: Appointment | None, participant: str | None) -> Outcome:
        if held is None:
            return Outcome()
        fact = AppointmentMoved(
            appointment_id=held.id,
            revision=held.now.id,
            starts_at=said.starts_at,
            ends_at=said.ends_at,
            place=said.place or None,
            outside_version=said.version,
        )
        return self._record(self._journal(held, participant), held.id, lambda: fact)

    def _cancel(self, held: Appointment | None, participant: str | None) -> Outcome:
        if held is None:
            return Outcome()
        fact = AppointmentCancelled(appointment_id=held.id, revision=held.now.id)
        return self._record(self._journal(held, participant), held.id, lambda: fact)

    def _journal(self, held: Appointment, participant: str | None) -> str | None:
        return journal_of(self._companion.view, held.id, participant)
