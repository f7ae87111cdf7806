"""Days of the calendar as they are drawn: beside each other where there is room, else one after another."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import flet as ft

from mia_companion.ui.components.buttons import icon_button
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.texts import muted
from mia_companion.ui.components.told import told_alone
from mia_companion.ui.coordinator.calendar.row import MeetingRow
from mia_companion.ui.coordinator.calendar.telling import MeetingWords
from mia_companion.ui.memo import memo
from mia_companion.ui.theme import RADIUS

_AS_TALL = 12
"""Above and below a name without a button, so that all names stand on one line."""

Opened = Callable[[str, str], Any]
Books = Callable[[str], Any]


@dataclass(frozen=True, slots=True)
class DayWords:
    """Equal when nothing that is shown has changed. `book` names the button that books on this day."""

    day: date
    name: str
    today: str
    past: bool
    meetings: tuple[MeetingWords, ...]
    nothing: str
    book: str


@memo
@ft.component
def DayPart(said: DayWords, opened: Opened, books: Books) -> ft.Control:
    """Its name, and its meetings under it. Give it handlers that stay the same."""
    return stack([_head(said, books), *_rows(said, opened)], gap=8)


def alone(said: DayWords, opened: Opened) -> ft.Control:
    """One day whose name stands above it already."""
    return stack(_rows(said, opened), gap=8)


def _rows(said: DayWords, opened: Opened) -> list[ft.Control]:
    rows: list[ft.Control] = [MeetingRow(one, opened, key=one.key) for one in said.meetings]
    nothing = told_alone(muted(said.nothing))
    return [*rows, *([nothing] if said.nothing else [])]


def side_by_side(days: Sequence[DayWords], opened: Opened, books: Books) -> ft.Control:
    """A column for each, which a screen reader reads to its end before it goes on to the next."""
    columns: list[ft.Control] = [
        ft.Semantics(
            container=True,
            expand=True,
            content=ft.Container(
                DayPart(one, opened, books, key=one.day.isoformat()),
                bgcolor=ft.Colors.SURFACE_CONTAINER if one.today else None,
                border_radius=RADIUS,
                padding=6,
            ),
        )
        for one in days
    ]
    return ft.Row(columns, spacing=0, vertical_alignment=ft.CrossAxisAlignment.START)


def one_by_one(days: Sequence[DayWords], opened: Opened, books: Books) -> ft.Control:
    """Under each other. Of the days that passed only those with something on them."""
    shown = [one for one in days if one.meetings or not one.past]
    return stack([DayPart(one, opened, books, key=one.day.isoformat()) for one in shown], gap=20)


def _head(said: DayWords, books: Books) -> ft.Control:
    colour = ft.Colors.ON_SURFACE_VARIANT if said.past else ft.Colors.ON_SURFACE
    name: ft.Control = ft.Text(said.name, theme_style=ft.TextThemeStyle.TITLE_SMALL, color=colour)
    if said.today:
        # Today is marked by a word on a ground of its own, and not by the colour alone.
        pill = ft.Container(
            ft.Text(
                said.today,
                theme_style=ft.TextThemeStyle.LABEL_MEDIUM,
                color=ft.Colors.ON_PRIMARY,
            ),
            bgcolor=ft.Colors.PRIMARY,
            border_radius=RADIUS,
            padding=ft.Padding.symmetric(horizontal=8, vertical=2),
        )
        name = ft.Row([name, pill], wrap=True, spacing=8, run_spacing=0)
    named = ft.Container(ft.Semantics(heading_level=3, container=True, content=name), expand=True)
    book = icon_button(ft.Icons.ADD, said.book, lambda: books(said.day.isoformat()))
    line = ft.Row(
        [named, *([] if said.past else [book])],
        spacing=0,
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
    )
    return ft.Container(line, padding=ft.Padding.symmetric(vertical=_AS_TALL if said.past else 0))
