"""Noticing that somebody is here: what a person's hand brings about, and nothing that happens by itself."""

from typing import Any

import flet as ft

from mia_companion.app.state import AppState

BY_HAND = frozenset(
    {
        "change", "change_end", "change_start", "click", "double_tap", "hover", "keyboard_event",
        "long_press", "long_press_start", "pan_start", "scroll", "select", "selected", "submit", "tap",
        "tap_down", "view_pop",
    }
)  # fmt: skip
"""Events; a screen that is drawn, resized, connected or put aside sends others."""


def notice_taps(page: ft.Page, state: AppState) -> None:
    """Tell the companion of each, before it does what it does."""
    session = page.session
    dispatch = session.dispatch_event

    async def noticing(control_id: int, event_name: str, event_data: Any) -> None:
        if event_name in BY_HAND:
            state.do.login.touched()
        await dispatch(control_id, event_name, event_data)

    session.dispatch_event = noticing  # type: ignore[method-assign]
