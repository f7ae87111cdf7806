"""How long the app has been out of sight: no page of it in front of anybody.

    in sight ──the last page leaves──▶ out of sight ──a page comes──▶ in sight
                                            └── for as long as was chosen ──▶ lock

By two clocks, the longer of which counts: the one of the wall may be set back, and the other stands still
while a phone sleeps.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextvars import Context
from datetime import datetime

from mia_companion.domain.ids import Clock

_EXPECTED_SECONDS = 180.0
"""How long somebody may look for a photo in the platform's own picker."""


class Away:
    """`monotonic` and `sleep` are in seconds."""

    def __init__(
        self,
        clock: Clock,
        monotonic: Callable[[], float],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._clock = clock
        self._monotonic = monotonic
        self._sleep = sleep
        self._pages: set[int] = set()
        self._since: tuple[datetime, float] | None = None
        self._expected_until = 0.0
        self._timer: asyncio.Task[None] | None = None

    def expect_back(self) -> None:
        """What is opened next is the platform's, at the app's own wish: leaving for it is no leaving."""
        self._expected_until = self._monotonic() + _EXPECTED_SECONDS

    def came(self, page: object, minutes: int) -> bool:
        """The page is in sight; whether all were out of it for so long that the app is to be locked."""
        self.close()
        since, self._since = self._since, None
        self._pages.add(id(page))
        if since is None:
            return False
        wall, steady = since
        away = max((self._clock() - wall).total_seconds(), self._monotonic() - steady)
        long = away >= self._room(minutes)
        self._expected_until = 0.0
        return long

    def left(self, page: object, minutes: int, then: Callable[[], Awaitable[None]]) -> bool:
        """The page is out of sight; whether the app is to be locked at once. Otherwise `then` is called
        when the time is over and nobody came."""
        self._pages.discard(id(page))
        if self._pages or self._since is not None:
            return False
        self._since = self._clock(), self._monotonic()
        if not (room := self._room(minutes)):
            return True
        self._timer = asyncio.create_task(self._wait(room, then), context=Context())
        return False

    def close(self) -> None:
        """Wait for nothing more."""
        if self._timer is not None and self._timer is not _running():
            self._timer.cancel()
        self._timer = None

    def _room(self, minutes: int) -> float:
        expected = self._monotonic() < self._expected_until
        return max(minutes * 60.0, _EXPECTED_SECONDS if expected else 0.0)

    async def _wait(self, seconds: float, then: Callable[[], Awaitable[None]]) -> None:
        await self._sleep(seconds)
        await then()


def _running() -> "asyncio.Task[object] | None":
    try:
        return asyncio.current_task()
    except RuntimeError:  # nothing runs any more
        return None
