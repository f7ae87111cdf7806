"""Goals in a person's own words.

    active ──GoalReached──▶ reached        active ──GoalRested──▶ resting
       ▲                        │             ▲                       │
       └───── GoalTakenUp ──────┘             └───── GoalTakenUp ─────┘

Several are active side by side; none comes before another.
"""

from collections.abc import MutableMapping
from typing import Literal

from mia_companion.domain.entries import By, Frozen
from mia_companion.domain.marks import Mark, Marks, standing
from mia_companion.domain.words import Id, Short, Wording, current, taken_back

ACTIVE, REACHED, RESTING = "active", "reached", "resting"


class GoalSet(Frozen):
    """A person set a goal."""

    kind: Literal["GoalSet"] = "GoalSet"
    goal_id: Id
    words: Short
    area: Id


class GoalReworded(Frozen):
    """A goal was said in other words."""

    kind: Literal["GoalReworded"] = "GoalReworded"
    goal_id: Id
    words: Short


class GoalReached(Frozen):
    """The person says that they have come there."""

    kind: Literal["GoalReached"] = "GoalReached"
    goal_id: Id


class GoalRested(Frozen):
    """The goal rests for now. It costs nothing."""

    kind: Literal["GoalRested"] = "GoalRested"
    goal_id: Id


class GoalTakenUp(Frozen):
    """The goal is active again."""

    kind: Literal["GoalTakenUp"] = "GoalTakenUp"
    goal_id: Id


GoalMark = GoalReached | GoalRested | GoalTakenUp

_STATE_BY_KIND = {"GoalReached": REACHED, "GoalRested": RESTING, "GoalTakenUp": ACTIVE}


class Goal(Frozen):
    """A goal as it stands, with every wording it has had."""

    id: str
    area: str
    set_by: By
    wordings: tuple[Wording, ...]
    marks: Marks = ()
    gone: bool = False

    @property
    def words(self) -> str:
        """The wording that stands."""
        return current(self.wordings)

    @property
    def state(self) -> str:
        """One of active, reached, resting."""
        mark = standing(self.marks)
        return mark.state if mark else ACTIVE

    def without(self, entry: str, author: str) -> "Goal":
        """The goal with that author's entry taken back."""
        if self.set_by.wrote(entry, author):
            return self.model_copy(update={"gone": True})
        return self.model_copy(
            update={
                "wordings": taken_back(self.wordings, entry, author),
                "marks": taken_back(self.marks, entry, author),
            }
        )


Goals = MutableMapping[str, Goal]


def fold_set(goals: Goals, by: By, fact: GoalSet) -> None:
    """A first `GoalSet` makes the goal; a second with its id says nothing new."""
    if fact.goal_id not in goals:
        first = Wording(by=by, words=fact.words)
        goals[fact.goal_id] = Goal(id=fact.goal_id, area=fact.area, set_by=by, wordings=(first,))


def fold_reworded(goals: Goals, by: By, fact: GoalReworded) -> None:
    """The last wording wins; the earlier ones stay."""
    if goal := goals.get(fact.goal_id):
        added = (*goal.wordings, Wording(by=by, words=fact.words))
        goals[goal.id] = goal.model_copy(update={"wordings": added})


def fold_marked(goals: Goals, by: By, fact: GoalMark) -> None:
    """The last mark stands; the earlier ones stay in the goal's history."""
    if goal := goals.get(fact.goal_id):
        mark = Mark(by=by, state=_STATE_BY_KIND[fact.kind])
        goals[goal.id] = goal.model_copy(update={"marks": (*goal.marks, mark)})
