"""Several of many, each a whole line to tap; a box says which are chosen, to the eye and to the ear."""

from collections.abc import Callable
from typing import Any

import flet as ft

from mia_companion.ui.components.narrow import edge, line
from mia_companion.ui.components.texts import muted
from mia_companion.ui.theme import RADIUS, TARGET


def tick(
    words: str,
    *,
    on: bool,
    tapped: Callable[[], Any],
    icon: ft.IconData | None = None,
    about: str = "",
) -> ft.Control:
    """A line to tick. Screen readers are told of a box that is ticked or not."""
    tint = ft.Colors.ON_PRIMARY_CONTAINER if on else ft.Colors.ON_SURFACE
    texts: list[ft.Control] = [ft.Text(words, color=tint)]
    if about:
        said = muted(about)
        if on:
            said.color = tint
        texts.append(said)
    sign = ft.Icons.CHECK_BOX if on else ft.Icons.CHECK_BOX_OUTLINE_BLANK
    box = ft.Icon(sign, color=ft.Colors.PRIMARY if on else ft.Colors.OUTLINE)
    beside = ft.Icon(icon, color=tint) if icon is not None else None
    whole = ft.Container(
        line(beside, texts, box, between=0),
        bgcolor=ft.Colors.PRIMARY_CONTAINER if on else ft.Colors.SURFACE_CONTAINER_LOWEST,
        border=ft.Border.all(1, ft.Colors.PRIMARY if on else ft.Colors.OUTLINE_VARIANT),
        border_radius=RADIUS,
        padding=ft.Padding.symmetric(horizontal=edge(14, 4), vertical=(TARGET - 26) // 2),
        ink=True,
        on_click=lambda _: tapped(),
    )
    return ft.MergeSemantics(ft.Semantics(checked=on, content=whole))
