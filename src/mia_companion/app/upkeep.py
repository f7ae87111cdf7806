"""What is done beside the app, when nobody waits for it.

opened ──5 s──▶ saved, what came between two starts ──▶ everything looked through, a little at a time
came   ──2 s──▶ saved, what has grown                   once for all that came meanwhile
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from contextvars import Context

from mia_companion.app.pictures import Pictures
from mia_companion.store.errors import StoreBroken, StoreError
from mia_companion.store.store import Store

_AFTER_SECONDS, _BETWEEN_SECONDS = 5.0, 0.05
_LET_COME_SECONDS = 2.0


class Upkeep:
    """Of one open store. What it finds broken is remembered and told by `store.damage`."""

    def __init__(
        self,
        store: Store,
        pictures: Pictures,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._store = store
        self._pictures = pictures
        self._sleep = sleep
        self._has_grown = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []

    def start(self) -> None:
        """Begin, on the event loop; once."""
        self._tasks = [
            asyncio.create_task(work, context=Context()) for work in (self.run(), self.save())
        ]

    def stop(self) -> list[asyncio.Task[None]]:
        """Stop; the task that is ending, if any."""
        ending, self._tasks = self._tasks, []
        for task in ending:
            task.cancel()
        return ending

    def grown(self) -> None:
        """Entries came: their picture is saved when no more come, not while they do."""
        self._has_grown.set()

    def now(self) -> None:
        """Save what has grown while whoever calls waits for it."""
        self._pictures.keep()

    async def save(self) -> None:
        """What has grown, each time, for as long as the app lives."""
        with self._remembering():
            while True:
                await self._has_grown.wait()
                await self._sleep(_LET_COME_SECONDS)
                self._has_grown.clear()
                self._pictures.keep()

    async def run(self) -> None:
        """Once through everything."""
        await self._sleep(_AFTER_SECONDS)
        with self._remembering():
            self._pictures.keep()
            looking = self._store.looking.through()
            while await asyncio.to_thread(next, looking, self) is not self:
                await self._sleep(_BETWEEN_SECONDS)

    @contextmanager
    def _remembering(self) -> Iterator[None]:
        """What is broken is remembered; a store that was closed or is in use is looked at next time."""
        try:
            yield
        except StoreBroken:
            self._store.damage.remember()
        except StoreError:
            return
