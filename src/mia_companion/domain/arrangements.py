"""What belongs to an appointment beside its time: who and where, an interpreter, and what was agreed."""

from typing import Literal

from mia_companion.domain.entries import By, Frozen
from mia_companion.domain.words import Id, Long, Note

WANTED, BOOKED, NOT_NEEDED = "wanted", "booked", "not_needed"

DETAILS = (
    "title", "party", "way", "contact", "bring", "directions", "phone", "link", "first_time",
)  # fmt: skip
"""What can be said anew of an appointment, each by itself."""


class AppointmentDetailed(Frozen):
    """Something about an appointment was said anew. What is left out stays as it was."""

    kind: Literal["AppointmentDetailed"] = "AppointmentDetailed"
    appointment_id: Id
    title: Note | None = None
    party: Id | None = None
    way: Id | None = None
    contact: Note | None = None
    bring: Note | None = None
    directions: Note | None = None
    phone: Note | None = None
    link: Note | None = None
    first_time: Note | None = None
    attended_by: tuple[Id, ...] | None = None
    """Coordinators who will be there themselves."""


class InterpreterNoted(Frozen):
    """An interpreter is wanted, booked, or not needed. `language` is the person's, a BCP 47 tag."""

    kind: Literal["InterpreterNoted"] = "InterpreterNoted"
    appointment_id: Id
    state: Id
    language: Id = "und"


class MinutesWritten(Frozen):
    """What was agreed was written down, for everyone in the journal to read."""

    kind: Literal["MinutesWritten"] = "MinutesWritten"
    minutes_id: Id
    appointment_id: Id
    words: Long


class Details(Frozen):
    """What one entry said of an appointment, by the names in `DETAILS`."""

    by: By
    said: dict[str, str]
    undone: bool = False


class Attendance(Frozen):
    """Which coordinators will be there, as one entry said it."""

    by: By
    who: tuple[str, ...]
    undone: bool = False


class Interpreter(Frozen):
    """How it stands with an interpreter, as one entry said it."""

    by: By
    state: str
    language: str
    undone: bool = False


class Minutes(Frozen):
    """What was agreed, as one person wrote it."""

    id: str
    by: By
    words: str
    undone: bool = False
