"""A path that leads nowhere."""

import flet as ft

from mia_companion.ui import places
from mia_companion.ui.components.buttons import primary
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.texts import heading
from mia_companion.ui.context import go, use_here
from mia_companion.ui.theme import EDGE


@ft.component
def LostScreen() -> ft.Control:
    """Kind, and one way on."""
    here = use_here()
    return ft.SafeArea(
        ft.Container(
            stack(
                [
                    heading(here.t("There is nothing here"), 1),
                    primary(here.t("To the start"), lambda: go(places.TODAY)),
                ]
            ),
            padding=EDGE,
        )
    )
