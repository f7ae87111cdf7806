"""The newest of a long thread; what is older comes when it is asked for."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress

import flet as ft

from mia_companion.domain.messages import Message
from mia_companion.ui.components.buttons import quiet
from mia_companion.ui.context import Here

PAGE = 30
"""Messages shown at first, and more with each tap."""

_PATIENCE = 2
"""Seconds."""


def use_newest(
    here: Here, newest: Callable[[int], Sequence[Message]]
) -> tuple[Sequence[Message], list[ft.Control]]:
    """The messages to show, oldest first, and the button for those before them, if there are any.

    `newest` gives the last so many of a thread; no more are asked for than are shown, and one.

    In a list that begins at its foot, what comes in at the other end moves nothing.
    """
    count, set_count = ft.use_state(PAGE)
    earlier: list[ft.Control] = []
    thread = newest(count + 1)
    if len(thread) > count:
        more = quiet(here.t("Show earlier"), lambda: set_count(count + PAGE), ft.Icons.EXPAND_LESS)
        earlier = [ft.Row([more], alignment=ft.MainAxisAlignment.CENTER, key="earlier")]
    return thread[-count:], earlier


def use_foot() -> tuple[ft.Ref[ft.ListView], Callable[[], Awaitable[None]]]:
    """The ref of a list that begins at its foot, and the way back there after one has written oneself."""
    ref: ft.Ref[ft.ListView] = ft.use_memo(ft.Ref, [])

    async def to_foot() -> None:
        if ref.current is not None:
            with suppress(RuntimeError, TimeoutError):  # the list, or the line to it, is gone
                async with asyncio.timeout(_PATIENCE):
                    await ref.current.scroll_to(offset=0, duration=200)

    return ref, to_foot
