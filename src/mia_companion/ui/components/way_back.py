"""The way back from a screen that lies on another, in our own words: Flutter has none in some languages."""

from collections.abc import Callable
from typing import cast

import flet as ft

from mia_companion.ui.components.buttons import icon_button
from mia_companion.ui.context import Here


def way_back(here: Here, *, closes: bool = False) -> ft.IconButton:
    """In the bar, where reading begins. `closes` is for what lies on top of whatever one was doing."""
    if closes:
        return icon_button(ft.Icons.CLOSE, here.t("Close"), _leave)
    return icon_button(ft.Icons.ARROW_BACK, here.t("Back"), _leave)


def _leave() -> None:
    """As the system's own way back does: the router knows where from here."""
    page = ft.context.page
    pop = cast("Callable[[ft.ViewPopEvent], None] | None", page.on_view_pop)  # it is the router's
    if pop is not None:
        pop(ft.ViewPopEvent(name="view_pop", control=page, data=None, route=page.route))
