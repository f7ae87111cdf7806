"""How a step went.

    planned ──▶ done · partly · tried · not now        a later mark stands; each can be taken back

There is no "failed". Days passed without a mark cost nothing. A step that repeats is marked day by day
and stays planned; set aside without a day, it rests as a whole.
"""

from datetime import date
from typing import Literal

from mia_companion.domain.blobs import BlobRef
from mia_companion.domain.entries import By, Frozen
from mia_companion.domain.long_marks import followed_by
from mia_companion.domain.marks import Mark
from mia_companion.domain.steps import DONE, NOT_NOW, PARTLY, TRIED, Memory, Steps
from mia_companion.domain.words import Id, Note


class _Marked(Frozen):
    step_id: Id
    note: Note = ""
    day: date | None = None
    attachments: tuple[BlobRef, ...] = ()


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


class StepRemembered(Frozen):
    """A note or a photo was kept with the step, as a memory of how it went."""

    kind: Literal["StepRemembered"] = "StepRemembered"
    step_id: Id
    words: Note = ""
    attachments: tuple[BlobRef, ...] = ()


StepMark = StepDone | StepPartlyDone | StepTried | StepSetAside

_STATE_BY_KIND = {
    "StepDone": DONE,
    "StepPartlyDone": PARTLY,
    "StepTried": TRIED,
    "StepSetAside": NOT_NOW,
}


def fold_marked(steps: Steps, by: By, fact: StepMark) -> None:
    """The last mark in order stands; the earlier ones stay in the step's history."""
    if step := steps.get(fact.step_id):
        state, day = _STATE_BY_KIND[fact.kind], fact.day
        if step.repeats and state != NOT_NOW and day is None:
            day = by.at.date()
        mark = Mark(by=by, state=state, note=fact.note, day=day, attachments=fact.attachments)
        steps[step.id] = step.model_copy(update={"marks": followed_by(step.marks, mark)})


def fold_remembered(steps: Steps, by: By, fact: StepRemembered) -> None:
    """One more memory."""
    if step := steps.get(fact.step_id):
        added = (*step.memories, Memory(by=by, words=fact.words, attachments=fact.attachments))
        steps[step.id] = step.model_copy(update={"memories": added})
