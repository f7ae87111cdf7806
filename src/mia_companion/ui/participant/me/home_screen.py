"""MIA among the other apps of a phone, for who has it in a browser: how, and what it means.

The page keeps what the browser would ask (`assets/index.html` listens for the address below), until here.
"""

import flet as ft

from mia_companion.device.browser.home import ASKS, IS_THERE
from mia_companion.i18n.words import later
from mia_companion.ui.components.buttons import primary
from mia_companion.ui.components.cards import card
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.texts import body, lead
from mia_companion.ui.context import Here, use_here

ASK = "mia:home-screen"
"""Opened as an address, it has the browser ask."""

NAME = later("MIA on your home screen")
_IN_A_MENU = later("In the browser's menu it is called Install app, or Add to home screen.")
_ON_AN_IPHONE = (
    later("Open MIA in Safari, and tap the sign for sharing: a square with an arrow up."),
    later("Choose Add to Home Screen, and then Add."),
    later("It may ask for a new code there. Your coordinator makes one for you."),
)


def can_be_put_there(here: Here) -> bool:
    """Whether it is opened in a browser, and not from there already."""
    return bool(ft.context.page.web) and here.state.home != IS_THERE


@ft.component
def HomeScreenScreen() -> ft.Control:
    """A button where the browser can ask, and words for wherever it cannot."""
    here = use_here()
    t = here.t
    launcher = ft.use_memo(ft.UrlLauncher, [])

    async def ask() -> None:
        await launcher.launch_url(ASK)

    asks = here.state.home == ASKS
    ways = _ON_AN_IPHONE if ft.context.page.platform == ft.PagePlatform.IOS else (_IN_A_MENU,)
    return page(
        here,
        t(NAME),
        [
            lead(t("One tap opens it, like an app.")),
            *([primary(t("Put it there"), ask, ft.Icons.ADD_TO_HOME_SCREEN)] if asks else []),
            *[body(t(one)) for one in ways],
            card(
                [
                    body(t("It is called MIA there. Whoever sees your screen can see that.")),
                    body(t("MIA needs the network there, too.")),
                ]
            ),
        ],
    )
