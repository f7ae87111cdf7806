"""One thing that happened, in a list; a tap opens what it was about."""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from mia_companion.domain.movement import GOAL_REACHED, GOAL_SET, MILESTONE_REACHED, Happening
from mia_companion.ui import places
from mia_companion.ui.components.happened_words import what_icon, what_name
from mia_companion.ui.components.narrow import line
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sharing import only_you
from mia_companion.ui.components.step_times import day_name
from mia_companion.ui.components.texts import muted
from mia_companion.ui.context import Here
from mia_companion.ui.memo import memo

_WHERE = {
    MILESTONE_REACHED: places.MILESTONE,
    GOAL_REACHED: places.GOAL,
    GOAL_SET: places.GOAL,
}


@dataclass(frozen=True, slots=True)
class HappeningLines:
    """What a row shows; equal when nothing that is shown has changed."""

    path: str
    what: str
    words: str
    remark: str
    note: str
    private: str


def happening_lines(here: Here, one: Happening) -> HappeningLines:
    """Said in the person's language."""
    today = here.today()
    private = here.t("Only you") if here.view.plan().is_private(one.item) else ""
    day = day_name(here.words, one.day, today)
    return HappeningLines(
        path=f"{_WHERE.get(one.what, places.STEP)}/{one.item}",
        what=one.what,
        words=as_written(here.words, one.words),
        remark=here.t("{state}, {day}", state=what_name(here.words, one.what), day=day),
        note=as_written(here.words, one.note),
        private=private,
    )


@memo
@ft.component
def HappeningRow(lines: HappeningLines, opened: Callable[[str], None]) -> ft.Control:
    """Give it a handler that stays the same."""
    texts: list[ft.Control] = [ft.Text(lines.words), muted(lines.remark)]
    if lines.note:
        texts.append(muted(lines.note))
    if lines.private:
        texts.append(only_you(lines.private))
    arrow = ft.Icon(ft.Icons.CHEVRON_RIGHT, color=ft.Colors.OUTLINE)
    inside = line(_icon(lines), texts, arrow, gap=14, top=True)
    tapped = ft.Container(
        inside,
        ink=True,
        border_radius=8,
        padding=ft.Padding.symmetric(horizontal=4, vertical=12),
        on_click=lambda _: opened(lines.path),
    )
    return ft.MergeSemantics(ft.Semantics(button=True, content=tapped))


def _icon(lines: HappeningLines) -> ft.Control:
    return ft.Icon(what_icon(lines.what), color=ft.Colors.PRIMARY)
