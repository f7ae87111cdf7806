"""Several of many, each a whole line to tap; a box says which are chosen, to the eye and to the ear."""

from collections.abc import Callable
from typing import Any

import flet as ft

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
    row: list[ft.Control] = [ft.Column(texts, spacing=0, tight=True, expand=True)]
    if icon is not None:
        row.insert(0, ft.Icon(icon, color=tint))
    box = ft.Icons.CHECK_BOX if on else ft.Icons.CHECK_BOX_OUTLINE_BLANK
    row.append(ft.Icon(box, color=ft.Colors.PRIMARY if on else ft.Colors.OUTLINE))
    line = ft.Container(
        ft.Row(row, spacing=12),
        bgcolor=ft.Colors.PRIMARY_CONTAINER if on else ft.Colors.SURFACE_CONTAINER_LOWEST,
        border=ft.Border.all(1, ft.Colors.PRIMARY if on else ft.Colors.OUTLINE_VARIANT),
        border_radius=RADIUS,
        padding=ft.Padding.symmetric(horizontal=14, vertical=(TARGET - 26) // 2),
        ink=True,
        on_click=lambda _: tapped(),
    )
    return ft.MergeSemantics(ft.Semantics(checked=on, content=line))
