"""A whole line that leads on to another screen."""

import flet as ft

from mia_companion.ui.components.cards import PLAIN, card
from mia_companion.ui.components.narrow import line
from mia_companion.ui.components.texts import muted, strong
from mia_companion.ui.components.turned import icon_of
from mia_companion.ui.context import go


def way_on(
    icon: ft.IconData, words: str, path: str, about: str = "", *, tone: str = PLAIN
) -> ft.Control:
    """One button, whose name is its words and what stands beneath them."""
    texts: list[ft.Control] = [strong(words)]
    if about:
        texts.append(muted(about))
    whole = line(
        icon_of(icon, size=26, color=ft.Colors.PRIMARY),
        texts,
        ft.Icon(ft.Icons.CHEVRON_RIGHT, color=ft.Colors.OUTLINE),
        gap=14,
    )
    box = card([whole], tone=tone, tapped=lambda: go(path))
    return ft.MergeSemantics(ft.Semantics(button=True, content=box))
