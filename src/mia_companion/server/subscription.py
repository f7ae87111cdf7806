"""One open stream of nudges, and what waits for it.

    resting ──nudge──▶ due ──its turn──▶ written ──▶ resting
                        ▲                   └ the line is full ─▶ blocked: what comes is kept, one a journal
                        └── something was kept ◀── the line takes more ──┘

A device that reads nothing costs what its line's buffer holds and one nudge a journal, however much happens.
"""

import asyncio
import logging
from collections.abc import Callable

from mia_companion.server.access import Caller
from mia_companion.server.eager import Work, begun

log = logging.getLogger("mia_companion.server")

Write = Callable[[bytes], Work]
"""Passes bytes on to the device; waits while the line is full."""


class Subscription:
    """One open stream. There are thousands: what it holds while nothing happens is all that it costs."""

    __slots__ = ("_blocked", "_kept", "_on_end", "_write", "caller", "ended", "journals")

    def __init__(self, caller: Caller, write: Write, first: bytes) -> None:
        """`first` begins the stream, when it is flushed; until then everything is kept."""
        self.caller = caller
        self.ended = False
        self.journals: tuple[str, ...] = ()
        self._write = write
        self._on_end: Callable[[], None] | None = None
        self._kept: dict[str, bytes] | None = {"": first}
        self._blocked: asyncio.Task[None] | None = None

    def when_ended(self, do: Callable[[], None]) -> None:
        """What lets the stream close, done at once if it has ended already."""
        self._on_end = do
        if self.ended:
            do()

    def keep(self, about: str, event: bytes) -> bool:
        """Keep the newest event about something; whether it is the first that waits."""
        if self._kept is None:
            self._kept = {about: event}
            return self._blocked is None
        self._kept[about] = event
        return False

    def flush(self) -> None:
        """Write what waits; if the line is full, the rest when it no longer is."""
        kept, self._kept = self._kept, None
        if kept is None or self.ended:
            return
        try:
            rest = begun(self._write(b"".join(kept.values())))
        except Exception as error:  # the line is broken: its reader comes back
            self._broken(error)
            return
        if rest is not None:
            self._blocked = asyncio.create_task(self._unblock(rest))

    def end(self) -> None:
        """Let the stream close."""
        if not self.ended:
            self.close()
            if self._on_end is not None:
                self._on_end()

    def close(self) -> None:
        """Nothing more is written."""
        self.ended = True
        if self._blocked is not None:
            self._blocked.cancel()

    async def _unblock(self, rest: Work) -> None:
        try:
            await rest
        except Exception as error:
            self._broken(error)
        finally:
            self._blocked = None
        self.flush()

    def _broken(self, error: Exception) -> None:
        log.info("live line broke", extra={"error": type(error).__name__})
        self.end()
