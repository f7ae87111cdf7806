"""Rows of steps whose handlers stay the same, so that a tap renders the row it changed and no other."""

from collections.abc import Callable, Iterable

import flet as ft

from mia_companion.domain.steps import DONE
from mia_companion.ui import places
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, go
from mia_companion.ui.participant.path.marking import mark
from mia_companion.ui.participant.path.step_row import StepLines, StepRow

Rows = Callable[[Iterable[StepLines]], list[ft.Control]]


def use_rows(here: Here, calm: Callable[[], bool]) -> Rows:
    """`rows(lines)` are the rows. `calm` is the screen's own: after a mark the next row slides in."""
    told = use_undo()

    def marked(step_id: str) -> None:
        step = here.state.view.plan().step(step_id)  # as it is by the time of the tap
        if step is not None and calm():
            told(*mark(here, step, DONE))

    done = ft.use_callback(marked, [here.words.tag])
    opened = ft.use_callback(_opened, [])

    def rows(lines: Iterable[StepLines]) -> list[ft.Control]:
        return [StepRow(one, done, opened, key=one.id) for one in lines]

    return rows


def _opened(step_id: str) -> None:
    go(f"{places.STEP}/{step_id}")
