"""Small steps, and how they went.

    planned ──▶ done · partly · tried · not_now      any mark can follow any other,
       ▲                     │                       and each can be taken back
       └────── undone ───────┘

There is no failed. A step that nobody planned is recorded as done at once.
"""

from collections.abc import MutableMapping
from datetime import date
from typing import Literal

from mia_companion.domain.entries import By, Frozen
from mia_companion.domain.words import Id, Note, Short, Wording, current, taken_back

PLANNED, DONE, PARTLY, TRIED, NOT_NOW = "planned", "done", "partly", "tried", "not_now"


class StepPlanned(Frozen):
    """A person planned a step, under a goal or on its own, on a day or on none."""

    kind: Literal["StepPlanned"] = "StepPlanned"
    step_id: Id
    words: Short
    goal_id: Id | None = None
    day: date | None = None


class StepRecorded(Frozen):
    """Something good happened that nobody had planned."""

    kind: Literal["StepRecorded"] = "StepRecorded"
    step_id: Id
    words: Short
    goal_id: Id | None = None
    note: Note = ""


class StepReworded(Frozen):
    """A step was said in other words."""

    kind: Literal["StepReworded"] = "StepReworded"
    step_id: Id
    words: Short


class _Marked(Frozen):
    step_id: Id
    note: Note = ""


class StepDone(_Marked):
    """The step was taken."""

    kind: Literal["StepDone"] = "StepDone"


class StepPartlyDone(_Marked):
    """A part of the step was taken."""

    kind: Literal["StepPartlyDone"] = "StepPartlyDone"


class StepTried(_Marked):
    """The person tried, and that counts."""

    kind: Literal["StepTried"] = "StepTried"


class StepSetAside(_Marked):
    """Not now. It costs nothing."""

    kind: Literal["StepSetAside"] = "StepSetAside"


StepMark = StepDone | StepPartlyDone | StepTried | StepSetAside

_STATE_BY_KIND = {
    "StepDone": DONE,
    "StepPartlyDone": PARTLY,
    "StepTried": TRIED,
    "StepSetAside": NOT_NOW,
}


class Mark(Frozen):
    """How a step went, once."""

    by: By
    state: str
    note: str = ""
    undone: bool = False


class Step(Frozen):
    """A step as it stands, with its wordings and marks."""

    id: str
    goal_id: str | None
    day: date | None
    planned_by: By
    wordings: tuple[Wording, ...]
    marks: tuple[Mark, ...] = ()
    gone: bool = False

    @property
    def words(self) -> str:
        """The wording that stands."""
        return current(self.wordings)

    @property
    def mark(self) -> Mark | None:
        """The mark that stands, if any."""
        return next((m for m in reversed(self.marks) if not m.undone), None)

    @property
    def state(self) -> str:
        """One of planned, done, partly, tried, not_now."""
        return self.mark.state if self.mark else PLANNED

    def without(self, entry: str, author: str) -> "Step":
        """The step with that author's entry taken back; gone when it was the one that made it."""
        if self.planned_by.wrote(entry, author):
            return self.model_copy(update={"gone": True})
        marks = tuple(
            m.model_copy(update={"undone": True}) if m.by.wrote(entry, author) else m
            for m in self.marks
        )
        return self.model_copy(
            update={"marks": marks, "wordings": taken_back(self.wordings, entry, author)}
        )


Steps = MutableMapping[str, Step]


def fold_planned(steps: Steps, by: By, fact: StepPlanned) -> None:
    """A new step, not yet marked."""
    if fact.step_id not in steps:
        steps[fact.step_id] = Step(
            id=fact.step_id,
            goal_id=fact.goal_id,
            day=fact.day,
            planned_by=by,
            wordings=(Wording(by=by, words=fact.words),),
        )


def fold_recorded(steps: Steps, by: By, fact: StepRecorded) -> None:
    """A new step that is done as it comes."""
    if fact.step_id not in steps:
        steps[fact.step_id] = Step(
            id=fact.step_id,
            goal_id=fact.goal_id,
            day=None,
            planned_by=by,
            wordings=(Wording(by=by, words=fact.words),),
            marks=(Mark(by=by, state=DONE, note=fact.note),),
        )


def fold_reworded(steps: Steps, by: By, fact: StepReworded) -> None:
    """The last wording wins; the earlier ones stay."""
    if step := steps.get(fact.step_id):
        added = (*step.wordings, Wording(by=by, words=fact.words))
        steps[step.id] = step.model_copy(update={"wordings": added})


def fold_marked(steps: Steps, by: By, fact: StepMark) -> None:
    """The last mark in order stands; the earlier ones stay in the step's history."""
    if step := steps.get(fact.step_id):
        mark = Mark(by=by, state=_STATE_BY_KIND[fact.kind], note=fact.note)
        steps[step.id] = step.model_copy(update={"marks": (*step.marks, mark)})
