"""Journals have one audience each; this table says who may write which kind in which. Default no.

shared      participant and assigned coordinators
own         one account's devices only (a participant's, or a coordinator's private view of one)
team        assigned coordinators
directory   coordinators write, everyone at the site reads
"""

from mia_companion.domain.entries import Frozen
from mia_companion.domain.facts import KINDS

SHARED, OWN, TEAM, DIRECTORY = "shared", "own", "team", "directory"
PARTICIPANT, COORDINATOR, SERVER = "participant", "coordinator", "server"

_PATH = {
    "GoalSet", "GoalReworded", "StepPlanned", "StepRecorded", "StepReworded",
    "StepDone", "StepPartlyDone", "StepTried", "StepSetAside", "Undone",
}  # fmt: skip
_APPOINTMENTS = {
    "AppointmentBooked", "AppointmentMoved", "AppointmentCancelled", "AppointmentConfirmed",
}  # fmt: skip
_BOTH = {"MessageWritten", "ThreadReadUpTo", "ParticipantNamed", "LanguageChosen", "Undone"}
_LISTED = {"SiteNamed", "CoordinatorListed", "ContactListed", "HelpNumberListed"}

_MAY: dict[tuple[str, str], frozenset[str]] = {
    (PARTICIPANT, SHARED): frozenset(
        _PATH | _APPOINTMENTS | _BOTH | {"ConsentGiven", "ConsentWithdrawn"}
    ),
    (COORDINATOR, SHARED): frozenset(_BOTH | _APPOINTMENTS - {"AppointmentConfirmed"}),
    (PARTICIPANT, OWN): frozenset(_PATH | _APPOINTMENTS),
    (COORDINATOR, OWN): frozenset({"NoteWritten"}),
    (COORDINATOR, TEAM): frozenset({"NoteWritten"}),
    (COORDINATOR, DIRECTORY): frozenset(_LISTED),
    (SERVER, DIRECTORY): frozenset(_LISTED),
}


class JournalInfo(Frozen):
    """A journal as its readers know it. `participant` is None for a directory."""

    id: str
    role: str
    site: str
    participant: str | None = None
    owner: str | None = None


def may_write(role: str, journal_role: str, kind: str) -> bool:
    """Whether an account of that role may write that kind in a journal of that role."""
    return kind in _MAY.get((role, journal_role), frozenset())


def knows(kind: str) -> bool:
    """Whether this version knows the kind; a server holds back what it does not."""
    return kind in KINDS
