"""The keys of `assets/keyboard.js`, for those who sit at a keyboard all day."""

import flet as ft

from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.texts import body, heading
from mia_companion.ui.context import Here


def keys(here: Here) -> list[ft.Control]:
    """In a browser, which alone knows them."""
    t = here.t
    if not ft.context.page.web:
        return []
    lines = (
        t("F6: to the next heading, past what you have seen"),
        t("Esc: back, or close"),
        t("Ctrl and Enter: send what you have written"),
        t("Ctrl and Z: undo what you did last"),
    )
    return [stack([heading(t("Keys that help")), *(body(one) for one in lines)], gap=6)]
