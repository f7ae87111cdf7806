"""The day on which the walk is always made, so that what is seen and heard is the same tomorrow."""

import time
from datetime import UTC, datetime, timedelta

BEGINS = datetime(2026, 11, 18, 15, 32, tzinfo=UTC)
"""A Wednesday, late in the afternoon in Sweden."""


class WalkClock:
    """Begins there, and goes as fast as any other. `jump` is for what happens after a while."""

    def __init__(self) -> None:
        self._begun = time.monotonic()
        self._jumped = timedelta()

    def __call__(self) -> datetime:
        """Now, as aware UTC."""
        return BEGINS + self._jumped + timedelta(seconds=time.monotonic() - self._begun)

    def jump(self, ahead: timedelta) -> None:
        """Let so much time have gone."""
        self._jumped += ahead
