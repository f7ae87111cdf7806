"""Time as the tests want it."""

from datetime import UTC, datetime, timedelta

from mia_companion.server.login.settings import LoginSettings

NEVER_IDLE = LoginSettings(idle=timedelta())
"""Time goes by leaps here: nobody is idle, but where a test is about that."""


class Clock:
    """A clock that moves when it is told to, and a microsecond at each look."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(microseconds=1)
        return self.now

    def forward(self, **by: float) -> None:
        """Let time pass."""
        self.now += timedelta(**by)
