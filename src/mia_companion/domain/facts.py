"""Every kind of fact, as one discriminated union. A new kind is added here, in its noun's file, in the
fold's table and in `rights.py`; the tests fail until all four know it."""

from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError

from mia_companion.domain import appointments as a
from mia_companion.domain import consents as c
from mia_companion.domain import directory as d
from mia_companion.domain import goals as g
from mia_companion.domain import messages as m
from mia_companion.domain import people as p
from mia_companion.domain import steps as s
from mia_companion.domain.words import Undone

Fact = (
    g.GoalSet
    | g.GoalReworded
    | s.StepPlanned
    | s.StepRecorded
    | s.StepReworded
    | s.StepDone
    | s.StepPartlyDone
    | s.StepTried
    | s.StepSetAside
    | a.AppointmentBooked
    | a.AppointmentMoved
    | a.AppointmentCancelled
    | a.AppointmentConfirmed
    | m.MessageWritten
    | m.ThreadReadUpTo
    | c.ConsentGiven
    | c.ConsentWithdrawn
    | p.ParticipantNamed
    | p.LanguageChosen
    | p.NoteWritten
    | d.SiteNamed
    | d.CoordinatorListed
    | d.ContactListed
    | d.HelpNumberListed
    | Undone
)

FACTS: TypeAdapter[Fact] = TypeAdapter(Annotated[Fact, Field(discriminator="kind")])

KINDS: frozenset[str] = frozenset(fact.model_fields["kind"].default for fact in Fact.__args__)


def read_fact(body: str) -> Fact | None:
    """The fact that a body says, or None for what this version does not know or cannot read."""
    try:
        return FACTS.validate_json(body)
    except ValidationError:
        return None


def write_fact(fact: Fact) -> str:
    """A fact as the compact JSON that its entry carries."""
    return fact.model_dump_json(exclude_defaults=False, exclude_none=True)
