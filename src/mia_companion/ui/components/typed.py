"""A line of which nothing is kept. A tap may come before what was typed last is drawn."""

from collections.abc import Callable

import flet as ft


def use_typed() -> tuple[str, Callable[[], str], Callable[[str], None]]:
    """What is drawn, what was typed last, and what takes it."""
    typed, set_typed = ft.use_state("")
    latest = ft.use_ref("")

    def change(said: str) -> None:
        latest.current = said
        set_typed(said)

    return typed, lambda: latest.current or "", change
