"""Buttons, one strength each: a screen has one primary.

None has a fixed height: with large text they grow. The theme's padding makes them 48 pixels or more.
"""

from collections.abc import Callable
from typing import Any

import flet as ft

from mia_companion.i18n.words import Words
from mia_companion.ui.components.narrow import is_narrow
from mia_companion.ui.components.own_words import shortened
from mia_companion.ui.components.turned import icon_of, in_button
from mia_companion.ui.theme import TARGET

Tapped = Callable[[], Any]

_TALL = ft.ButtonStyle(padding=ft.Padding.symmetric(horizontal=20, vertical=17))


_SLIM = ft.ButtonStyle(padding=ft.Padding.symmetric(horizontal=8, vertical=14))


def _beside(icon: ft.IconData | None) -> ft.IconData | ft.Icon | None:
    """None where a long word needs its room: the words say it all."""
    return None if is_narrow() else in_button(icon)


def _sides() -> ft.ButtonStyle | None:
    return _SLIM if is_narrow() else None


def nothing() -> None:
    """For a button to which something else listens."""


def primary(
    words: str,
    tapped: Tapped,
    icon: ft.IconData | None = None,
    *,
    disabled: bool = False,
    named: str = "",
) -> ft.FilledButton:
    """The one thing to do here. `named` is what a screen reader is told instead of the words."""
    return ft.FilledButton(
        _centred(words, named),
        icon=_beside(icon),
        style=_SLIM if is_narrow() else _TALL,
        disabled=disabled,
        on_click=quietly(tapped),
    )


def primary_for(words: Words, deed: str, matter: str, tapped: Tapped) -> ft.FilledButton:
    """The one thing to do about each of several: a screen reader is told about which."""
    return primary(deed, tapped, named=deed_for(words, deed, matter))


def secondary(
    words: str, tapped: Tapped, icon: ft.IconData | None = None, *, named: str = ""
) -> ft.OutlinedButton:
    """Another thing to do. `named` is what a screen reader is told instead of the words."""
    return ft.OutlinedButton(
        _centred(words, named), icon=_beside(icon), style=_sides(), on_click=quietly(tapped)
    )


def tonal(words: str, tapped: Tapped, icon: ft.IconData | None = None) -> ft.FilledTonalButton:
    """One of several equal choices."""
    return ft.FilledTonalButton(
        _centred(words), icon=_beside(icon), style=_sides(), on_click=quietly(tapped)
    )


def quiet(
    words: str, tapped: Tapped, icon: ft.IconData | None = None, *, named: str = ""
) -> ft.TextButton:
    """A way out, or a small thing. `named` is what a screen reader is told instead of the words."""
    return ft.TextButton(
        _centred(words, named), icon=_beside(icon), style=_sides(), on_click=quietly(tapped)
    )


def quiet_for(
    words: Words, deed: str, matter: str, tapped: Tapped, icon: ft.IconData | None = None
) -> ft.TextButton:
    """One of several that are called the same: the eye sees which is which by where it stands, and a screen
    reader is told what it is for."""
    return quiet(deed, tapped, icon, named=deed_for(words, deed, matter))


def deed_for(words: Words, deed: str, matter: str) -> str:
    """What a screen reader is told of one of several buttons that are called the same."""
    # Translators: what a button does, and to which of several things: "Move: A visit to the doctor".
    return words.t("{deed}: {what}", deed=deed, what=shortened(matter))


def for_the_eye(name: str) -> ft.Tooltip:
    """A name that comes under the pointer. A screen reader has it from the icon, and is not told it twice."""
    return ft.Tooltip(message=name, exclude_from_semantics=True)


def icon_button(icon: ft.IconData, name: str, tapped: Tapped, *, named: str = "") -> ft.IconButton:
    """An icon that says its name to those who do not see it; `named` is said instead."""
    return ft.IconButton(
        icon=icon_of(icon, semantics_label=named or name),
        tooltip=for_the_eye(name),
        width=TARGET,
        height=TARGET,
        on_click=quietly(tapped),
    )


SEND, BACK, UNDO = "send", "back", "undo"
"""What a key presses in a browser: Ctrl+Enter, Escape, Ctrl+Z (`assets/keyboard.js`)."""
BEGIN = "begin"
"""What a keyboard stands on when the screen comes, where that is not its heading (`assets/keyboard.js`)."""


def answers(key: str, button: ft.Control) -> ft.Control:
    """The button that one of these keys presses on its screen."""
    return ft.MergeSemantics(ft.Semantics(identifier=key, content=button))


def _centred(words: str, named: str = "") -> ft.Text:
    """Words on two lines stand in the middle, as those on one do. Size and colour are the button's."""
    return ft.Text(words, text_align=ft.TextAlign.CENTER, semantics_label=named or None)


def quietly(tapped: Tapped) -> Callable[[ft.Event[Any]], Any]:
    """Handlers here need no event; a coroutine is handed on to be awaited."""

    async def handle(_: ft.Event[Any]) -> None:
        result = tapped()
        if hasattr(result, "__await__"):
            await result

    return handle
