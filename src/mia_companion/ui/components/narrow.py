"""Where letters are large and the page is narrow, words get all the width there is.

room enough    [icon]  words that may go on        narrow    [icon]                 [last]
                       for several lines  [last]             words that may go on for
                                                             several lines
"""

from collections.abc import Sequence
from math import ceil
from typing import cast

import flet as ft

from mia_companion.app.state import AppState
from mia_companion.ui.components.text_scale import size_of_text
from mia_companion.ui.theme import EDGE

_NARROW = 220
"""Logical pixels of a page, were its text of the usual size."""

_LABEL, _LETTER, _LINE, _FIELD_SIDES = 13.5, 0.56, 1.3, 48
"""Of a label that has moved up: its size, a letter and a line in sizes, and the room beside it."""
_ETHIOPIC, _ETHIOPIC_LINE = 0.75, 1.8
"""A letter and a line of Tigrinya's."""


def _state() -> AppState | None:
    return cast("AppState | None", ft.context.page.data)


def is_narrow() -> bool:
    """Asked while a component renders: its page, as it is now."""
    state = _state()
    return state is not None and state.width / size_of_text(state) < _NARROW


def fits(width: float) -> bool:
    """Whether what needs so many logical pixels has room between the edges of the page that is rendered."""
    state = _state()
    return state is None or width <= state.width - 2 * edge()


def letter_size() -> float:
    """How many times larger than usual words are drawn, on the page of the component that renders."""
    state = _state()
    return 1.0 if state is None else size_of_text(state)


def height_needed(least: float) -> float | None:
    """Where a page is too low for what takes the room that is left: so many logical pixels, to scroll in.
    None where there is room."""
    state = _state()
    return least if state is not None and state.height < least else None


def edge(usual: int = EDGE, least: int = 6) -> int:
    """The air beside words: the least where that is needed for a long word."""
    return least if is_narrow() else usual


_MORE_LINES = 14
"""Logical pixels for each line of a label beyond the second: a line is somewhat higher than its letters."""


def under_its_label(field: ft.TextField) -> ft.Control:
    """The field; where its label is of several lines, with room for those that come to stand above and
    beneath its upper line while there is something in it."""
    if not is_narrow() or not isinstance(field.label, str):
        return field
    state = cast("AppState", ft.context.page.data)
    size = _LABEL * size_of_text(state)
    room = state.width - 2 * edge() - _FIELD_SIDES
    lines = ceil(sum(map(_width, field.label)) * size / room)
    more = (lines - 1) * size * max(map(_height, field.label), default=_LINE) / 2
    if more > 0:
        top = 20 + more + _MORE_LINES * max(0, lines - 2)
        field.content_padding = ft.Padding.only(left=12, top=top, right=12, bottom=12)
    return ft.Container(field, padding=ft.Padding.only(top=more))


def _width(letter: str) -> float:
    return _ETHIOPIC if _is_ethiopic(letter) else _LETTER


def _height(letter: str) -> float:
    return _ETHIOPIC_LINE if _is_ethiopic(letter) else _LINE


def _is_ethiopic(letter: str) -> bool:
    return "\u1200" <= letter <= "\u137f"


def line(
    icon: ft.Control | None,
    words: Sequence[ft.Control],
    last: ft.Control | None = None,
    *,
    gap: int = 12,
    between: int = 2,
    top: bool = False,
) -> ft.Control:
    """`words` under each other, `between` apart; `icon` before them and `last` after, in the middle of their
    height or at the `top`, or both above them where it is narrow."""
    texts = ft.Column(
        list(words),
        spacing=between,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    ends = [one for one in (icon, last) if one is not None]
    if is_narrow() and ends:
        apart = ft.MainAxisAlignment.SPACE_BETWEEN if icon else ft.MainAxisAlignment.END
        texts.controls.insert(0, ft.Row(ends, alignment=apart))
        return texts
    texts.expand = True
    return ft.Row(
        [*([icon] if icon else []), texts, *([last] if last else [])],
        spacing=gap,
        vertical_alignment=ft.CrossAxisAlignment.START if top else ft.CrossAxisAlignment.CENTER,
    )
