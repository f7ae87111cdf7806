"""The newest of a long thread; what is older comes when it is asked for."""

from collections.abc import Sequence

import flet as ft

from mia_companion.domain.messages import Message
from mia_companion.ui.components.buttons import quiet
from mia_companion.ui.context import Here

PAGE = 30
"""Messages shown at first, and more with each tap."""


def use_newest(here: Here, thread: Sequence[Message]) -> tuple[Sequence[Message], list[ft.Control]]:
    """The messages to show, oldest first, and the button for those before them, if there are any.

    In a list that begins at its foot, what comes in at the other end moves nothing.
    """
    count, set_count = ft.use_state(PAGE)
    earlier: list[ft.Control] = []
    if len(thread) > count:
        more = quiet(here.t("Show earlier"), lambda: set_count(count + PAGE), ft.Icons.EXPAND_LESS)
        earlier = [ft.Row([more], alignment=ft.MainAxisAlignment.CENTER, key="earlier")]
    return thread[-count:], earlier
