"""What is done beside the opening, when the first screen has been drawn: pictures that have grown are saved,
and everything that is kept is looked through for damage, a little at a time.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextvars import Context

from mia_companion.app.pictures import Pictures
from mia_companion.store.errors import StoreBroken, StoreError
from mia_companion.store.store import Store

_AFTER_SECONDS, _BETWEEN_SECONDS = 5.0, 0.05


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
        self._tasks: list[asyncio.Task[None]] = []

    def start(self) -> None:
        """Begin, on the event loop; once."""
        self._tasks = [asyncio.create_task(self.run(), context=Context())]

    def stop(self) -> list[asyncio.Task[None]]:
        """Stop; the task that is ending, if any."""
        ending, self._tasks = self._tasks, []
        for task in ending:
            task.cancel()
        return ending

    async def run(self) -> None:
        """Once through everything."""
        await self._sleep(_AFTER_SECONDS)
        try:
            self._pictures.keep()
            looking = self._store.looking.through()
            while await asyncio.to_thread(next, looking, self) is not self:
                await self._sleep(_BETWEEN_SECONDS)
        except StoreBroken:
            self._store.damage.remember()
        except StoreError:
            return  # closed meanwhile, or in use: the next opening looks again
