"""One thread with one open connection, for work that is done as a whole."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

Found = TypeVar("Found")


class WorkingThread:
    """Does one thing after the other, each in a transaction of its own."""

    def __init__(self, engine: sa.Engine, *, writes: bool) -> None:
        self._engine = engine
        self._writes = writes
        self._thread = ThreadPoolExecutor(1, "writes" if writes else "reads")
        self._connection: sa.Connection | None = None

    async def do(self, work: Callable[[sa.Connection], Found]) -> Found:
        """What `work` gives, committed; undone when it raises. It is done even if nobody waits any more."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._do, work)

    async def close(self) -> None:
        """After what has been asked for."""
        await asyncio.get_running_loop().run_in_executor(self._thread, self._let_go)
        self._thread.shutdown(wait=True)

    def _do(self, work: Callable[[sa.Connection], Found]) -> Found:
        if self._connection is None:
            opened = self._engine.connect()
            self._connection = opened.execution_options(mia_writes=self._writes)
        try:
            with self._connection.begin():
                return work(self._connection)
        except DBAPIError:
            self._let_go()  # the next one begins with a connection that nothing has happened to
            raise

    def _let_go(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()
        self._engine.dispose()


class ThreadedWork:
    """The same two doors as `pooled.PooledWork`, in two threads: one that looks, and one that writes."""

    def __init__(self, engine: Callable[[], sa.Engine], one_writer: asyncio.Lock) -> None:
        self._reads = WorkingThread(engine(), writes=False)
        self._writes = WorkingThread(engine(), writes=True)
        self._one_writer = one_writer

    @property
    def pools(self) -> list[sa.Pool]:
        """None: each thread has one connection, and nobody waits for another."""
        return []

    async def read(self, work: Callable[[sa.Connection], Found]) -> Found:
        """What `work` finds in one snapshot."""
        return await self._reads.do(work)

    async def write(self, work: Callable[[sa.Connection], Found]) -> Found:
        """What `work` gives, durable when this returns, and undone when it raises."""
        async with self._one_writer:
            return await self._writes.do(work)

    async def close(self) -> None:
        """After what has been asked for."""
        await self._reads.close()
        await self._writes.close()
