"""A participant's phone without a screen that stays in the hand: its line to the server stands meanwhile."""

import asyncio
import os
import random
import time
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread
from typing import Any, TypeVar

from mia_companion.app.actions import Actions
from mia_companion.app.companion import Companion
from mia_companion.app.opening import open_companion

_T = TypeVar("_T")


class Held:
    """Runs beside Playwright's loop, in a thread of its own."""

    def __init__(self, server: str, file: Path) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self.companion: Companion = self.within(lambda: _opened(server, file))
        self.do = Actions(self.companion)

    def within(self, act: Callable[[], Coroutine[Any, Any, _T]]) -> _T:
        """What that gives, done in there."""
        return asyncio.run_coroutine_threadsafe(act(), self._loop).result(30)

    def waits_for(self, seen: Callable[[Companion], bool], seconds: float) -> bool:
        """Whether it comes to be so within that time."""
        until = time.monotonic() + seconds

        async def look() -> bool:
            return seen(self.companion)

        while not (found := self.within(look)) and time.monotonic() < until:
            time.sleep(0.1)
        return found

    def close(self) -> None:
        """Put away."""
        self.within(self.companion.close)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


async def _opened(server: str, file: Path) -> Companion:
    return open_companion(
        file,
        os.urandom(32),
        server,
        clock=lambda: datetime.now(UTC),
        random=os.urandom,
        uniform=random.uniform,
    )


@contextmanager
def held(server: str, file: Path) -> Iterator[Held]:
    """Until it is put away."""
    phone = Held(server, file)
    try:
        yield phone
    finally:
        phone.close()
