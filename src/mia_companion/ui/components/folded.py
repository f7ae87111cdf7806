"""Something folded away under one line that says how much it is."""

from collections.abc import Sequence

import flet as ft

from mia_companion.ui.components.cards import stack


@ft.component
def Folded(words: str, inside: Sequence[ft.Control], begins_open: bool = False) -> ft.Control:
    """Nothing at all when there is nothing inside."""
    opened, set_opened = ft.use_state(begins_open)
    if not inside:
        return ft.Container(height=0)
    line = ft.TextButton(
        words,
        icon=ft.Icons.EXPAND_LESS if opened else ft.Icons.EXPAND_MORE,
        on_click=lambda _: set_opened(not opened),
    )
    named = ft.MergeSemantics(ft.Semantics(expanded=opened, content=line))
    return stack([ft.Row([named], wrap=True), *(inside if opened else [])], gap=4)
