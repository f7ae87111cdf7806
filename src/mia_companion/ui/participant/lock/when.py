"""When the app locks by itself."""

from collections.abc import Callable

import flet as ft

from mia_companion.ui.components.frame import page
from mia_companion.ui.components.options import option
from mia_companion.ui.components.texts import body
from mia_companion.ui.components.told import question
from mia_companion.ui.context import use_here
from mia_companion.ui.participant.lock.lock_and_hide import WHEN


@ft.component
def LockWhenScreen() -> ft.Control:
    """One choice, kept at once."""
    here = use_here()
    t, chosen = here.t, here.view.choices.minutes_away

    def choose(minutes: str) -> Callable[[], None]:
        return lambda: here.do.choices.lock_after(minutes)

    lines = [
        option(t(name), chosen=minutes == str(chosen), tapped=choose(minutes))
        for minutes, name in WHEN.items()
    ]
    return page(
        here,
        t("When it locks by itself"),
        [
            question(t("When you have left MIA for something else"), lines),
            body(t("It is always locked when MIA is started anew.")),
        ],
    )
