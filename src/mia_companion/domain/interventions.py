"""What is done to help somebody on: rehabilitation, work training and the like, several side by side.

InterventionBegun ──▶ under way ──InterventionEnded──▶ ended
 (again: said anew)                (again: said anew)

With the days: ahead ──first day──▶ under way ──planned last day──▶ past its plan, until its end is said.
"""

from collections.abc import Mapping, MutableMapping
from datetime import date
from typing import Literal

from mia_companion.domain.entries import By, Frozen
from mia_companion.domain.words import Id, Note

REHABILITATION, WORK_TRAINING, PLACEMENT = "rehabilitation", "work_training", "placement"
STUDIES, FINANCES, CARE_CONTACTS = "studies", "finances", "care_contacts"
AHEAD, UNDER_WAY, PAST_ITS_PLAN, ENDED = "ahead", "under_way", "past_its_plan", "ended"
SORTS = (REHABILITATION, WORK_TRAINING, PLACEMENT, STUDIES, FINANCES, CARE_CONTACTS)


class InterventionBegun(Frozen):
    """An intervention begins on that day; the same id again is the same one, said anew.

    `last_day` is the day until which it is planned, if that is known.
    """

    kind: Literal["InterventionBegun"] = "InterventionBegun"
    intervention_id: Id
    sort: Id
    words: Note = ""
    party: Id | None = None
    first_day: date
    last_day: date | None = None


class InterventionEnded(Frozen):
    """It ended on that day."""

    kind: Literal["InterventionEnded"] = "InterventionEnded"
    intervention_id: Id
    last_day: date
    words: Note = ""


class Intervention(Frozen):
    """An intervention as it stands, before it what was replaced."""

    id: str
    versions: tuple[tuple[By, InterventionBegun], ...] = ()
    ends: tuple[tuple[By, InterventionEnded], ...] = ()

    @property
    def fact(self) -> InterventionBegun | None:
        """What stands; None when all of it was taken back."""
        return self.versions[-1][1] if self.versions else None

    @property
    def ended(self) -> InterventionEnded | None:
        """How it ended, if it has."""
        return self.ends[-1][1] if self.ends else None

    @property
    def last_day(self) -> date | None:
        """Its end, or else the day until which it is planned."""
        return self.ended.last_day if self.ended else self.fact.last_day if self.fact else None

    def state(self, today: date) -> str:
        """One of ahead, under way, past its plan, ended. Its last day belongs to it."""
        if self.ended is not None and self.ended.last_day < today:
            return ENDED
        if self.fact is not None and self.fact.first_day > today:
            return AHEAD
        if self.ended is None and self.last_day is not None and self.last_day < today:
            return PAST_ITS_PLAN
        return UNDER_WAY

    def without(self, entry: str, author: str) -> "Intervention":
        """The intervention with that author's entry taken back."""
        return self.model_copy(
            update={
                "versions": tuple(v for v in self.versions if not v[0].wrote(entry, author)),
                "ends": tuple(e for e in self.ends if not e[0].wrote(entry, author)),
            }
        )


Interventions = MutableMapping[str, Intervention]


def fold_begun(interventions: Interventions, by: By, fact: InterventionBegun) -> None:
    """What is said last stands."""
    held = interventions.get(fact.intervention_id, Intervention(id=fact.intervention_id))
    interventions[held.id] = held.model_copy(update={"versions": (*held.versions, (by, fact))})


def fold_ended(interventions: Interventions, by: By, fact: InterventionEnded) -> None:
    """What is said last stands."""
    held = interventions.get(fact.intervention_id, Intervention(id=fact.intervention_id))
    interventions[held.id] = held.model_copy(update={"ends": (*held.ends, (by, fact))})


def in_order(interventions: Mapping[str, Intervention]) -> tuple[Intervention, ...]:
    """Those that stand, the one that began first first."""
    standing = [(one.fact.first_day, one.id, one) for one in interventions.values() if one.fact]
    return tuple(one for _, _, one in sorted(standing, key=lambda found: found[:2]))
