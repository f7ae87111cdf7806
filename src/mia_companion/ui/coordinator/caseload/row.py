"""One person in the caseload. Redrawn only when what it says has changed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import flet as ft

from mia_companion.ui.coordinator.caseload.reasons import icon_of
from mia_companion.ui.memo import memo
from mia_companion.ui.theme import EDGE, GAP, RADIUS


@dataclass(frozen=True, slots=True)
class RowWords:
    """What a row says, in the language of the screen. Empty words are left out;
    `aside` says how this person came to be here, where that is not plain."""

    person: str
    name: str
    newest: str
    unread: str
    count: int
    reasons: tuple[tuple[str, str], ...] = ()
    """What each is, and its words."""
    aside: str = ""
    protected: str = ""
    chosen: bool = False


@memo
@ft.component
def CaseloadRow(said: RowWords, open_person: Callable[[str], Any]) -> ft.Control:
    """One button: the name, what is newest, and what asks for the coordinator."""
    tint = ft.Colors.ON_PRIMARY_CONTAINER if said.chosen else ft.Colors.ON_SURFACE
    marks: list[ft.Control] = [_mark(icon_of(what), words) for what, words in said.reasons]
    if said.protected:
        marks.append(_mark(ft.Icons.SHIELD, said.protected))
    lines: list[ft.Control] = [
        heading_line(said, tint),
        _small(said.newest, tint),
        *([_small(said.aside, tint)] if said.aside else []),
        *([ft.Row(marks, wrap=True, spacing=6, run_spacing=4)] if marks else []),
    ]
    line = ft.Container(
        ft.Column(lines, spacing=4, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        bgcolor=ft.Colors.PRIMARY_CONTAINER if said.chosen else None,
        border=ft.Border.all(2, ft.Colors.PRIMARY) if said.chosen else None,
        border_radius=RADIUS,
        padding=ft.Padding.symmetric(horizontal=EDGE, vertical=GAP),
        ink=True,
        on_click=lambda _: open_person(said.person),
    )
    return ft.MergeSemantics(ft.Semantics(button=True, selected=said.chosen, content=line))


def _small(words: str, tint: str) -> ft.Control:
    return ft.Text(words, theme_style=ft.TextThemeStyle.BODY_SMALL, color=tint, max_lines=3)


def heading_line(said: RowWords, tint: str) -> ft.Control:
    """The name, and how much is unread."""
    name = ft.Text(said.name, theme_style=ft.TextThemeStyle.TITLE_MEDIUM, color=tint, expand=True)
    return ft.Row([name, *([_unread(said)] if said.unread else [])], spacing=8)


def _unread(said: RowWords) -> ft.Control:
    """The number in a pill for the eye, whole words for the ear."""
    return ft.Semantics(
        label=said.unread,
        exclude_semantics=True,
        content=ft.Container(
            ft.Row(
                [
                    ft.Icon(ft.Icons.MAIL_OUTLINED, size=16, color=ft.Colors.ON_PRIMARY),
                    ft.Text(
                        str(said.count),
                        theme_style=ft.TextThemeStyle.LABEL_MEDIUM,
                        color=ft.Colors.ON_PRIMARY,
                    ),
                ],
                spacing=4,
                tight=True,
            ),
            bgcolor=ft.Colors.PRIMARY,
            border_radius=12,
            padding=ft.Padding.symmetric(horizontal=10, vertical=4),
        ),
    )


def _mark(icon: ft.IconData, words: str) -> ft.Control:
    tint = ft.Colors.ON_SECONDARY_CONTAINER
    return ft.Container(
        ft.Row(
            [
                ft.Icon(icon, size=16, color=tint),
                ft.Container(
                    ft.Text(words, theme_style=ft.TextThemeStyle.LABEL_MEDIUM, color=tint),
                    expand=True,
                    expand_loose=True,
                ),
            ],
            spacing=6,
            tight=True,
        ),
        bgcolor=ft.Colors.SECONDARY_CONTAINER,
        border_radius=12,
        padding=ft.Padding.symmetric(horizontal=10, vertical=4),
    )
