"""One of several, each a whole line to tap, with an icon and words; a tick says which is chosen."""

from collections.abc import Callable, Iterable
from typing import Any

import flet as ft

from mia_companion.ui.components.narrow import edge, line
from mia_companion.ui.components.texts import muted, own_name
from mia_companion.ui.components.told import question
from mia_companion.ui.components.turned import icon_of
from mia_companion.ui.theme import RADIUS, TARGET


def option(
    words: str,
    *,
    chosen: bool,
    tapped: Callable[[], Any],
    icon: ft.IconData | None = None,
    about: str = "",
    named: bool = False,
) -> ft.Control:
    """A line to choose. Screen readers are told whether it is selected. `named` is a language's own name."""
    tint = ft.Colors.ON_PRIMARY_CONTAINER if chosen else ft.Colors.ON_SURFACE
    texts: list[ft.Control] = [
        own_name(words, color=tint)
        if named
        else ft.Text(words, color=tint, theme_style=ft.TextThemeStyle.BODY_MEDIUM)
    ]
    if about:
        texts.append(
            ft.Text(about, theme_style=ft.TextThemeStyle.BODY_SMALL, color=tint)
            if chosen
            else muted(about)
        )
    sign = ft.Icons.CHECK_CIRCLE if chosen else ft.Icons.RADIO_BUTTON_UNCHECKED
    mark = ft.Icon(sign, color=ft.Colors.PRIMARY if chosen else ft.Colors.OUTLINE)
    beside = ft.Icon(icon, color=tint) if icon is not None else None
    whole = ft.Container(
        line(beside, texts, mark, between=0),
        bgcolor=ft.Colors.PRIMARY_CONTAINER if chosen else ft.Colors.SURFACE_CONTAINER_LOWEST,
        border=ft.Border.all(1, ft.Colors.PRIMARY if chosen else ft.Colors.OUTLINE_VARIANT),
        border_radius=RADIUS,
        padding=ft.Padding.symmetric(horizontal=edge(14, 4), vertical=(TARGET - 26) // 2),
        ink=True,
        on_click=lambda _: tapped(),
    )
    return ft.MergeSemantics(ft.Semantics(selected=chosen, button=True, content=whole))


def choices(
    label: str, named: Iterable[tuple[str, str]], chosen: str, choose: Callable[[str], Any]
) -> ft.Control:
    """One of several by its name, each with its words."""

    def one(name: str, words: str) -> ft.Control:
        return option(words, chosen=name == chosen, tapped=lambda: choose(name))

    return question(label, [one(*each) for each in named])


def switch_line(
    words: str,
    about: str,
    *,
    on: bool,
    changed: Callable[[bool], Any],
    icon: ft.IconData | None = None,
) -> ft.Control:
    """Something that is on or off, a whole line to tap; the words and the switch are one."""
    texts: list[ft.Control] = [ft.Text(words)]
    if about:
        texts.append(muted(about))
    beside = ft.Icon(icon, color=ft.Colors.ON_SURFACE_VARIANT) if icon is not None else None
    switch = icon_of(
        ft.Icons.TOGGLE_ON if on else ft.Icons.TOGGLE_OFF_OUTLINED,
        size=40,
        color=ft.Colors.PRIMARY if on else ft.Colors.OUTLINE,
    )
    whole = ft.Container(
        line(beside, texts, switch, between=0),
        bgcolor=ft.Colors.SURFACE_CONTAINER_LOWEST,
        border=ft.Border.all(1, ft.Colors.OUTLINE_VARIANT),
        border_radius=RADIUS,
        padding=ft.Padding.symmetric(horizontal=edge(14, 4), vertical=8),
        ink=True,
        on_click=lambda _: changed(not on),
    )
    return ft.MergeSemantics(ft.Semantics(toggled=on, button=True, content=whole))
