"""One meeting in the calendar. Drawn anew only when what it says has changed."""

from collections.abc import Callable
from typing import Any

import flet as ft

from mia_companion.ui.coordinator.calendar.telling import MeetingWords, Said
from mia_companion.ui.memo import memo
from mia_companion.ui.theme import RADIUS


@memo
@ft.component
def MeetingRow(said: MeetingWords, opened: Callable[[str, str], Any]) -> ft.Control:
    """One button: time, title, who, and how it stands. Cancelled ones are quieter, and say so."""
    quiet = said.cancelled
    tint = ft.Colors.ON_SURFACE_VARIANT if quiet else ft.Colors.ON_SURFACE
    ground = ft.Colors.SURFACE if quiet else ft.Colors.SURFACE_CONTAINER_LOWEST
    lines: list[ft.Control] = [
        ft.Text(said.when, theme_style=ft.TextThemeStyle.LABEL_LARGE, color=tint),
        ft.Text(said.title, color=tint),
        ft.Text(said.who, theme_style=ft.TextThemeStyle.BODY_SMALL, color=tint),
        _line(said.where, ft.Colors.ON_SURFACE_VARIANT),
        *(_line(one, ft.Colors.ON_SURFACE_VARIANT) for one in said.states),
        *(_doubt(one) for one in said.doubts if not quiet),
    ]
    box = ft.Container(
        ft.Column(lines, spacing=3, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        bgcolor=ground,
        border=ft.Border.all(1, ft.Colors.OUTLINE_VARIANT),
        border_radius=RADIUS,
        padding=12,
        ink=True,
        on_click=lambda _: opened(said.participant, said.appointment),
    )
    return ft.MergeSemantics(ft.Semantics(button=True, content=box))


def _line(said: Said, tint: str) -> ft.Control:
    icon, words = said
    text = ft.Text(words, theme_style=ft.TextThemeStyle.BODY_SMALL, color=tint, expand=True)
    return ft.Row(
        [ft.Icon(icon, size=16, color=tint), text],
        spacing=6,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def _doubt(words: str) -> ft.Control:
    """On a warm ground: nothing is wrong, but one may want to know."""
    return ft.Container(
        ft.Text(
            words,
            theme_style=ft.TextThemeStyle.BODY_SMALL,
            color=ft.Colors.ON_SECONDARY_CONTAINER,
        ),
        bgcolor=ft.Colors.SECONDARY_CONTAINER,
        border_radius=10,
        padding=ft.Padding.symmetric(horizontal=8, vertical=4),
    )
