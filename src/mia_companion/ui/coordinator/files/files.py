"""In and out: one's own list as a file, and a list from one."""

import flet as ft

from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.texts import heading
from mia_companion.ui.context import use_here
from mia_companion.ui.coordinator.files.bringing_in import BringingIn
from mia_companion.ui.coordinator.files.taking_out import TakingOut
from mia_companion.ui.coordinator.frame import centred, narrow_view
from mia_companion.ui.theme import EDGE


@ft.component
def FilesScreen() -> ft.Control:
    """Above the team's place."""
    here = use_here()
    title = heading(here.t("Lists in and out"), 1)
    inside = stack([title, TakingOut(2), ft.Divider(), BringingIn(2)], gap=EDGE + 4)
    return narrow_view(here, "", [centred(inside)])
