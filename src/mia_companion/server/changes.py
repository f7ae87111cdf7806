"""Writing transactions that tell the listeners afterwards, in this process and in the others."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.server.database import Database
from mia_companion.server.live import Hub
from mia_companion.server.schema import counters

Found = TypeVar("Found")

ACCESS = "access"
"""The counter that rises whenever anybody's access changes."""


@dataclass(slots=True)
class Now:
    """A transaction that is done as a whole, and what to tell once it is durable."""

    connection: sa.Connection
    heads: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Change:
    """An open transaction, and what to tell once it is durable."""

    connection: AsyncConnection
    heads: dict[str, int] = field(default_factory=dict)
    access: bool = False


class Changes:
    """Opens transactions, and has the hub tell after the commit."""

    def __init__(self, database: Database, hub: Hub) -> None:
        self._database = self.database = database
        self._hub = hub

    @asynccontextmanager
    async def open(self) -> AsyncIterator[Change]:
        """A writing transaction; what its body sets on the change is told after the commit."""
        async with self._database.writing() as connection:
            change = Change(connection)
            yield change
            if change.access:
                await _raise_access(connection)
        self._hub.changed(change.heads, access=change.access)

    async def make(self, work: Callable[[Now], Found]) -> Found:
        """What `work` gives, durable when this returns; the heads that it sets are told after that."""

        def whole(connection: sa.Connection) -> tuple[Found, dict[str, int]]:
            change = Now(connection)
            return work(change), change.heads

        found, heads = await self._database.write(whole)
        self._hub.changed(heads)
        return found


def access_version(connection: sa.Connection) -> int:
    """How often access has changed."""
    return int(connection.scalar(_VERSION) or 0)


async def _raise_access(connection: AsyncConnection) -> None:
    raised = sa.update(counters).where(counters.c.name == ACCESS)
    done = await connection.execute(raised.values(value=counters.c.value + 1))
    if done.rowcount == 0:
        await connection.execute(sa.insert(counters).values(name=ACCESS, value=1))


_VERSION = sa.select(counters.c.value).where(counters.c.name == ACCESS)
