"""Whether this process takes requests, as a proxy asks it: `GET /readyz`.

    starts ──▶ ready ◀──▶ unwell        200 only where it is ready; before, nobody is listening
                 └───┬──────┘
                     ▼
                 stopping               503 at once, while everything else is still answered

What is unwell is told to the log and to `admin doctor`, and never to whoever asks: anybody may.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Sequence

Check = Callable[[], Awaitable[str]]
"""Gives why not, as a word of `checks.py`, or nothing."""

KEPT_SECONDS = 2.0
"""So long an answer holds, however many ask."""

log = logging.getLogger("mia_companion.server")


class Readiness:
    """One process's. Without checks it is ready until it stops."""

    def __init__(
        self, checks: Sequence[Check] = (), monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self.stopping = False
        """Set by whoever stops the process, also out of a signal's handler."""
        self._checks, self._monotonic = checks, monotonic
        self._found: tuple[str, ...] | None = None
        self._until = -1.0
        self._one = asyncio.Lock()

    async def is_ready(self) -> bool:
        """Whether requests may come. Asks again when the last answer is old."""
        async with self._one:
            if not self.stopping and self._monotonic() >= self._until:
                found = await asyncio.gather(*(check() for check in self._checks))
                self._until = self._monotonic() + KEPT_SECONDS
                self._note(tuple(one for one in found if one))
        return not self.stopping and not self._found

    def _note(self, found: tuple[str, ...]) -> None:
        if found == self._found:
            return
        for reason in found:
            log.error("not ready", extra={"reason": reason})
        if not found:
            log.info("ready")
        self._found = found
