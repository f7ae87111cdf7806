"""Something folded away under one line that says how much it is."""

from collections.abc import Sequence

import flet as ft

from mia_companion.ui.components.cards import stack


@ft.component
def Folded(
    words: str, inside: Sequence[ft.Control], begins_open: bool = False, named: str = ""
) -> ft.Control:
    """Nothing at all when there is nothing inside. `named` is what a screen reader is told instead of the
    words, where several lines on a screen have the same."""
    opened, set_opened = ft.use_state(begins_open)
    if not inside:
        return ft.Container(height=0)
    line = ft.TextButton(
        ft.Text(words, semantics_label=named) if named else words,
        icon=ft.Icons.EXPAND_LESS if opened else ft.Icons.EXPAND_MORE,
        on_click=lambda _: set_opened(not opened),
    )
    whole = ft.MergeSemantics(ft.Semantics(expanded=opened, content=line))
    return stack([ft.Row([whole], wrap=True), *(inside if opened else [])], gap=4)
