"""Something that can be done at once about a person, beside the name."""

import flet as ft

from mia_companion.ui.components.buttons import Tapped, icon_button, quiet
from mia_companion.ui.context import Here


def deed(here: Here, words: str, tapped: Tapped, icon: ft.IconData) -> ft.Control:
    """In words where there is room, else an icon that says its name."""
    return quiet(words, tapped, icon) if here.wide else icon_button(icon, words, tapped)
