"""Writing transactions that tell the listeners afterwards, in this process and in the others."""

import json
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

CHANNEL = "mia_live"
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
    """Opens transactions. On PostgreSQL the telling is NOTIFY, which the database holds until commit."""

    def __init__(self, database: Database, hub: Hub) -> None:
        self._database = database
        self._hub = hub

    @asynccontextmanager
    async def open(self) -> AsyncIterator[Change]:
        """A writing transaction; what its body sets on the change is told after the commit."""
        async with self._database.writing() as connection:
            change = Change(connection)
            yield change
            if change.access:
                await _raise_access(connection)
            if self._database.is_postgres:
                await _notify(change)
        if not self._database.is_postgres:
            self._hub.publish(change.heads)
            if change.access:
                self._hub.recheck.set()

    async def make(self, work: Callable[[Now], Found]) -> Found:
        """What `work` gives, durable when this returns; the heads that it sets are told after that."""
        told: dict[str, int] = {}

        def whole(connection: sa.Connection) -> Found:
            change = Now(connection)
            found = work(change)
            if self._database.is_postgres:
                _tell(connection, change.heads)
            told.update(change.heads)
            return found

        found = await self._database.write(whole)
        if not self._database.is_postgres:
            self._hub.publish(told)
        return found


async def access_version(connection: AsyncConnection) -> int:
    """How often access has changed."""
    found = await connection.scalar(sa.select(counters.c.value).where(counters.c.name == ACCESS))
    return int(found or 0)


async def _raise_access(connection: AsyncConnection) -> None:
    raised = sa.update(counters).where(counters.c.name == ACCESS)
    done = await connection.execute(raised.values(value=counters.c.value + 1))
    if done.rowcount == 0:
        await connection.execute(sa.insert(counters).values(name=ACCESS, value=1))


async def _notify(change: Change) -> None:
    await change.connection.run_sync(_tell, change.heads)
    if change.access:
        said = json.dumps([ACCESS])
        await change.connection.execute(sa.select(sa.func.pg_notify(CHANNEL, said)))


def _tell(connection: sa.Connection, heads: dict[str, int]) -> None:
    if heads:
        said = [json.dumps([journal, seq]) for journal, seq in heads.items()]
        connection.execute(_TELL, {"said": said})


_TELL = sa.text(
    f"SELECT count(pg_notify('{CHANNEL}', one)) FROM unnest(CAST(:said AS text[])) AS one"  # noqa: S608
)
