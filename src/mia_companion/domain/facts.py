"""Every kind of fact, as one discriminated union. A new kind is added here, in its noun's file, in the
fold's table and in `rights.py`; the tests fail until all four know it."""

from collections.abc import Callable
from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError

from mia_companion.domain import appointments as a
from mia_companion.domain import arrangements as ar
from mia_companion.domain import bad_days as b
from mia_companion.domain import beliefs as be
from mia_companion.domain import channels as ch
from mia_companion.domain import checkins as ci
from mia_companion.domain import consents as c
from mia_companion.domain import corrections as co
from mia_companion.domain import directory as d
from mia_companion.domain import enrolments as e
from mia_companion.domain import erasures as er
from mia_companion.domain import goals as g
from mia_companion.domain import interventions as i
from mia_companion.domain import messages as m
from mia_companion.domain import milestones as ms
from mia_companion.domain import network as n
from mia_companion.domain import people as p
from mia_companion.domain import ratings as r
from mia_companion.domain import reminders as re
from mia_companion.domain import step_marks as sm
from mia_companion.domain import steps as s
from mia_companion.domain import suggestions as su
from mia_companion.domain.disclosures import PassedOn
from mia_companion.domain.handovers import HandedOver
from mia_companion.domain.openings import PersonOpened
from mia_companion.domain.preparations import PreparationWritten
from mia_companion.domain.settled_threads import ThreadSettled
from mia_companion.domain.words import Undone

Fact = (
    g.GoalSet
    | g.GoalReworded
    | g.GoalReached
    | g.GoalRested
    | g.GoalTakenUp
    | ms.MilestoneSet
    | ms.MilestoneReworded
    | ms.MilestoneReached
    | s.StepPlanned
    | s.StepRecorded
    | s.StepReworded
    | s.StepRescheduled
    | sm.StepDone
    | sm.StepPartlyDone
    | sm.StepTried
    | sm.StepSetAside
    | sm.StepRemembered
    | su.StepSuggested
    | su.SuggestionDeclined
    | ci.CheckedIn
    | ci.CheckInWorded
    | r.AreasRated
    | a.AppointmentBooked
    | a.AppointmentMoved
    | a.AppointmentCancelled
    | a.AppointmentConfirmed
    | a.MoveAsked
    | ar.AppointmentDetailed
    | ar.InterpreterNoted
    | ar.MinutesWritten
    | PreparationWritten
    | re.ReminderSet
    | re.ReminderSeen
    | ch.ChannelsChosen
    | ch.ReminderNotReached
    | ch.AddressProved
    | m.MessageWritten
    | m.ThreadReadUpTo
    | n.ContactAdded
    | n.ContactRemoved
    | c.ConsentGiven
    | c.ConsentWithdrawn
    | c.ConsentConfirmed
    | PassedOn
    | e.EnrolmentBegun
    | e.EnrolmentFinished
    | e.FollowedUp
    | i.InterventionBegun
    | i.InterventionEnded
    | be.BeliefNoted
    | HandedOver
    | PersonOpened
    | b.BadDayPlanWritten
    | b.BadDayCallAdded
    | p.ParticipantNamed
    | p.LanguageChosen
    | p.IdentityProtected
    | p.NoteWritten
    | ThreadSettled
    | co.CorrectionAsked
    | co.CorrectionAnswered
    | er.ErasureAsked
    | er.ErasureAnswered
    | d.SiteNamed
    | d.CoordinatorListed
    | d.ContactListed
    | d.HelpNumberListed
    | d.HoursListed
    | d.ClosedListed
    | d.CoverListed
    | d.MessageTemplateListed
    | d.MeetingTemplateListed
    | Undone
)

FACTS: TypeAdapter[Fact] = TypeAdapter(Annotated[Fact, Field(discriminator="kind")])

_read: Callable[[str], Fact] = FACTS.validator.validate_json
"""The adapter's own method, without its options."""

KINDS: frozenset[str] = frozenset(fact.model_fields["kind"].default for fact in Fact.__args__)


def read_fact(body: str) -> Fact | None:
    """The fact that a body says, or None for what this version does not know or cannot read."""
    try:
        return _read(body)
    except ValidationError:
        return None


def blobs_in(fact: Fact) -> list[str]:
    """The photos and files that the fact names."""
    return [ref.blob_id for ref in getattr(fact, "attachments", ())]


def write_fact(fact: Fact) -> str:
    """A fact as the compact JSON that its entry carries."""
    return fact.model_dump_json(exclude_defaults=False, exclude_none=True)
