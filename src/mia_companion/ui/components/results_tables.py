"""A half-year's results to look at: three counts, and each table with its picture in its own lines.

The bar under a line is as long as its part of the whole. It says nothing that the line does not, so a screen
reader hears the lines as sentences and no bars. It grows with the text and runs as the language is read.
"""

from collections.abc import Sequence

import flet as ft

from mia_companion.domain.cube import NOT_TWICE
from mia_companion.domain.results import HIGHER, LOWER, SAME
from mia_companion.paper.results import line_said
from mia_companion.paper.results_told import Line, Part, Told
from mia_companion.paper.results_words import movement_about
from mia_companion.ui.components.cards import card
from mia_companion.ui.components.texts import body, heading, muted
from mia_companion.ui.components.told import told_alone
from mia_companion.ui.context import Here
from mia_companion.ui.theme import GAP

_BAR = 10
"""Logical pixels of a bar's height."""
_MARK = 12
RESULTS_WIDTH = 1080
"""Logical pixels of a page of results: room for two tables beside each other."""
_COUNT_WIDTH = 166
"""Logical pixels of one of the three counts: beside each other where there is room."""

_DIRECTIONS = {
    HIGHER: (ft.Colors.PRIMARY, 16),
    SAME: (ft.Colors.SECONDARY, 11),
    LOWER: (ft.Colors.TERTIARY, 6),
    NOT_TWICE: (ft.Colors.OUTLINE, 2),
}
"""Colour and height, in logical pixels, of a direction's piece: told apart also by those who see no colours.
Of several told together, those of the first. The words beside it say which it is."""


def results_tables(here: Here, told: Told, level: int = 2) -> list[ft.Control]:
    """Everything that is told; `level` is that of the headings of the tables."""
    shown: list[ft.Control] = [
        ft.Row(
            [_count(here, line) for line in told.counts], wrap=True, spacing=GAP, run_spacing=GAP
        )
    ]
    shown.append(_side_by_side([_table(here, part, level) for part in told.parts]))
    shown.append(_movement(here, told.movement, level))
    return shown


def _count(here: Here, line: Line) -> ft.Control:
    large = line.count is not None
    style = ft.TextThemeStyle.DISPLAY_SMALL if large else ft.TextThemeStyle.TITLE_SMALL
    texts: list[ft.Control] = [muted(line.label), ft.Text(line.said, theme_style=style)]
    inside = card([*texts, *([muted(line.note)] if line.note else [])], gap=4)
    inside.width = _COUNT_WIDTH
    return _as_sentence(here, line, inside)


def _table(here: Here, part: Part, level: int) -> ft.Control:
    head: list[ft.Control] = [heading(part.title, level)]
    head += [_remark(one) for one in (part.about, part.note) if one]
    whole = part.whole
    return card([*head, *(_line(here, line, whole) for line in part.lines)], gap=10)


def _line(here: Here, line: Line, whole: int) -> ft.Control:
    bar = _bar([(line.count or 0, ft.Colors.PRIMARY, _BAR)], whole)
    return _as_sentence(
        here, line, ft.Column([_label_and_number(line), bar], spacing=4, tight=True)
    )


def _movement(here: Here, parts: Sequence[Part], level: int) -> ft.Control:
    head: list[ft.Control] = [
        heading(here.t("Movement"), level),
        muted(movement_about(here.words)),
    ]
    areas = [_area(here, part, level + 1) for part in parts]
    return card([*head, _side_by_side(areas, 2 * GAP)], gap=16)


def _remark(words: str) -> ft.Control:
    """Read in its place: text by itself would become the name of the whole table, before its heading."""
    return told_alone(muted(words))


def _side_by_side(those: Sequence[ft.Control], gap: int = GAP) -> ft.Control:
    """Two beside each other where there is room."""
    col: dict[str | ft.ResponsiveRowBreakpoint, float] = {
        ft.ResponsiveRowBreakpoint.XS: 12,
        ft.ResponsiveRowBreakpoint.LG: 6,
    }
    # Each a whole of its own: else they would be read line by line across both.
    whole: list[ft.Control] = [ft.Semantics(container=True, content=one, col=col) for one in those]
    return ft.ResponsiveRow(whole, spacing=gap, run_spacing=gap)


def _area(here: Here, part: Part, level: int) -> ft.Control:
    inside: list[ft.Control] = [heading(part.title, level)]
    if part.note:
        inside.append(_remark(part.note))
    if part.lines:
        pieces = [(line.count or 0, *_DIRECTIONS[line.cells[0]]) for line in part.lines]
        inside += [_bar(pieces, part.whole), *(_legend(here, line) for line in part.lines)]
    return ft.Column(
        inside, spacing=6, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )


def _legend(here: Here, line: Line) -> ft.Control:
    colour, height = _DIRECTIONS[line.cells[0]]
    mark = ft.Container(width=_MARK, height=height, bgcolor=colour)
    return _as_sentence(here, line, _label_and_number(line, [mark]))


def _label_and_number(line: Line, first: Sequence[ft.Control] = ()) -> ft.Control:
    number = ft.Text(line.said, theme_style=ft.TextThemeStyle.TITLE_SMALL)
    return ft.Row([*first, ft.Container(body(line.label), expand=True), number], spacing=8)


def _as_sentence(here: Here, line: Line, inside: ft.Control) -> ft.Control:
    said = line_said(here.words, line)
    return ft.Semantics(label=said, exclude_semantics=True, content=inside)


def _bar(pieces: Sequence[tuple[int, ft.Colors, int]], whole: int) -> ft.Control:
    """Pieces one after the other, and what is left of the whole in a quiet shade."""
    left = whole - sum(count for count, _, _ in pieces)
    filled = [*pieces, (left, ft.Colors.SURFACE_CONTAINER_HIGHEST, _BAR)]
    parts: list[ft.Control] = [
        ft.Container(expand=count, height=height, bgcolor=colour)
        for count, colour, height in filled
        if count
    ]
    if not parts:
        parts = [ft.Container(expand=1, height=_BAR, bgcolor=ft.Colors.SURFACE_CONTAINER_HIGHEST)]
    return ft.Container(
        ft.Row(parts, spacing=2 if len(pieces) > 1 else 0),
        border_radius=_BAR / 2,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )
