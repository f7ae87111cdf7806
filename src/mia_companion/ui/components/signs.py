"""An icon and what it says, on one line; and the sign of what is on its way."""

import flet as ft

from mia_companion.ui.components.narrow import line
from mia_companion.ui.components.texts import body


def sign(icon: ft.IconData, words: str) -> ft.Control:
    """The icon is only for the eye: the words say it all."""
    return line(
        ft.Icon(icon, size=22, color=ft.Colors.ON_SURFACE_VARIANT), [body(words)], gap=10, top=True
    )


def waits(size: int = 24) -> ft.Icon:
    """Beside words that say what is on its way. It stands still: a ring that turns also does so where the
    device is set to less motion, of which Flet does not tell."""
    return ft.Icon(ft.Icons.HOURGLASS_EMPTY, size=size, color=ft.Colors.PRIMARY)
