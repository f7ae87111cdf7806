"""Journals have one audience each; this table says who may write which kind in which. Default no.

shared      participant and assigned coordinators
own         one account's devices only (a participant's, or a coordinator's private view of one)
team        assigned coordinators
directory   coordinators write, everyone at the site reads
"""

from mia_companion.domain.consents import IN_APP, TAKEN_DOWN, ConsentGiven
from mia_companion.domain.entries import Frozen
from mia_companion.domain.facts import KINDS, Fact

SHARED, OWN, TEAM, DIRECTORY = "shared", "own", "team", "directory"
PARTICIPANT, COORDINATOR, SERVER = "participant", "coordinator", "server"
ADMINISTRATOR, FUNDER = "administrator", "funder"
"""Both belong to an association and read no journal at all."""

_PATH = {
    "GoalSet", "GoalReworded", "GoalReached", "GoalRested", "GoalTakenUp",
    "MilestoneSet", "MilestoneReworded", "MilestoneReached",
    "StepPlanned", "StepRecorded", "StepReworded", "StepRescheduled", "StepRemembered",
    "StepDone", "StepPartlyDone", "StepTried", "StepSetAside",
    "CheckedIn", "CheckInWorded", "AreasRated", "Undone",
}  # fmt: skip
_APPOINTMENTS = {
    "AppointmentBooked", "AppointmentMoved", "AppointmentCancelled", "AppointmentDetailed",
    "InterpreterNoted", "MinutesWritten",
}  # fmt: skip
_ANSWERS = {"AppointmentConfirmed", "MoveAsked", "PreparationWritten"}
_NETWORK = {"ContactAdded", "ContactRemoved"}
_BAD_DAYS = {"BadDayPlanWritten", "BadDayCallAdded"}
_REMINDERS = {"ReminderSet", "ReminderSeen", "ChannelsChosen"}
_BOTH = {
    "MessageWritten", "ThreadReadUpTo", "ParticipantNamed", "LanguageChosen", "AreasRated", "Undone",
    *_APPOINTMENTS, *_NETWORK,
}  # fmt: skip
_SUPPORT = {
    "EnrolmentBegun", "EnrolmentFinished", "FollowedUp", "InterventionBegun", "InterventionEnded",
    "IdentityProtected",
}  # fmt: skip
_LISTED = {
    "SiteNamed", "CoordinatorListed", "ContactListed", "HelpNumberListed",
    "HoursListed", "ClosedListed", "CoverListed", "MessageTemplateListed", "MeetingTemplateListed",
}  # fmt: skip

_MAY: dict[tuple[str, str], frozenset[str]] = {
    (PARTICIPANT, SHARED): frozenset(
        _PATH
        | _ANSWERS
        | _BOTH
        | _BAD_DAYS
        | {"SuggestionDeclined", "ConsentGiven", "ConsentWithdrawn", "ConsentConfirmed"}
        | {"CorrectionAsked", "ErasureAsked"}
    ),
    (COORDINATOR, SHARED): frozenset(
        _BOTH
        | _SUPPORT
        | {"StepSuggested", "PassedOn", "PersonOpened", "ConsentGiven", "ConsentWithdrawn"}
        | {"CorrectionAnswered", "ErasureAnswered", "ChannelsChosen"}
    ),
    (PARTICIPANT, OWN): frozenset(
        _PATH | _APPOINTMENTS | _ANSWERS | _NETWORK | _BAD_DAYS | _REMINDERS
    ),
    (SERVER, SHARED): frozenset({"HandedOver", "ReminderNotReached", "AddressProved"}),
    (SERVER, OWN): frozenset({"ReminderNotReached", "AddressProved"}),
    (COORDINATOR, OWN): frozenset({"NoteWritten", "BeliefNoted", "Undone"}),
    (COORDINATOR, TEAM): frozenset({"NoteWritten", "ThreadSettled"}),
    # Who covers is given access by it: the server says it, and only of whoever is away and asked it to.
    (COORDINATOR, DIRECTORY): frozenset(_LISTED - {"CoverListed"}),
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


_HOW_A_YES_IS_SAID = {PARTICIPANT: frozenset({IN_APP}), COORDINATOR: frozenset(TAKEN_DOWN)}
"""A participant says yes for themselves; a coordinator only writes down how somebody else did. Default no."""


def may_say(role: str, journal_role: str, fact: Fact) -> bool:
    """Whether an account of that role may write exactly that in a journal of that role."""
    if not may_write(role, journal_role, fact.kind):
        return False
    if isinstance(fact, ConsentGiven):
        return fact.collected in _HOW_A_YES_IS_SAID.get(role, frozenset())
    return True


def knows(kind: str) -> bool:
    """Whether this version knows the kind; a server holds back what it does not."""
    return kind in KINDS
