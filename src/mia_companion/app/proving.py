"""Somebody is asked once more who they are, in the middle of what they are doing, which then goes on.

a deed ──the server says `sign-in-again`──▶ asked ──shown──▶ the deed is sent again, and is done
                                              └──given up, or ten minutes──▶ not done, and said why
"""

import asyncio
from collections.abc import Callable

_PATIENCE_SECONDS = 600.0


class Proving:
    """One question at a time, however many deeds wait for it. `show` tells the screens of it."""

    def __init__(self, show: Callable[[bool], None]) -> None:
        self._show = show
        self._waiting: asyncio.Future[bool] | None = None

    async def ask(self) -> bool:
        """Whether they have shown it."""
        if self._waiting is None:
            self._waiting = asyncio.get_running_loop().create_future()
            self._show(True)
        try:
            async with asyncio.timeout(_PATIENCE_SECONDS):
                return await asyncio.shield(self._waiting)
        except TimeoutError:
            self.answer(False)
            return False

    def answer(self, shown: bool) -> None:
        """They have, or have not."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._show(False)
            if not waiting.done():
                waiting.set_result(shown)
