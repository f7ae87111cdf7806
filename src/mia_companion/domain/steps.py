"""Small steps: planned, on a day, on chosen weekdays or on none, or recorded as done at once.

A step that a coordinator suggested is planned under the suggestion's id: taking it is planning it.
"""

from collections.abc import MutableMapping
from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import Field

from mia_companion.domain.blobs import BlobRef
from mia_companion.domain.entries import By, Frozen
from mia_companion.domain.long_marks import StepMarks, on_day, without
from mia_companion.domain.marks import Mark, standing
from mia_companion.domain.words import Id, Note, Short, Wording, current, taken_back

PLANNED, DONE, PARTLY, TRIED, NOT_NOW = "planned", "done", "partly", "tried", "not_now"

Weekday = Annotated[int, Field(ge=1, le=7)]
"""As ISO 8601 counts: 1 is Monday."""


class StepPlanned(Frozen):
    """A person planned a step, under a goal or on its own; `repeats` are weekdays of their choice."""

    kind: Literal["StepPlanned"] = "StepPlanned"
    step_id: Id
    words: Short
    goal_id: Id | None = None
    day: date | None = None
    repeats: tuple[Weekday, ...] = ()


class StepRecorded(Frozen):
    """Something good happened that nobody had planned."""

    kind: Literal["StepRecorded"] = "StepRecorded"
    step_id: Id
    words: Short
    goal_id: Id | None = None
    note: Note = ""
    attachments: tuple[BlobRef, ...] = ()


class StepReworded(Frozen):
    """A step was said in other words."""

    kind: Literal["StepReworded"] = "StepReworded"
    step_id: Id
    words: Short


class StepRescheduled(Frozen):
    """A step got another day, other weekdays, or none."""

    kind: Literal["StepRescheduled"] = "StepRescheduled"
    step_id: Id
    day: date | None = None
    repeats: tuple[Weekday, ...] = ()


class Schedule(Frozen):
    """When a step is to be taken, as one entry said it."""

    by: By
    day: date | None = None
    repeats: tuple[int, ...] = ()
    undone: bool = False


class Memory(Frozen):
    """A note or photo kept with a step."""

    by: By
    words: str
    attachments: tuple[BlobRef, ...] = ()
    undone: bool = False


class Step(Frozen):
    """A step as it stands, with its wordings, schedules, marks and memories."""

    id: str
    goal_id: str | None
    planned_by: By
    wordings: tuple[Wording, ...]
    schedules: tuple[Schedule, ...] = ()
    marks: StepMarks = ()
    memories: tuple[Memory, ...] = ()
    gone: bool = False

    @property
    def words(self) -> str:
        """The wording that stands."""
        return current(self.wordings)

    @property
    def schedule(self) -> Schedule | None:
        """The schedule that stands."""
        return next((s for s in reversed(self.schedules) if not s.undone), None)

    @property
    def day(self) -> date | None:
        """Its day, if it has one."""
        return schedule.day if (schedule := self.schedule) else None

    @property
    def repeats(self) -> tuple[int, ...]:
        """The weekdays on which it comes again; empty for a step that is taken once."""
        return schedule.repeats if (schedule := self.schedule) else ()

    @property
    def mark(self) -> Mark | None:
        """The mark that stands, if any; for a step that repeats, that of the day marked last."""
        return standing(self.marks)

    @property
    def state(self) -> str:
        """One of planned, done, partly, tried, not_now. A step that repeats stays planned, or rests.

        A mark of a day says how that day went, and nothing of a step that no longer repeats.
        """
        if self.repeats:
            mark = self.mark
            rests = mark is not None and mark.day is None and mark.state == NOT_NOW
            return NOT_NOW if rests else PLANNED
        whole = standing(tuple(m for m in self.marks if m.day is None))
        return whole.state if whole else PLANNED

    def mark_on(self, day: date) -> Mark | None:
        """How a step that repeats went on that day."""
        return on_day(self.marks, day)

    def next_day(self, today: date) -> date | None:
        """When it is next to be taken: its own day, or the next of its weekdays without a mark.

        A day that passed without a mark is not asked for again.
        """
        if not self.repeats:
            return self.day
        ahead = (today + timedelta(days=n) for n in range(8))
        return next(
            (d for d in ahead if d.isoweekday() in self.repeats and self.mark_on(d) is None), None
        )

    def without(self, entry: str, author: str) -> "Step":
        """The step with that author's entry taken back; gone when it was the one that made it."""
        if self.planned_by.wrote(entry, author):
            return self.model_copy(update={"gone": True})
        return self.model_copy(
            update={
                "marks": without(self.marks, entry, author),
                "wordings": taken_back(self.wordings, entry, author),
                "schedules": taken_back(self.schedules, entry, author),
                "memories": taken_back(self.memories, entry, author),
            }
        )


Steps = MutableMapping[str, Step]


def fold_planned(steps: Steps, by: By, fact: StepPlanned) -> None:
    """A new step, not yet marked. One that was taken back may be planned anew."""
    held = steps.get(fact.step_id)
    if held is None or held.gone:
        steps[fact.step_id] = Step(
            id=fact.step_id,
            goal_id=fact.goal_id,
            planned_by=by,
            wordings=(Wording(by=by, words=fact.words),),
            schedules=(Schedule(by=by, day=fact.day, repeats=fact.repeats),),
        )


def fold_recorded(steps: Steps, by: By, fact: StepRecorded) -> None:
    """A new step that is done as it comes."""
    if fact.step_id not in steps:
        steps[fact.step_id] = Step(
            id=fact.step_id,
            goal_id=fact.goal_id,
            planned_by=by,
            wordings=(Wording(by=by, words=fact.words),),
            marks=(Mark(by=by, state=DONE, note=fact.note, attachments=fact.attachments),),
        )


def fold_reworded(steps: Steps, by: By, fact: StepReworded) -> None:
    """The last wording wins; the earlier ones stay."""
    if step := steps.get(fact.step_id):
        added = (*step.wordings, Wording(by=by, words=fact.words))
        steps[step.id] = step.model_copy(update={"wordings": added})


def fold_rescheduled(steps: Steps, by: By, fact: StepRescheduled) -> None:
    """The last schedule wins; the earlier ones stay."""
    if step := steps.get(fact.step_id):
        added = (*step.schedules, Schedule(by=by, day=fact.day, repeats=fact.repeats))
        steps[step.id] = step.model_copy(update={"schedules": added})
