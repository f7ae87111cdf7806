"""An icon and what it says, on one line."""

import flet as ft

from mia_companion.ui.components.texts import body


def sign(icon: ft.IconData, words: str) -> ft.Control:
    """The icon is only for the eye: the words say it all."""
    text = body(words)
    text.expand = True
    return ft.Row(
        [ft.Icon(icon, size=22, color=ft.Colors.ON_SURFACE_VARIANT), text],
        spacing=10,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
