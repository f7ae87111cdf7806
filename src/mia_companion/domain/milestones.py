"""Milestones on the way to a goal: places to rest the eye on, in any order and none of them due."""

from collections.abc import MutableMapping
from typing import Literal

from mia_companion.domain.entries import By, Frozen
from mia_companion.domain.marks import Mark, Marks, standing
from mia_companion.domain.words import Id, Short, Wording, current, taken_back

AHEAD, REACHED = "ahead", "reached"


class MilestoneSet(Frozen):
    """A person set a milestone under a goal."""

    kind: Literal["MilestoneSet"] = "MilestoneSet"
    milestone_id: Id
    goal_id: Id
    words: Short


class MilestoneReworded(Frozen):
    """A milestone was said in other words."""

    kind: Literal["MilestoneReworded"] = "MilestoneReworded"
    milestone_id: Id
    words: Short


class MilestoneReached(Frozen):
    """The person says that they have come there."""

    kind: Literal["MilestoneReached"] = "MilestoneReached"
    milestone_id: Id


class Milestone(Frozen):
    """A milestone as it stands."""

    id: str
    goal_id: str
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
        """One of ahead, reached."""
        mark = standing(self.marks)
        return mark.state if mark else AHEAD

    def without(self, entry: str, author: str) -> "Milestone":
        """The milestone with that author's entry taken back."""
        if self.set_by.wrote(entry, author):
            return self.model_copy(update={"gone": True})
        return self.model_copy(
            update={
                "wordings": taken_back(self.wordings, entry, author),
                "marks": taken_back(self.marks, entry, author),
            }
        )


Milestones = MutableMapping[str, Milestone]


def fold_set(milestones: Milestones, by: By, fact: MilestoneSet) -> None:
    """The first with its id is the one."""
    if fact.milestone_id not in milestones:
        milestones[fact.milestone_id] = Milestone(
            id=fact.milestone_id,
            goal_id=fact.goal_id,
            set_by=by,
            wordings=(Wording(by=by, words=fact.words),),
        )


def fold_reworded(milestones: Milestones, by: By, fact: MilestoneReworded) -> None:
    """The last wording wins; the earlier ones stay."""
    if held := milestones.get(fact.milestone_id):
        added = (*held.wordings, Wording(by=by, words=fact.words))
        milestones[held.id] = held.model_copy(update={"wordings": added})


def fold_reached(milestones: Milestones, by: By, fact: MilestoneReached) -> None:
    """Reached, until it is taken back."""
    if held := milestones.get(fact.milestone_id):
        marks = (*held.marks, Mark(by=by, state=REACHED))
        milestones[held.id] = held.model_copy(update={"marks": marks})
