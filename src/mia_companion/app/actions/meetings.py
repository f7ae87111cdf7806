"""Meetings with several: one entry in each person's journal, and nothing in any of them of the others."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from mia_companion.app.actions.appointments import AppointmentActions, journal_of
from mia_companion.app.actions.arrangements import ArrangementActions
from mia_companion.app.actions.outcome import Outcome
from mia_companion.app.companion import Companion
from mia_companion.domain import rights
from mia_companion.domain.appointment import Appointment
from mia_companion.domain.arrangements import AppointmentDetailed
from mia_companion.domain.calendar import Booked
from mia_companion.domain.facts import read_fact
from mia_companion.domain.layers import live
from mia_companion.store.outbox import Waiting
from mia_companion.wire import problems

Each = Mapping[str, Outcome]
"""What became of a tap, by participant. What failed for one was done for the others."""


class MeetingActions(AppointmentActions):
    """Every verb answers for each person by themselves."""

    def __init__(self, companion: Companion) -> None:
        super().__init__(companion)
        self._arrangements = ArrangementActions(companion)

    def book_for(
        self,
        people: Iterable[str],
        title: str,
        party: str,
        starts_at: datetime,
        ends_at: datetime | None = None,
        *,
        booking_id: str,
        attended_by: Iterable[str] = (),
        **details: Any,
    ) -> Each:
        """Book each of them. `booking_id` is the form's: whoever is booked under it is not booked again.

        `details` are those of `AppointmentActions.book`. One person's booking has an id like any other's,
        so that nobody can tell by it whether there are others.
        """
        who = tuple(attended_by)

        def book(person: str) -> Outcome:
            if (made := self._made(person, booking_id)) is not None:
                return Outcome(item=made.id)
            return self.book(
                title,
                party,
                starts_at,
                ends_at,
                participant=person,
                booking_id=booking_id,
                attended_by=who,
                **details,
            )

        return {person: book(person) for person in dict.fromkeys(people)}

    def move_for(
        self,
        booked: Sequence[Booked],
        starts_at: datetime,
        ends_at: datetime | None = None,
        *,
        place: str | None = None,
    ) -> Each:
        """Move each from the revision that is given."""
        return {
            each.participant: self.move(
                each.one, starts_at, ends_at, place=place, participant=each.participant
            )
            for each in booked
        }

    def cancel_for(self, booked: Sequence[Booked]) -> Each:
        """Cancel for each; it always counts."""
        return {
            each.participant: self.cancel(each.one, participant=each.participant) for each in booked
        }

    def detail_for(self, booked: Sequence[Booked], said: Mapping[str, str]) -> Each:
        """Say details anew for each; what stands so already is left out."""
        return {
            each.participant: self._arrangements.detail(
                each.one, said, participant=each.participant
            )
            for each in booked
        }

    def attend(self, booked: Sequence[Booked], who: Iterable[str]) -> Each:
        """Say anew which coordinators will be there, for each; what stands so already is left out."""
        attending = tuple(who)

        def said(each: Booked) -> Outcome:
            if each.one.attending == attending:
                return Outcome(item=each.one.id)
            fact = AppointmentDetailed(appointment_id=each.one.id, attended_by=attending)
            journal = journal_of(self._companion.view, each.one.id, each.participant)
            return self._record(journal, each.one.id, lambda: fact)

        return {each.participant: said(each) for each in booked}

    def say_again(self, refused: Waiting) -> Outcome:
        """Write anew what the server would not take, in the same journal, and take the refused one away."""
        fact, journal = read_fact(refused.entry.body), refused.entry.journal
        if fact is None or journal not in self._companion.view.journals:
            return Outcome(problem=problems.ACCESS_ENDED)
        done = self._record(journal, "", lambda: fact)
        if done:
            self._companion.store.outbox.discard(refused.entry.id)
            self._companion.outbox_changed()
        return done

    def _made(self, person: str, booking_id: str) -> Appointment | None:
        kept = live(self._companion.view.picture(rights.SHARED, person).appointments)
        found = (one for one in kept.values() if one.booking == booking_id and not one.gone)
        return next(found, None)
