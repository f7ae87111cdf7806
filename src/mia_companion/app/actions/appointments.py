"""Appointments: what a participant adds and confirms, and what a coordinator books."""

from datetime import datetime

from mia_companion.app.actions.outcome import (
    ENDS_EARLY,
    Outcome,
    Recorder,
    checked,
    clean,
    too_long,
)
from mia_companion.domain import rights
from mia_companion.domain.appointment import Appointment
from mia_companion.domain.appointments import (
    IN_PERSON,
    AppointmentBooked,
    AppointmentCancelled,
    AppointmentConfirmed,
    AppointmentMoved,
)
from mia_companion.domain.words import MAX_LONG, MAX_SHORT


class AppointmentActions(Recorder):
    """`participant` is whose plan it is; left out, one's own. Times are aware."""

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
        participant: str | None = None,
        private: bool = False,
        item: str = "",
    ) -> Outcome:
        """Write down an appointment. `item` is the form's id: a tap that is repeated books once."""
        title, place, contact, bring = clean(title), clean(place), clean(contact), clean(bring)
        if problem := checked(title, MAX_SHORT) or _details(
            starts_at, ends_at, place + contact + bring
        ):
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
        if problem := _details(starts_at, ends_at, place or ""):
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
        return self._answer(
            appointment,
            participant,
            AppointmentCancelled(appointment_id=appointment.id, revision=appointment.now.id),
        )

    def confirm(self, appointment: Appointment) -> Outcome:
        """Say that one will come, to exactly what was on the screen."""
        return self._answer(
            appointment,
            None,
            AppointmentConfirmed(appointment_id=appointment.id, revision=appointment.now.id),
        )

    def _answer(
        self,
        appointment: Appointment,
        participant: str | None,
        fact: AppointmentMoved | AppointmentCancelled | AppointmentConfirmed,
    ) -> Outcome:
        view = self._companion.view
        private = view.plan(participant).is_private(appointment.id)
        journal = view.journal(rights.OWN if private else rights.SHARED, participant)
        return self._record(journal, appointment.id, lambda: fact)


def _details(starts_at: datetime, ends_at: datetime | None, words: str) -> str:
    """Why an appointment cannot be written down so, or an empty string. The details share one limit."""
    if ends_at is not None and ends_at <= starts_at:
        return ENDS_EARLY
    return too_long(words, MAX_LONG)
