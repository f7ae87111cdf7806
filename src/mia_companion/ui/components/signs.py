"""An icon and what it says, on one line."""

import flet as ft

from mia_companion.ui.components.narrow import line
from mia_companion.ui.components.texts import body


def sign(icon: ft.IconData, words: str) -> ft.Control:
    """The icon is only for the eye: the words say it all."""
    return line(
        ft.Icon(icon, size=22, color=ft.Colors.ON_SURFACE_VARIANT), [body(words)], gap=10, top=True
    )
