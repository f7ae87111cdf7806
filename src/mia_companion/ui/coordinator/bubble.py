"""One message. Redrawn only when what it says, or where it is, has changed."""

from dataclasses import dataclass

import flet as ft

from mia_companion.ui.memo import memo
from mia_companion.ui.theme import RADIUS

_ASIDE = 40
"""Logical pixels left free on the other side, so that sides are told apart without colour."""


@dataclass(frozen=True, slots=True)
class BubbleWords:
    """`meta` says who, when and where it is."""

    said: str
    meta: str
    mine: bool


@memo
@ft.component
def Bubble(message: BubbleWords) -> ft.Control:
    """One's own at the end of the line, others' at the start."""
    mine = message.mine
    tint = ft.Colors.ON_PRIMARY_CONTAINER if mine else ft.Colors.ON_SURFACE
    inside = ft.Column(
        [
            ft.Text(message.said, color=tint),
            ft.Text(message.meta, theme_style=ft.TextThemeStyle.BODY_SMALL, color=tint),
        ],
        spacing=4,
        tight=True,
    )
    bubble = ft.Container(
        inside,
        bgcolor=ft.Colors.PRIMARY_CONTAINER if mine else ft.Colors.SURFACE_CONTAINER_HIGH,
        border_radius=RADIUS,
        padding=ft.Padding.symmetric(horizontal=14, vertical=10),
        expand=True,
        expand_loose=True,
    )
    aside = ft.Container(width=_ASIDE)
    return ft.Row(
        [aside, bubble] if mine else [bubble, aside],
        alignment=ft.MainAxisAlignment.END if mine else ft.MainAxisAlignment.START,
        spacing=0,
    )
