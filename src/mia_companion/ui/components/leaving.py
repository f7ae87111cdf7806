"""Signing out from a screen's bar, and why it could not be done."""

import flet as ft

from mia_companion.ui import places
from mia_companion.ui.components.buttons import Tapped
from mia_companion.ui.components.cards import WARM, card
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import live
from mia_companion.ui.context import Here, go


def use_leaving(here: Here) -> tuple[Tapped, str]:
    """Signing out, and why it could not be done."""
    told, set_told = ft.use_state("")

    async def leave() -> None:
        problem = await here.do.access.sign_out()
        if problem:
            set_told(
                here.t("You are still signed in, so that nothing is lost.")
                + " "
                + sentence(here.words, problem)
            )
        else:
            go(places.TODAY)

    return leave, told


def told_leaving(words: str) -> ft.Control:
    """Why one is still here."""
    text = ft.Text(words, color=ft.Colors.ON_SECONDARY_CONTAINER)
    return live(card([text], tone=WARM))
