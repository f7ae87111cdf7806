"""A caseload that comes from a file, and one that goes out as one. Both need the network, and say so.

chosen ──begin──▶ kept here with its ids ──the server: all or none──▶ journals ──▶ written in them
                      ▲                                                              │ at once
                      └────── no answer, or the app was closed: go on ───────────────┘
"""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from pydantic import ValidationError

from mia_companion.app.actions.outcome import Recorder, why
from mia_companion.app.companion import Companion
from mia_companion.domain.caseload_rows import Row
from mia_companion.domain.enrolments import EnrolmentBegun
from mia_companion.domain.entries import Frozen
from mia_companion.domain.facts import Fact
from mia_companion.domain.people import IdentityProtected, LanguageChosen, ParticipantNamed
from mia_companion.domain.picture import EMPTY
from mia_companion.store.errors import StoreError
from mia_companion.sync.errors import Rejected, SignedOut, SyncError
from mia_companion.wire.files import Export, Import

NOBODY = "nobody-to-take-out"
"""The problem when there is nobody whose line could be taken out."""

_PLACE = "caseload-import"


class Arriving(Frozen):
    """Somebody who is brought in; the ids are theirs from the moment they were chosen."""

    participant: str
    enrolment: str
    name: str
    language: str = ""
    start: date | None = None
    protected: bool = False


class Arrivals(Frozen):
    """Everybody who comes in together."""

    people: tuple[Arriving, ...]


class FileActions(Recorder):
    """Each answers with a problem's name instead of raising."""

    def unfinished(self) -> Arrivals | None:
        """Those whom an earlier try left on their way, if there are any."""
        try:
            kept = self._companion.store.drafts.get(_PLACE)
            return Arrivals.model_validate_json(kept) if kept else None
        except (StoreError, ValidationError):
            return None

    def begin(self, rows: Sequence[Row]) -> Arrivals | str:
        """Keep whom was chosen, with their ids, before anybody is asked for them."""
        new = self._companion.ids.new
        people = tuple(
            Arriving(
                participant=new(),
                enrolment=new(),
                name=row.name,
                language=row.language,
                start=row.start,
                protected=row.protected,
            )
            for row in rows
        )
        arrivals = Arrivals(people=people)
        return self._keep(arrivals.model_dump_json()) or arrivals

    async def bring_in(self, arrivals: Arrivals) -> str:
        """Make all of them, or none. Asked again after a lost answer it goes on where it was.

        A problem's name, or an empty string; what a server refused is put away, for nothing of it is there.
        """
        companion = self._companion
        try:
            await companion.engine.sync()  # what an earlier try wrote may have come back meanwhile
            asked = Import(participants=tuple(one.participant for one in arrivals.people))
            answer = await companion.client.bring_in(asked)
            journals = {room.participant: room.shared_journal for room in answer.rooms}
            told = [
                (journals[one.participant], fact)
                for one in arrivals.people
                for fact in _still_to_say(companion, journals[one.participant], one)
            ]
            if told:
                companion.record_all(told)
        except SignedOut as wrong:
            return wrong.name
        except Rejected as wrong:
            return self._keep("") or wrong.name
        except SyncError as wrong:
            return wrong.name
        except StoreError as wrong:
            return why(wrong)
        self._keep("")
        with suppress(SyncError):  # all of it is here; the engine goes on sending
            await companion.engine.sync()
        return ""

    async def take_out(self, sort: str) -> tuple[str, ...] | str:
        """Have it written down that one's own caseload leaves as a file of that sort.

        Whose lines may then be made, as they stand on the server now; or a problem's name, and no file.
        """
        companion = self._companion
        try:
            await companion.engine.sync()
            people = self.caseload
            if not people:
                return NOBODY
            await companion.client.take_out(Export(sort=sort, participants=people))
        except SyncError as wrong:
            return wrong.name
        except StoreError as wrong:
            return why(wrong)
        return people

    @property
    def caseload(self) -> tuple[str, ...]:
        """Whom one follows oneself; not those whom one reads for a while in somebody's place."""
        view = self._companion.view
        return tuple(one for one in view.participants if view.follows(one))

    def _keep(self, arrivals: str) -> str:
        try:
            self._companion.store.drafts.set(_PLACE, arrivals)
        except StoreError as wrong:
            return why(wrong)
        return ""


def _still_to_say(companion: Companion, journal: str, one: Arriving) -> list[Fact]:
    """What the person's journal does not say yet."""
    picture = companion.view.pictures.get(journal, EMPTY)
    profile, found = picture.profile, list[Fact]()
    if one.protected and not profile.protected:  # before the name, so that none is without its mark
        found.append(IdentityProtected(protected=True))
    if not profile.name:
        found.append(ParticipantNamed(name=one.name))
    if one.language and not profile.language:
        found.append(LanguageChosen(language=one.language))
    if one.start and not picture.has(one.enrolment):
        found.append(EnrolmentBegun(enrolment_id=one.enrolment, day=one.start))
    return found
