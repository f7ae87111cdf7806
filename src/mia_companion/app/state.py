"""What a screen subscribes to. One observable a page; its fields hold frozen values, replaced whole."""

from dataclasses import dataclass

import flet as ft

from mia_companion.app.view import View


@ft.observable
@dataclass
class AppState:
    """`view` is what the companion shows; `width` is the page's, in logical pixels."""

    view: View
    width: float = 390
    height: float = 844
