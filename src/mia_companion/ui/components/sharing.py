"""Who can see something: said plainly where one chooses, and with a lock on what is private."""

from collections.abc import Callable

import flet as ft

from mia_companion.ui.components.icons import PRIVATE, SHARED
from mia_companion.ui.components.options import option
from mia_companion.ui.components.told import question
from mia_companion.ui.context import Here


def who_sees(here: Here, private: bool, change: Callable[[bool], None]) -> ft.Control:
    """Two lines to choose from; shared is what one begins with."""
    return question(
        here.t("Who can see this?"),
        [
            option(
                here.t("You and your coordinator"),
                chosen=not private,
                tapped=lambda: change(False),
                icon=SHARED,
            ),
            option(
                here.t("Only you"),
                about=here.t(
                    "Your coordinator cannot read it, or see that it is there. Those who run the"
                    " server technically could."
                ),
                chosen=private,
                tapped=lambda: change(True),
                icon=PRIVATE,
            ),
        ],
    )


def only_you(words: str) -> ft.Control:
    """The lock and its words; `words` are "Only you" in the person's language."""
    return ft.Row(
        [
            ft.Icon(PRIVATE, size=18, color=ft.Colors.ON_SURFACE_VARIANT),
            ft.Text(
                words,
                theme_style=ft.TextThemeStyle.BODY_SMALL,
                color=ft.Colors.ON_SURFACE_VARIANT,
            ),
        ],
        spacing=6,
        tight=True,
    )
