"""A code that renews itself for as long as it is looked at, so that nobody in the room has to hurry.

shown ──half its time──▶ another is shown, and this one opens for the other half
  │        └─ a phone has come in: the end ── after an hour: the end, and a button for a new one
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import flet as ft

from mia_companion.ui.context import use_here
from mia_companion.wire import problems
from mia_companion.wire.accounts import ROOM, Invitation

HALF_SECONDS = 300.0
MOST = 12
"""How often: for an hour, and not all night."""

_AGAIN_SECONDS = 15.0
pause = asyncio.sleep


def use_renewal(made: Invitation, waits: bool, take: Callable[[Invitation], Any]) -> None:
    """`take` each newer code of the room while somebody `waits` for a phone."""
    here = use_here()
    page = ft.context.page
    count = ft.use_ref(0)

    async def renew() -> None:
        if made.way != ROOM or not waits:
            return
        await pause(HALF_SECONDS)  # since it came: the clock here may be years off
        while (count.current or 0) < MOST:
            if page.session.connection is not None:
                found = await here.do.pairing.new_code(made.participant, renews=True)
                if isinstance(found, Invitation):
                    count.current = (count.current or 0) + 1
                    with suppress(RuntimeError):  # the page went away meanwhile
                        take(found)
                    return
                if found == problems.CONFLICT:
                    return
            await pause(_AGAIN_SECONDS)

    ft.use_effect(renew, [made.code, waits], cleanup=_ended)


def _ended() -> None:
    """Given as a clean-up, so that Flet ends the waiting with the screen."""
