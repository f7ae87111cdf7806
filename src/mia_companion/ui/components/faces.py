"""The five faces of how one is, each with its word: no colours that judge, no numbers."""

from collections.abc import Callable

import flet as ft

from mia_companion.domain.checkins import FEELINGS
from mia_companion.ui.components.levels import feeling_icon, feeling_name
from mia_companion.ui.components.text_scale import size_of_text
from mia_companion.ui.context import Here
from mia_companion.ui.theme import EDGE, PAGE_WIDTH, RADIUS

_GAP, _EDGE = 4, 2
_LETTER = 7.4
"""Logical pixels of a letter in the small text, on the average of long words."""


def faces(here: Here, tapped: Callable[[int], None]) -> ft.Control:
    """Five buttons side by side, or under each other where text is large or a word is long."""
    one_row = size_of_text(here.state) == 1 and _fit(here)
    buttons: list[ft.Control] = [
        _face(here, feeling, _of(tapped, feeling), narrow=one_row) for feeling in FEELINGS
    ]
    if one_row:
        return ft.Row(buttons, spacing=_GAP, vertical_alignment=ft.CrossAxisAlignment.START)
    return ft.Column(
        buttons, spacing=4, horizontal_alignment=ft.CrossAxisAlignment.STRETCH, tight=True
    )


def _fit(here: Here) -> bool:
    """Whether no word has to be broken in the middle."""
    names = " ".join(feeling_name(here.words, feeling) for feeling in FEELINGS)
    card = min(here.state.width, PAGE_WIDTH) - 4 * EDGE
    room = (card - (len(FEELINGS) - 1) * _GAP) / len(FEELINGS) - 2 * _EDGE
    return max(map(len, names.split())) * _LETTER <= room


def _of(tapped: Callable[[int], None], feeling: int) -> Callable[[], None]:
    return lambda: tapped(feeling)


def _face(here: Here, feeling: int, tapped: Callable[[], None], *, narrow: bool) -> ft.Control:
    picture = ft.Icon(feeling_icon(feeling), size=36, color=ft.Colors.PRIMARY)
    text = ft.Text(
        feeling_name(here.words, feeling),
        theme_style=ft.TextThemeStyle.BODY_SMALL if narrow else ft.TextThemeStyle.BODY_MEDIUM,
        text_align=ft.TextAlign.CENTER if narrow else ft.TextAlign.START,
    )
    inside: ft.Control = (
        ft.Column(
            [picture, text],
            spacing=2,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        )
        if narrow
        else ft.Row([picture, ft.Container(text, expand=True)], spacing=12)
    )
    button = ft.Container(
        inside,
        ink=True,
        border_radius=RADIUS // 2,
        padding=ft.Padding.symmetric(horizontal=_EDGE, vertical=8),
        on_click=lambda _: tapped(),
    )
    return ft.MergeSemantics(ft.Semantics(button=True, content=button), expand=narrow or None)
