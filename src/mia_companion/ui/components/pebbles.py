"""The way as pebbles: one for each thing that happened, week by week. No axis, nothing empty, no score."""

from collections.abc import Sequence
from datetime import date

import flet as ft

from mia_companion.domain.movement import (
    GOAL_REACHED,
    GOAL_SET,
    MILESTONE_REACHED,
    Happening,
    Stretch,
    by_month,
    by_week,
    week_of,
)
from mia_companion.domain.steps import DONE, PARTLY, TRIED
from mia_companion.ui.components.cards import card, stack
from mia_companion.ui.components.happened_words import way_in_words, what_name
from mia_companion.ui.components.texts import muted
from mia_companion.ui.context import Here

MOST = 120
"""Pebbles that are drawn: of a longer way, the newest."""

_SIZES = (22, 27, 24, 30, 25)
"""Logical pixels across, in turn: no stone is like the next."""
_FLAT = 0.8
"""Of its width, a stone's height."""
_FLAG = 34

_HALF = ft.LinearGradient(
    begin=ft.Alignment.BOTTOM_CENTER,
    end=ft.Alignment.TOP_CENTER,
    colors=[ft.Colors.PRIMARY, ft.Colors.PRIMARY, ft.Colors.TRANSPARENT, ft.Colors.TRANSPARENT],
    stops=[0, 0.5, 0.5, 1],
)

_ORDER = (DONE, PARTLY, TRIED, MILESTONE_REACHED, GOAL_REACHED, GOAL_SET)


def pebbles(
    here: Here, found: Sequence[Happening], *, months: bool, whose: str = ""
) -> list[ft.Control]:
    """Oldest first, by week, or by month for a long way; nothing while nothing has happened.

    `whose` is the name of the one whose way it is; left out, it is one's own.
    """
    if not found:
        return []
    drawn = found[:MOST]
    stretches = by_month(drawn) if months else by_week(drawn)
    named = [(_name(here, one, months=months), one) for one in stretches]
    way = ft.Semantics(
        exclude_semantics=True,
        image=True,
        label=way_in_words(here.words, named, whose),
        content=stack([_stretch(name, one) for name, one in named], gap=10),
    )
    before = here.words.n(
        "{count} more lies before this.", "{count} more lie before this.", len(found) - len(drawn)
    )
    return [
        card([*([muted(before)] if len(found) > len(drawn) else []), way, _legend(here, drawn)])
    ]


def _name(here: Here, one: Stretch, *, months: bool) -> str:
    today = here.today()
    if months:
        return here.words.month(one.first, today)
    return week_name(here, one.first, today)


def week_name(here: Here, monday: date, today: date) -> str:
    """`This week`, `Last week`, or the Monday with which it begins."""
    weeks = (week_of(today) - monday).days // 7
    if weeks == 0:
        return here.t("This week")
    if weeks == 1:
        return here.t("Last week")
    return here.t("The week from {day}", day=here.words.short_day(monday, today))


def _stretch(name: str, one: Stretch) -> ft.Control:
    stones = [_stone(happening.what, place) for place, happening in enumerate(one.happened)]
    row = ft.Row(
        stones,
        wrap=True,
        spacing=6,
        run_spacing=6,
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
    )
    return stack([muted(name), row], gap=4)


def _stone(what: str, place: int) -> ft.Control:
    """Filled for done, half for a part, a ring for tried: told apart by shape, not by colour."""
    if what in (DONE, PARTLY, TRIED):
        across = _SIZES[place % len(_SIZES)]
        return ft.Container(
            width=across,
            height=across * _FLAT,
            border_radius=across / 2,
            border=ft.Border.all(2.5, ft.Colors.PRIMARY),
            gradient=_HALF if what == PARTLY else None,
            bgcolor=ft.Colors.PRIMARY if what == DONE else None,
        )
    icon = ft.Icons.FLAG_OUTLINED if what == GOAL_SET else ft.Icons.FLAG
    return ft.Container(
        ft.Icon(icon, size=18, color=ft.Colors.ON_SECONDARY_CONTAINER),
        width=_FLAG,
        height=_FLAG,
        alignment=ft.Alignment.CENTER,
        bgcolor=ft.Colors.SECONDARY_CONTAINER,
        border=ft.Border.all(2, ft.Colors.SECONDARY) if what == GOAL_REACHED else None,
        border_radius=_FLAG / 2,
    )


def _legend(here: Here, drawn: Sequence[Happening]) -> ft.Control:
    """What each stone means: only those that are there. The picture's words have said it already."""
    there = {one.what for one in drawn}
    cells: list[ft.Control] = [
        ft.Row([_stone(what, 0), muted(what_name(here.words, what))], spacing=6, tight=True)
        for what in _ORDER
        if what in there
    ]
    row = ft.Row(cells, wrap=True, spacing=14, run_spacing=4)
    return ft.Semantics(exclude_semantics=True, content=row)
