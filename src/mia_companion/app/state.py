"""What a page's screens subscribe to. Its fields hold frozen values and are replaced whole."""

from dataclasses import dataclass

import flet as ft

from mia_companion.app.actions import Actions
from mia_companion.app.view import View
from mia_companion.domain.ids import Clock


@ft.observable
@dataclass
class AppState:
    """`view` is what the companion shows; `width` is the page's, in logical pixels.

    `stumbled` is set when a screen failed: the person is told, and what was recorded is safe.
    """

    view: View
    do: Actions
    clock: Clock
    width: float = 390
    stumbled: bool = False
