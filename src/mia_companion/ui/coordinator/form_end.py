"""How every form of the coordinator's ends: why nothing was kept, and the ways out."""

from collections.abc import Callable

import flet as ft

from mia_companion.ui.components.buttons import BACK, answers, primary, quiet
from mia_companion.ui.components.texts import body, live
from mia_companion.ui.context import Here, go
from mia_companion.ui.theme import GAP


def wrong_line(words: str) -> list[ft.Control]:
    """Why nothing was kept, said aloud."""
    return [live(body(words))] if words else []


def buttons(here: Here, words: str, tapped: Callable[[], None], back: str) -> ft.Control:
    """Do it, or go back to where one came from."""
    return ft.Row(
        [
            primary(words, tapped),
            answers(BACK, quiet(here.t("Back without saving"), lambda: go(back))),
        ],
        wrap=True,
        spacing=GAP,
    )
