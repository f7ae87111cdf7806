"""Appointments with care, agencies and the coordinator.

A booking or a move is a *revision*, named by the id of the entry that made it. Whatever answers it
names the revision it answers:

    AppointmentBooked ─▶ revision A ──Moved(revision=A)──▶ revision B ──Cancelled──▶ cancelled
                             │                                 │
                 Confirmed(A) counts here          Confirmed(A) counts for nothing
                 MoveAsked(A) asks here            MoveAsked(A) was answered by B
                                                   Moved(revision=A) becomes a proposal

Times are aware UTC; `zone` is the IANA name in which people read them.
"""

from collections.abc import MutableMapping
from typing import Literal

from pydantic import AwareDatetime, Field

from mia_companion.domain.appointment import Appointment, MoveWish, Revision
from mia_companion.domain.arrangements import (
    DETAILS,
    AppointmentDetailed,
    Attendance,
    Details,
    Interpreter,
    InterpreterNoted,
    Minutes,
    MinutesWritten,
)
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
    directions: Note = ""
    phone: Note = ""
    link: Note = ""
    first_time: Note = ""
    booking_id: Id | None = None
    """The same for everyone who is booked for one meeting, each in their own journal."""
    attended_by: tuple[Id, ...] = ()
    """Coordinators who will be there themselves."""
    outside: str = Field(default="", max_length=64)
    """What a file from elsewhere is known by that it came out of, so that a later file is about the same."""
    outside_version: int = 0


class AppointmentMoved(Frozen):
    """An appointment got another time or place."""

    kind: Literal["AppointmentMoved"] = "AppointmentMoved"
    appointment_id: Id
    revision: Id
    starts_at: AwareDatetime
    ends_at: AwareDatetime | None = None
    place: Note | None = None
    outside_version: int | None = None
    """Of the file from elsewhere that moved it."""


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


class MoveAsked(Frozen):
    """The participant asks for another time than that of the revision named."""

    kind: Literal["MoveAsked"] = "MoveAsked"
    appointment_id: Id
    revision: Id
    words: Note = ""


Appointments = MutableMapping[str, Appointment]


def fold_booked(appointments: Appointments, by: By, fact: AppointmentBooked) -> None:
    """The first revision."""
    if fact.appointment_id not in appointments:
        first = Revision(by=by, starts_at=fact.starts_at, ends_at=fact.ends_at, place=fact.place)
        said = Details(by=by, said=fact.model_dump(include=set(DETAILS)))
        appointments[fact.appointment_id] = Appointment(
            id=fact.appointment_id,
            zone=fact.zone,
            revisions=(first,),
            details=(said,),
            booking=fact.booking_id,
            attended_by=fact.attended_by,
            outside=fact.outside,
            outside_version=fact.outside_version,
        )


def fold_moved(appointments: Appointments, by: By, fact: AppointmentMoved) -> None:
    """A move of the revision that stands moves it; a move of any other is a proposal for all to see."""
    held = appointments.get(fact.appointment_id)
    if held is None:
        return
    place = held.now.place if fact.place is None else fact.place
    revision = Revision(by=by, starts_at=fact.starts_at, ends_at=fact.ends_at, place=place)
    update: dict[str, object] = {"proposals": (*held.proposals, revision)}
    if fact.revision == held.now.id and held.cancelled_by is None:
        update = {"revisions": (*held.revisions, revision), "confirmed_by": None}
    if fact.outside_version is not None:
        update["outside_version"] = max(held.outside_version, fact.outside_version)
    appointments[held.id] = held.changed(update)


def fold_cancelled(appointments: Appointments, by: By, fact: AppointmentCancelled) -> None:
    """A cancellation always counts, whatever revision its author had seen."""
    held = appointments.get(fact.appointment_id)
    if held is not None and held.cancelled_by is None:
        appointments[held.id] = held.changed({"cancelled_by": by})


def fold_confirmed(appointments: Appointments, by: By, fact: AppointmentConfirmed) -> None:
    """Counts only for the revision that stands. Who says yes no longer asks for another time."""
    held = appointments.get(fact.appointment_id)
    if held is None or held.cancelled_by is not None:
        return
    if fact.revision == held.now.id:
        appointments[held.id] = held.changed({"confirmed_by": by, "wish": None})


def fold_move_asked(appointments: Appointments, by: By, fact: MoveAsked) -> None:
    """Asks only while the revision stands. Who asks for another time has not said yes to this one."""
    held = appointments.get(fact.appointment_id)
    if held is None or held.cancelled_by is not None:
        return
    if fact.revision == held.now.id:
        wish = MoveWish(by=by, revision=fact.revision, words=fact.words)
        appointments[held.id] = held.changed({"wish": wish, "confirmed_by": None})


def fold_detailed(appointments: Appointments, by: By, fact: AppointmentDetailed) -> None:
    """What is said last of each detail stands; what it replaced stays. A title is never empty."""
    if held := appointments.get(fact.appointment_id):
        said = fact.model_dump(include=set(DETAILS), exclude_none=True)
        if not said.get("title", "-").strip():
            del said["title"]
        update: dict[str, object] = {}
        if said or fact.attended_by is None:
            update["details"] = (*held.details, Details(by=by, said=said))
        if fact.attended_by is not None:
            attending = Attendance(by=by, who=fact.attended_by)
            update["attendances"] = (*held.attendances, attending)
        appointments[held.id] = held.changed(update)


def fold_interpreter(appointments: Appointments, by: By, fact: InterpreterNoted) -> None:
    """What is said last stands."""
    if held := appointments.get(fact.appointment_id):
        said = Interpreter(by=by, state=fact.state, language=fact.language)
        appointments[held.id] = held.changed({"interpreters": (*held.interpreters, said)})


def fold_minutes(appointments: Appointments, by: By, fact: MinutesWritten) -> None:
    """Each stays beside the others."""
    held = appointments.get(fact.appointment_id)
    if held is not None and all(one.id != fact.minutes_id for one in held.minutes):
        said = Minutes(id=fact.minutes_id, by=by, words=fact.words)
        appointments[held.id] = held.changed({"minutes": (*held.minutes, said)})
