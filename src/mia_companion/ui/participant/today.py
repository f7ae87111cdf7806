"""Today: the next small step, the next appointment, the latest message."""

import flet as ft

from mia_companion.ui.components.texts import heading
from mia_companion.ui.context import use_here


@ft.component
def TodayScreen() -> ft.Control:
    """Where the participant stands."""
    here = use_here()
    return ft.View(route=ft.use_view_path(), controls=[heading(here.t("Today"), 1)])
