"""Appointments with care, agencies and the coordinator.

A booking or a move is a *revision*, named by the id of the entry that made it. Whatever answers it
names the revision it answers:

    AppointmentBooked ─▶ revision A ──Moved(revision=A)──▶ revision B ──Cancelled──▶ cancelled
                             │                                 │
                 Confirmed(A) counts here          Confirmed(A) counts for nothing
                                                   Moved(revision=A) becomes a proposal

Times are aware UTC; `zone` is the IANA name in which people read them.
"""

from collections.abc import MutableMapping
from typing import Literal

from pydantic import AwareDatetime

from mia_companion.domain.entries import By, Frozen
from mia_companion.domain.words import Id, Note, Short

IN_PERSON, PHONE, VIDEO = "in_person", "phone", "video"


class AppointmentBooked(Frozen):
    """An appointment was written down, by a coordinator or by the participant."""

    kind: Literal["AppointmentBooked"] = "AppointmentBooked"
    appointment_id: Id
    party: Id
    title: Short
    starts_at: AwareDatetime
    ends_at: AwareDatetime | None = None
    zone: Id = "Europe/Stockholm"
    way: Id = IN_PERSON
    place: Note = ""
    contact: Note = ""
    bring: Note = ""
    booking_id: Id | None = None


class AppointmentMoved(Frozen):
    """An appointment got another time or place."""

    kind: Literal["AppointmentMoved"] = "AppointmentMoved"
    appointment_id: Id
    revision: Id
    starts_at: AwareDatetime
    ends_at: AwareDatetime | None = None
    place: Note | None = None


class AppointmentCancelled(Frozen):
    """An appointment will not take place."""

    kind: Literal["AppointmentCancelled"] = "AppointmentCancelled"
    appointment_id: Id
    revision: Id


class AppointmentConfirmed(Frozen):
    """The participant will come, to exactly the revision named."""

    kind: Literal["AppointmentConfirmed"] = "AppointmentConfirmed"
    appointment_id: Id
    revision: Id


class Revision(Frozen):
    """When and where, as one entry said it."""

    by: By
    starts_at: AwareDatetime
    ends_at: AwareDatetime | None
    place: str

    @property
    def id(self) -> str:
        """The entry that made it."""
        return self.by.entry


class Appointment(Frozen):
    """An appointment as it stands."""

    id: str
    party: str
    title: str
    zone: str
    way: str
    contact: str
    bring: str
    revisions: tuple[Revision, ...]
    proposals: tuple[Revision, ...] = ()
    confirmed_by: By | None = None
    cancelled_by: By | None = None
    gone: bool = False

    @property
    def now(self) -> Revision:
        """The revision that stands."""
        return self.revisions[-1]

    @property
    def moved(self) -> bool:
        """Whether it has had another time or place before."""
        return len(self.revisions) > 1

    def without(self, entry: str, author: str) -> "Appointment":
        """The appointment with that author's entry taken back."""
        if self.revisions[0].by.wrote(entry, author):
            return self.model_copy(update={"gone": True})
        if self.cancelled_by and self.cancelled_by.wrote(entry, author):
            return self.model_copy(update={"cancelled_by": None})
        if self.confirmed_by and self.confirmed_by.wrote(entry, author):
            return self.model_copy(update={"confirmed_by": None})
        if self.now.by.wrote(entry, author):
            return self.model_copy(update={"revisions": self.revisions[:-1], "confirmed_by": None})
        left = tuple(p for p in self.proposals if not p.by.wrote(entry, author))
        return self.model_copy(update={"proposals": left})


Appointments = MutableMapping[str, Appointment]


def fold_booked(appointments: Appointments, by: By, fact: AppointmentBooked) -> None:
    """The first revision."""
    if fact.appointment_id in appointments:
        return
    first = Revision(by=by, starts_at=fact.starts_at, ends_at=fact.ends_at, place=fact.place)
    said = fact.model_dump(include={"party", "title", "zone", "way", "contact", "bring"})
    appointments[fact.appointment_id] = Appointment(
        id=fact.appointment_id, revisions=(first,), **said
    )


def fold_moved(appointments: Appointments, by: By, fact: AppointmentMoved) -> None:
    """A move of the revision that stands moves it; a move of any other is a proposal for all to see."""
    held = appointments.get(fact.appointment_id)
    if held is None:
        return
    place = held.now.place if fact.place is None else fact.place
    revision = Revision(by=by, starts_at=fact.starts_at, ends_at=fact.ends_at, place=place)
    if fact.revision == held.now.id and held.cancelled_by is None:
        update = {"revisions": (*held.revisions, revision), "confirmed_by": None}
    else:
        update = {"proposals": (*held.proposals, revision)}
    appointments[held.id] = held.model_copy(update=update)


def fold_cancelled(appointments: Appointments, by: By, fact: AppointmentCancelled) -> None:
    """A cancellation always counts, whatever revision its author had seen."""
    held = appointments.get(fact.appointment_id)
    if held is not None and held.cancelled_by is None:
        appointments[held.id] = held.model_copy(update={"cancelled_by": by})


def fold_confirmed(appointments: Appointments, by: By, fact: AppointmentConfirmed) -> None:
    """Counts only for the revision that stands."""
    held = appointments.get(fact.appointment_id)
    if held is None or held.cancelled_by is not None:
        return
    if fact.revision == held.now.id:
        appointments[held.id] = held.model_copy(update={"confirmed_by": by})
