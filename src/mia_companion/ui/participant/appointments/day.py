"""One day of a week as it is drawn: its name, its times, and, smaller, its steps."""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from mia_companion.domain.appointment import Appointment
from mia_companion.domain.steps import PLANNED
from mia_companion.domain.weeks import Day, StepOnADay
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.icons import state_icon
from mia_companion.ui.components.names import party_name, state_name, way_name
from mia_companion.ui.components.narrow import edge, line
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.texts import muted
from mia_companion.ui.components.times import time_of
from mia_companion.ui.context import Here
from mia_companion.ui.memo import memo
from mia_companion.ui.participant.appointments.in_order import day_named
from mia_companion.ui.participant.appointments.lines import (
    Line,
    privately,
    remark,
    state,
    states_of,
)
from mia_companion.ui.theme import RADIUS

_STEP_PADDING = 14
"""Above and below a step's small line, so that a finger finds it."""


@dataclass(frozen=True, slots=True)
class TimeLines:
    """An appointment, shortly."""

    id: str
    when: str
    title: str
    remark: str
    states: tuple[Line, ...]
    private: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step; its words say also how it went, and that it is private."""

    id: str
    words: str
    icon: ft.IconData


@dataclass(frozen=True, slots=True)
class DayLines:
    """Equal when nothing that is shown has changed. `nothing` is said when the day is empty."""

    name: str
    today: bool
    past: bool
    times: tuple[TimeLines, ...]
    steps: tuple[StepLine, ...]
    nothing: str


def day_lines(here: Here, day: Day) -> DayLines:
    """Said in the person's language. Nothing is said of an empty day that has passed."""
    today = here.today()
    empty = not day.appointments and not day.steps
    return DayLines(
        name=day_named(here, day.day),
        today=day.day == today,
        past=day.day < today,
        times=tuple(_time(here, one) for one in day.appointments),
        steps=tuple(_step(here, one) for one in day.steps),
        nothing=here.t("Nothing planned") if empty and day.day >= today else "",
    )


def _time(here: Here, one: Appointment) -> TimeLines:
    words = here.words
    return TimeLines(
        id=one.id,
        when=time_of(here, one.now, one.zone, within_day=True),
        title=as_written(words, one.title),
        remark=here.t(
            "{party}, {way}", party=party_name(words, one.party), way=way_name(words, one.way)
        ),
        states=states_of(here, one),
        private=privately(here, one),
    )


def _step(here: Here, one: StepOnADay) -> StepLine:
    remarks = [] if one.state == PLANNED else [state_name(here.words, one.state)]
    if here.view.plan().is_private(one.step.id):
        remarks.append(here.t("Only you"))
    return StepLine(
        id=one.step.id,
        words=here.words.beside(as_written(here.words, one.step.words), *remarks),
        icon=state_icon(one.state),
    )


@memo
@ft.component
def DayBlock(
    lines: DayLines, opened: Callable[[str], None], stepped: Callable[[str], None]
) -> ft.Control:
    """Give it handlers that stay the same. Today stands on a card of its own, in a heavier hand."""
    style = ft.TextThemeStyle.TITLE_MEDIUM if lines.today else ft.TextThemeStyle.BODY_LARGE
    colour = ft.Colors.ON_SURFACE_VARIANT if lines.past else ft.Colors.ON_SURFACE
    name = ft.Semantics(
        heading_level=3,
        container=True,
        content=ft.Text(lines.name, theme_style=style, color=colour),
    )
    inside: list[ft.Control] = [
        name,
        *[_shown_time(one, opened) for one in lines.times],
        *[_shown_step(one, stepped) for one in lines.steps],
        *([muted(lines.nothing)] if lines.nothing else []),
    ]
    return ft.Container(
        stack(inside, gap=4),
        bgcolor=ft.Colors.SURFACE_CONTAINER_LOWEST if lines.today else None,
        border=ft.Border.all(2, ft.Colors.PRIMARY)
        if lines.today
        else ft.Border.only(bottom=ft.BorderSide(1, ft.Colors.OUTLINE_VARIANT)),
        border_radius=RADIUS if lines.today else None,
        padding=ft.Padding.symmetric(horizontal=edge() if lines.today else 4, vertical=12),
    )


def _shown_time(one: TimeLines, opened: Callable[[str], None]) -> ft.Control:
    texts: list[ft.Control] = [
        ft.Text(one.when, theme_style=ft.TextThemeStyle.TITLE_SMALL),
        ft.Text(one.title),
        muted(one.remark),
        *[state(said) for said in one.states],
        *[remark(said) for said in one.private],
    ]
    return _tappable(line(None, texts, _arrow(), gap=4), 8, one.id, opened)


def _shown_step(one: StepLine, stepped: Callable[[str], None]) -> ft.Control:
    icon = ft.Icon(one.icon, size=18, color=ft.Colors.ON_SURFACE_VARIANT)
    row = line(icon, [muted(one.words)], _arrow(), gap=8)
    return _tappable(row, _STEP_PADDING, one.id, stepped)


def _arrow() -> ft.Control:
    return ft.Icon(ft.Icons.CHEVRON_RIGHT, color=ft.Colors.OUTLINE)


def _tappable(
    inside: ft.Control, padding: int, item: str, tapped: Callable[[str], None]
) -> ft.Control:
    whole = ft.Container(
        inside,
        ink=True,
        border_radius=8,
        padding=ft.Padding.symmetric(horizontal=0, vertical=padding),
        on_click=lambda _: tapped(item),
    )
    return ft.MergeSemantics(ft.Semantics(button=True, content=whole))
