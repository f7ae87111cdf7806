"""Before the app closes itself to staff who have not touched it: one touch of anything is enough."""

import flet as ft

from mia_companion.ui.components.buttons import secondary
from mia_companion.ui.components.cards import WARM, card
from mia_companion.ui.components.texts import live
from mia_companion.ui.context import use_here
from mia_companion.ui.theme import PAGE_WIDTH


@ft.component
def ClosesSoon() -> ft.Control:
    """At the foot of every screen, in room of its own; nothing, most of the time."""
    here = use_here()
    if not here.view.closes_soon:
        return ft.Container(visible=False)
    words = here.t(
        "MIA closes soon, because nobody has touched it for a while. What you have half written is kept."
    )
    text = live(ft.Text(words, color=ft.Colors.ON_SECONDARY_CONTAINER))
    stay = secondary(here.words.c("before it closes", "Stay"), here.do.login.touched)
    bar = ft.Container(card([text, ft.Row([stay], wrap=True)], tone=WARM), width=PAGE_WIDTH)
    return ft.Container(bar, alignment=ft.Alignment.CENTER, padding=8)
