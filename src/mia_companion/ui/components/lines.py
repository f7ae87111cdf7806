"""A line that leads somewhere: an icon, what it is, a word about it, and an arrow."""

import flet as ft

from mia_companion.ui.components.buttons import Tapped
from mia_companion.ui.components.cards import card
from mia_companion.ui.components.texts import muted


def way_on(icon: ft.IconData, words: str, about: str, tapped: Tapped) -> ft.Control:
    """The whole line is one button; `about` may be empty."""
    texts: list[ft.Control] = [ft.Text(words)]
    if about:
        texts.append(muted(about))
    row = ft.Row(
        [
            ft.Icon(icon, color=ft.Colors.ON_SURFACE_VARIANT),
            ft.Column(texts, spacing=0, tight=True, expand=True),
            ft.Icon(ft.Icons.CHEVRON_RIGHT, color=ft.Colors.OUTLINE),
        ],
        spacing=14,
    )
    return ft.MergeSemantics(ft.Semantics(button=True, content=card([row], tapped=tapped)))
