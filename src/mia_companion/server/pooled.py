"""Work that is done as a whole on PostgreSQL, over connections that are not asked first whether they live.

work ─▶ done                                    one round trip for each statement, and no other
  └─ the line was dead ─▶ over a new one, once
"""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import create_async_engine

Found = TypeVar("Found")


class PooledWork:
    """Work must be harmless when it is done twice: where the line broke at the end, nobody can tell."""

    def __init__(self, url: str, **given: Any) -> None:
        writes = create_async_engine(
            url, pool_size=5, max_overflow=5, hide_parameters=True, **given
        )
        self._writes = writes
        # A transaction would see no more of one moment: each statement has its own either way.
        self._reads = writes.execution_options(isolation_level="AUTOCOMMIT")

    @property
    def pools(self) -> list[sa.Pool]:
        """Its connections."""
        return [self._writes.pool]

    async def read(self, work: Callable[[sa.Connection], Found]) -> Found:
        """What `work` finds."""
        return await _once_more(lambda: self._read(work))

    async def write(self, work: Callable[[sa.Connection], Found]) -> Found:
        """What `work` gives, durable when this returns, and undone when it raises."""
        return await _once_more(lambda: self._write(work))

    async def close(self) -> None:
        """Give every connection back."""
        await self._writes.dispose()

    async def _read(self, work: Callable[[sa.Connection], Found]) -> Found:
        async with self._reads.connect() as connection:
            return await connection.run_sync(work)

    async def _write(self, work: Callable[[sa.Connection], Found]) -> Found:
        async with self._writes.begin() as connection:
            return await connection.run_sync(work)


async def _once_more(do: Callable[[], Awaitable[Found]]) -> Found:
    """Again, where the line had died."""
    try:
        return await do()
    except DBAPIError as wrong:
        if not wrong.connection_invalidated:
            raise
        return await do()
