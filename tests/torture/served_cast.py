"""A server on a socket, in a thread of its own, with everybody of `Cast` in it."""

import asyncio
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import uvicorn

from mia_companion.server.auditing.pace import Pace
from tests.server.databases import SqliteFile, migrate
from tests.server.world import World
from tests.torture.cast import Cast

Found = TypeVar("Found")


class Served:
    """A server in a thread of its own, with everybody of `Cast` in it."""

    def __init__(self, folder: Path) -> None:
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self._thread.start()
        self._folder = folder
        self.address = ""

    def do(self, work: Coroutine[Any, Any, Found]) -> Found:
        """On the server's loop."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(60)

    async def start(self) -> None:
        database = SqliteFile(self._folder)
        await migrate(database.url)
        self.world = World(self._folder, database)
        await self.world.start()
        self.world.backend.dear = Pace(0, 1)
        self.cast = Cast(self.world)
        await self.cast.gather()
        config = uvicorn.Config(
            self.world.app, port=0, http="httptools", log_level="critical", lifespan="off"
        )
        self._server = uvicorn.Server(config)
        self._serving = asyncio.create_task(self._server.serve())
        while not self._server.started:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        port = self._server.servers[0].sockets[0].getsockname()[1]
        self.address = f"http://127.0.0.1:{port}"

    async def stop(self) -> None:
        self.world.backend.hub.end_all()
        self._server.should_exit = True
        await self._serving
        await self.world.stop()

    def close(self) -> None:
        self.do(self.stop())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join()
        self.loop.close()


@contextmanager
def served(folder: Path) -> Iterator[Served]:
    """One, gone in the end."""
    made = Served(folder)
    made.do(made.start())
    try:
        yield made
    finally:
        made.close()
