"""How long each kind of entry about a person is kept after they have left, and why. Pure.

    the last time in the effort ends ──months by kind──▶ may go      a journal goes, key and all, when the
                                                                     last of what lies in it may go
    under way, or no end noted ──▶ stays

A kind that is not in the table (of a later version) stays, and is reported. The terms are those this program
comes with; what an authority has decided itself stands above them, see `docs/retention.md`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from mia_companion.domain.enrolments import Enrolment, in_order, months_after


@dataclass(frozen=True, slots=True)
class Term:
    """So many months after the end, and why so long."""

    name: str
    months: int
    why: str


BELIEF = Term(
    "belief", 12, "It is there to be talked about while one works together, and no longer."
)
WORKING = Term(
    "working",
    24,
    "Notes for the daily work; of use until the follow-up and if somebody begins anew.",
)
FILE = Term(
    "file", 60,
    "What was planned, agreed and done belongs to the person's file, which social services keep for"
    " five years after the last note.",
)  # fmt: skip
PROOF = Term(
    "proof", 60,
    "What somebody has agreed to, what was passed on under it, and what was decided on a request must"
    " be possible to show for as long as the file is there.",
)  # fmt: skip

_KINDS: tuple[tuple[Term, tuple[str, ...]], ...] = (
    (BELIEF, ("BeliefNoted",)),
    (
        WORKING,
        (
            "NoteWritten", "ThreadSettled", "ReminderSet", "ReminderSeen", "ChannelsChosen",
            "ReminderNotReached",
            "AddressProved",
        ),
    ),
    (
        FILE,
        (
            "GoalSet", "GoalReworded", "GoalReached", "GoalRested", "GoalTakenUp",
            "MilestoneSet", "MilestoneReworded", "MilestoneReached",
            "StepPlanned", "StepRecorded", "StepReworded", "StepRescheduled", "StepRemembered",
            "StepDone", "StepPartlyDone", "StepTried", "StepSetAside",
            "StepSuggested", "SuggestionDeclined",
            "CheckedIn", "CheckInWorded", "AreasRated", "BadDayPlanWritten", "BadDayCallAdded",
            "AppointmentBooked", "AppointmentMoved", "AppointmentCancelled", "AppointmentConfirmed",
            "AppointmentDetailed", "MoveAsked", "InterpreterNoted", "MinutesWritten",
            "PreparationWritten",
            "MessageWritten", "ThreadReadUpTo", "ContactAdded", "ContactRemoved",
            "EnrolmentBegun", "EnrolmentFinished", "FollowedUp",
            "InterventionBegun", "InterventionEnded", "HandedOver",
            "ParticipantNamed", "LanguageChosen", "IdentityProtected", "Undone",
        ),
    ),
    (
        PROOF,
        (
            "ConsentGiven", "ConsentWithdrawn", "ConsentConfirmed", "PassedOn", "PersonOpened",
            "CorrectionAsked", "CorrectionAnswered", "ErasureAsked", "ErasureAnswered",
        ),
    ),
)  # fmt: skip

TERMS: Mapping[str, Term] = {kind: term for term, kinds in _KINDS for kind in kinds}
"""By kind. What stands in a site's directory is about the site, and is not here."""

SHORTEST = min(term.months for term in TERMS.values())
LONGEST = max(term.months for term in TERMS.values())


@dataclass(frozen=True, slots=True)
class Verdict:
    """From which day on a journal may go; None where something in it has no term. `unknown` are its kinds."""

    day: date | None
    unknown: frozenset[str] = frozenset()

    def is_due(self, today: date) -> bool:
        """Whether it may go today."""
        return self.day is not None and self.day <= today


def verdict(kinds: Iterable[str], ended: date) -> Verdict:
    """Of a journal with entries of those kinds, about somebody whose last time ended on that day."""
    every = set(kinds)
    unknown = frozenset(every - TERMS.keys())
    if unknown or not every:
        return Verdict(None, unknown)
    return Verdict(months_after(ended, max(TERMS[one].months for one in every)))


def ended_on(enrolments: Mapping[str, Enrolment]) -> date | None:
    """The day from which all terms count: that of the last finish, or of its follow-up if that was later.

    None while the person takes part, or when no finish was noted.
    """
    begun = in_order(enrolments)
    days: list[date] = []
    for one in begun:
        if one.finish is None:
            return None
        days += [one.finish.day, *([one.follow_up.day] if one.follow_up else [])]
    return max(days, default=None)
