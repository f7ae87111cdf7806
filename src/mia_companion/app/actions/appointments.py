"""Appointments: what a participant adds, answers and asks for, and what a coordinator books."""

from collections.abc import Iterable
from datetime import datetime

from mia_companion.app.actions.outcome import (
    ENDS_EARLY,
    Outcome,
    Recorder,
    checked,
    clean,
    too_long,
)
from mia_companion.app.view import View
from mia_companion.domain import rights
from mia_companion.domain.appointment import Appointment
from mia_companion.domain.appointments import (
    IN_PERSON,
    AppointmentBooked,
    AppointmentCancelled,
    AppointmentConfirmed,
    AppointmentMoved,
    MoveAsked,
)
from mia_companion.domain.entries import By
from mia_companion.domain.words import MAX_LONG, MAX_SHORT

Answer = AppointmentMoved | AppointmentCancelled | AppointmentConfirmed | MoveAsked


def journal_of(view: View, appointment_id: str, participant: str | None = None) -> str | None:
    """The journal in which the appointment was written."""
    private = view.plan(participant).is_private(appointment_id)
    return view.journal(rights.OWN if private else rights.SHARED, participant)


class AppointmentActions(Recorder):
    """`participant` is whose plan it is; left out, one's own. Times are aware.

    What is answered is the appointment as it was on the screen: pass it on as it was drawn.
    """

    def book(
        self,
        title: str,
        party: str,
        starts_at: datetime,
        ends_at: datetime | None = None,
        *,
        zone: str = "Europe/Stockholm",
        way: str = IN_PERSON,
        place: str = "",
        contact: str = "",
        bring: str = "",
        directions: str = "",
        phone: str = "",
        link: str = "",
        first_time: str = "",
        participant: str | None = None,
        private: bool = False,
        item: str = "",
        booking_id: str | None = None,
        attended_by: Iterable[str] = (),
    ) -> Outcome:
        """Write down an appointment. `item` is the form's id: a tap that is repeated books once.

        `booking_id` is the same for all who are booked for one meeting, `attended_by` are coordinators.
        """
        title = clean(title)
        written = [
            clean(one) for one in (place, contact, bring, directions, phone, link, first_time)
        ]
        place, contact, bring, directions, phone, link, first_time = written
        if problem := checked(title, MAX_SHORT) or _amiss(starts_at, ends_at, "".join(written)):
            return Outcome(problem=problem)
        role = rights.OWN if private else rights.SHARED
        return self._record_once(
            self._companion.view.journal(role, participant),
            item,
            lambda new: AppointmentBooked(
                appointment_id=new,
                party=party,
                title=title,
                starts_at=starts_at,
                ends_at=ends_at,
                zone=zone,
                way=way,
                place=place,
                contact=contact,
                bring=bring,
                directions=directions,
                phone=phone,
                link=link,
                first_time=first_time,
                booking_id=booking_id,
                attended_by=tuple(attended_by),
            ),
        )

    def move(
        self,
        appointment: Appointment,
        starts_at: datetime,
        ends_at: datetime | None = None,
        *,
        place: str | None = None,
        participant: str | None = None,
    ) -> Outcome:
        """Move the revision that was on the screen; another one moved meanwhile makes it a proposal."""
        place = None if place is None else clean(place)
        if problem := _amiss(starts_at, ends_at, place or ""):
            return Outcome(problem=problem)
        return self._answer(
            appointment,
            participant,
            AppointmentMoved(
                appointment_id=appointment.id,
                revision=appointment.now.id,
                starts_at=starts_at,
                ends_at=ends_at,
                place=place,
            ),
        )

    def cancel(self, appointment: Appointment, *, participant: str | None = None) -> Outcome:
        """Cancel; it always counts."""
        return self._answer(appointment, participant, _cancels(appointment))

    def confirm(self, appointment: Appointment) -> Outcome:
        """Say that one will come, to exactly what was on the screen."""
        return self._answer(appointment, None, _confirms(appointment))

    def ask_move(self, appointment: Appointment, words: str = "") -> Outcome:
        """Ask for another time than the one on the screen; `words` say what would fit."""
        words = clean(words)
        if problem := too_long(words, MAX_LONG):
            return Outcome(problem=problem)
        return self._answer(appointment, None, _asks(appointment, words))

    def take_back_yes(self, appointment: Appointment) -> Outcome:
        """One has not said that one will come."""
        return self._unsay(appointment, appointment.confirmed_by, _confirms(appointment))

    def take_back_wish(self, appointment: Appointment) -> Outcome:
        """One does not ask for another time any more."""
        wish = appointment.wish
        words = wish.words if wish else ""
        return self._unsay(appointment, wish.by if wish else None, _asks(appointment, words))

    def take_back_cancelling(self, appointment: Appointment) -> Outcome:
        """It takes place after all. Only who cancelled can say so."""
        return self._unsay(appointment, appointment.cancelled_by, _cancels(appointment))

    def _unsay(self, appointment: Appointment, by: By | None, again: Answer) -> Outcome:
        if by is None:
            return Outcome(item=appointment.id)
        journal = journal_of(self._companion.view, appointment.id)
        return self._take_back(journal, appointment.id, by, again)

    def _answer(self, appointment: Appointment, participant: str | None, fact: Answer) -> Outcome:
        journal = journal_of(self._companion.view, appointment.id, participant)
        return self._record(journal, appointment.id, lambda: fact)


def _cancels(one: Appointment) -> AppointmentCancelled:
    return AppointmentCancelled(appointment_id=one.id, revision=one.now.id)


def _confirms(one: Appointment) -> AppointmentConfirmed:
    return AppointmentConfirmed(appointment_id=one.id, revision=one.now.id)


def _asks(one: Appointment, words: str) -> MoveAsked:
    return MoveAsked(appointment_id=one.id, revision=one.now.id, words=words)


def _amiss(starts_at: datetime, ends_at: datetime | None, words: str) -> str:
    """Why an appointment cannot be written down so, or an empty string. The details share one limit."""
    if ends_at is not None and ends_at <= starts_at:
        return ENDS_EARLY
    return too_long(words, MAX_LONG)
