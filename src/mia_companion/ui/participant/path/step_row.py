"""A step in a list: one tap marks it, another opens it."""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from mia_companion.domain.marks import Mark
from mia_companion.domain.steps import PLANNED, Step
from mia_companion.ui.components.icons import state_icon
from mia_companion.ui.components.names import state_name
from mia_companion.ui.components.narrow import is_narrow, line
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sharing import only_you
from mia_companion.ui.components.step_times import when_in_words
from mia_companion.ui.components.texts import muted
from mia_companion.ui.context import Here
from mia_companion.ui.memo import memo
from mia_companion.ui.participant.path.marking import state_today
from mia_companion.ui.theme import TARGET


@dataclass(frozen=True, slots=True)
class StepLines:
    """What a row shows; equal when nothing that is shown has changed."""

    id: str
    words: str
    state: str
    remark: str
    done_name: str
    private: str


def step_lines(here: Here, step: Step) -> StepLines:
    """A step on the way, or one that rests, in the person's language."""
    today = here.today()
    remark = when_in_words(here.words, step, today)
    state = state_today(step, today)
    if step.state != PLANNED and step.mark is not None:
        remark = _marked(here, step.mark)
    elif state != PLANNED:
        remark = here.t("{state} today. {when}", state=state_name(here.words, state), when=remark)
    return _lines(here, step, state, remark)


def looked_back(here: Here, step: Step) -> StepLines:
    """A step that was marked, as it is looked back on."""
    if step.mark is None:
        return step_lines(here, step)
    return _lines(here, step, step.mark.state, _marked(here, step.mark))


def _marked(here: Here, mark: Mark) -> str:
    when = here.words.ago(mark.by.at, here.now())
    return here.t("{state}, {time}", state=state_name(here.words, mark.state), time=when)


def _lines(here: Here, step: Step, state: str, remark: str) -> StepLines:
    private = here.t("Only you") if here.view.plan().is_private(step.id) else ""
    done_name = here.t("Mark as done: {words}", words=step.words)
    return StepLines(step.id, as_written(here.words, step.words), state, remark, done_name, private)


@memo
@ft.component
def StepRow(
    lines: StepLines, done: Callable[[str], None], opened: Callable[[str], None]
) -> ft.Control:
    """Give it handlers that stay the same."""
    texts: list[ft.Control] = [ft.Text(lines.words)]
    if lines.remark:
        texts.append(muted(lines.remark))
    if lines.private:
        texts.append(only_you(lines.private))
    arrow = ft.Icon(ft.Icons.CHEVRON_RIGHT, color=ft.Colors.OUTLINE)
    tapped = ft.Container(
        line(None, texts, None if is_narrow() else arrow, gap=4),
        expand=True,
        ink=True,
        border_radius=8,
        padding=ft.Padding.symmetric(horizontal=4, vertical=12),
        on_click=lambda _: opened(lines.id),
    )
    return ft.Row([_mark(lines, done), ft.MergeSemantics(tapped, expand=True)], spacing=4)


def _mark(lines: StepLines, done: Callable[[str], None]) -> ft.Control:
    if lines.state != PLANNED:
        icon = ft.Icon(state_icon(lines.state), color=ft.Colors.PRIMARY)
        return ft.Container(icon, width=TARGET, alignment=ft.Alignment.CENTER)
    return ft.IconButton(
        icon=ft.Icon(
            ft.Icons.RADIO_BUTTON_UNCHECKED,
            color=ft.Colors.PRIMARY,
            semantics_label=lines.done_name,
        ),
        width=TARGET,
        height=TARGET,
        on_click=lambda _: done(lines.id),
    )
