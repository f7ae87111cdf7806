"""Choosing one of several, in the open: nothing hides in a menu, and no choice is told by colour alone."""

from collections.abc import Callable, Sequence
from typing import Any

import flet as ft

from mia_companion.ui.components.buttons import Tapped
from mia_companion.ui.components.narrow import fits, is_narrow, letter_size
from mia_companion.ui.components.options import choices
from mia_companion.ui.components.told import question
from mia_companion.ui.theme import GAP, RADIUS, TARGET

Option = tuple[str, str]
"""A value and its words."""

_LETTER, _CIRCLE, _LEAST = 9, 56, 112
"""Logical pixels: a radio button takes all the width it is given, so it is given what its words need."""


def choice(
    label: str, options: Sequence[Option], value: str, change: Callable[[str], Any]
) -> ft.Control:
    """One of a few, as radio buttons side by side while there is room, or else as whole lines."""
    size = letter_size()
    widths = {
        one: max(_LEAST, _CIRCLE + int(_LETTER * size * len(words))) for one, words in options
    }
    if is_narrow() or not all(fits(one) for one in widths.values()):
        return choices(label, options, value, change)
    radios: list[ft.Control] = [
        ft.Container(ft.Radio(value=one, label=words, height=TARGET), width=widths[one], key=one)
        for one, words in options
    ]
    group = ft.RadioGroup(
        value=value,
        on_change=lambda e: change(str(e.data or "")),
        content=ft.Row(radios, wrap=True, spacing=GAP, run_spacing=0),
    )
    return question(label, [group], gap=0)


def chip(words: str, *, chosen: bool, tapped: Tapped, key: str = "") -> ft.Control:
    """One of many short choices. A tick and the screen reader both say which is chosen."""
    button = ft.OutlinedButton(
        words,
        icon=ft.Icons.CHECK if chosen else None,
        on_click=lambda _: tapped(),
        style=ft.ButtonStyle(
            padding=ft.Padding.symmetric(horizontal=14, vertical=14),
            shape=ft.RoundedRectangleBorder(radius=RADIUS),
            bgcolor=ft.Colors.PRIMARY_CONTAINER if chosen else None,
            color=ft.Colors.ON_PRIMARY_CONTAINER if chosen else ft.Colors.PRIMARY,
        ),
    )
    return ft.MergeSemantics(ft.Semantics(selected=chosen, content=button), key=key or words)
