"""Two words to compare with the coordinator's screen, on a phone that has just come in.

Where the coordinator had the invitation before them, it is asked openly; where not, it is one line that
opens, since nobody can answer alone. Nothing else on Today waits for it.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import flet as ft

from mia_companion.app.pairing import ASKED, Pairing
from mia_companion.ui.components.buttons import primary, quiet, secondary
from mia_companion.ui.components.calm import use_calm
from mia_companion.ui.components.cards import SKY, card, stack
from mia_companion.ui.components.pair_words import pair_in
from mia_companion.ui.components.texts import body, heading, live, told
from mia_companion.ui.context import use_here
from mia_companion.ui.theme import GAP

EVERY_SECONDS = 5.0
pause = asyncio.sleep


@ft.component
def PairOfWords() -> ft.Control:
    """Nothing, nearly always."""
    here = use_here()
    pairing = here.view.pairing
    thanked, thank = ft.use_state(False)
    page = ft.context.page
    asked = pairing is not None and pairing.said == ASKED

    async def watch() -> None:
        """The coordinator's yes ends the asking here, too. After one's own there is one look a visit."""
        while pairing is not None:
            if page.session.connection is not None:
                await here.do.pairing.look_here()
            if not asked:
                return
            await pause(EVERY_SECONDS)

    ft.use_effect(watch, [pairing and pairing.pair, asked], cleanup=_ended)
    if pairing is not None and asked:
        return Asking(pairing, lambda: thank(True))
    thanks = [body(here.t("Thank you. You have said that it is the right phone."))]
    return live(stack(thanks if thanked else []))


def _ended() -> None:
    """Given as a clean-up, so that Flet ends the watching with the screen."""


@ft.component
def Asking(pairing: Pairing, thank: Callable[[], Any]) -> ft.Control:
    """`thank` is called after a yes; after a no this screen is gone."""
    here = use_here()
    calm = use_calm()
    opened, set_opened = ft.use_state(pairing.watched)
    wrong, set_wrong = ft.use_state("")
    t = here.t

    async def the_same() -> None:
        if not calm():
            return
        if await here.do.pairing.the_same():
            set_wrong(t("That did not get through. Nothing has changed. Try again in a while."))
        else:
            with suppress(RuntimeError):
                thank()

    async def not_the_same() -> None:
        if calm() and await here.do.pairing.not_the_same():
            set_wrong(
                t("That did not get through. Tell your coordinator, who can close this phone.")
            )

    if not opened:
        return ft.Row(
            [
                quiet(
                    t("Two words for your coordinator"),
                    lambda: set_opened(True),
                    ft.Icons.HANDSHAKE_OUTLINED,
                )
            ],
            wrap=True,
        )
    large = ft.Text(
        pair_in(here.words, pairing.pair), theme_style=ft.TextThemeStyle.HEADLINE_MEDIUM
    )
    return card(
        [
            heading(t("Your two words"), 2),
            large,
            body(t("Are they the same on your coordinator's screen?")),
            ft.Row(
                [
                    primary(t("They are the same"), the_same),
                    secondary(t("Not the same"), not_the_same),
                ],
                wrap=True,
                spacing=GAP,
            ),
            told(wrong),
        ],
        tone=SKY,
        gap=10,
    )
