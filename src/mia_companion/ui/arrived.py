"""The ways in, walked by someone who is in already: they lead on to the start."""

import flet as ft

from mia_companion.ui import places
from mia_companion.ui.context import go


@ft.component
def ArrivedScreen() -> ft.Control:
    """Shown for a moment, right after a code or a sign-in was taken."""
    ft.use_effect(lambda: go(places.TODAY), [])
    return ft.View(route=ft.use_view_path(), controls=[])
