"""Welcome."""

import flet as ft

from mia_companion.ui.components.texts import heading
from mia_companion.ui.context import use_here


@ft.component
def WelcomeScreen() -> ft.Control:
    """Welcome."""
    here = use_here()
    return ft.View(route=ft.use_view_path(), controls=[heading(here.t("Welcome"), 1)])
