"""One engine, two kinds of transaction, and the schema brought up to date before anything else.

    reading, writing     an asynchronous body, a statement at a time
    read, write          a synchronous body as a whole, without what each statement costs in between

Writes are durable when they return: SQLite flushes at each commit, PostgreSQL waits for its log.
"""

import asyncio
import logging
import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from mia_companion.server import audit, migrating
from mia_companion.server.auditing.chain import Chain
from mia_companion.server.disk import make_folder
from mia_companion.server.pooled import PooledWork
from mia_companion.server.threads import ThreadedWork

Found = TypeVar("Found")

AS_ANY_WOULD = (OperationalError, InterfaceError, OSError)
"""Raised when the database is full, locked or gone: whatever was asked for."""

_POSTGRES = {"server_settings": {"synchronous_commit": "on", "jit": "off"}}
_BUSY_MS = 10_000


class Database:
    """The server's database, embedded or PostgreSQL, behind the same two doors."""

    def __init__(self, url: str, chain: Chain | None = None) -> None:
        self._chain = chain
        self._sqlite = url.startswith("sqlite")
        self.engine = _sqlite_engine(url) if self._sqlite else _postgres_engine(url)
        self._one_writer = asyncio.Lock()
        self._whole: ThreadedWork | PooledWork = (
            ThreadedWork(lambda: _sqlite_thread_engine(url), self._one_writer)
            if self._sqlite
            else PooledWork(url, connect_args=_POSTGRES)
        )

    @property
    def is_postgres(self) -> bool:
        """Whether other processes can be reached through NOTIFY."""
        return not self._sqlite

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that only looks. On SQLite one snapshot; on PostgreSQL one a statement."""
        async with self.engine.connect() as connection, connection.begin():
            yield connection

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that is durable when this returns, and undone when the body raises."""
        if not self._sqlite:
            async with self.engine.connect() as connection, self._chained(connection):
                yield connection
            return
        # SQLite has one writer. Waiting here is fair and cheap; waiting in SQLite is polling.
        async with self._one_writer, self.engine.connect() as connection:
            await connection.execution_options(mia_writes=True)
            async with self._chained(connection):
                yield connection

    @asynccontextmanager
    async def _chained(self, connection: AsyncConnection) -> AsyncIterator[None]:
        """A transaction whose last statements write what was noted in it."""
        noted = audit.begin(connection.info)
        head = None
        try:
            async with connection.begin():
                yield
                if noted and self._chain is None:
                    raise RuntimeError("what is noted needs a chain to stand in")
                if noted and self._chain is not None:
                    head = await connection.run_sync(self._chain.write, noted)
        finally:
            audit.end(connection.info)
        if noted and self._chain is not None:
            await asyncio.to_thread(self._chain.committed, head)

    async def read(self, work: Callable[[Connection], Found]) -> Found:
        """What `work` finds, looking only; on SQLite in one snapshot."""
        return await self._whole.read(work)

    async def write(self, work: Callable[[Connection], Found]) -> Found:
        """What `work` gives, durable when this returns, and undone when it raises. Harmless if repeated."""
        return await self._whole.write(work)

    async def migrate(self) -> None:
        """Bring the schema to the newest version, see `migrating`."""
        await migrating.migrate(self, random.uniform)

    def connections(self) -> dict[str, int]:
        """How many of the database's are used in this moment, and how many there may be."""
        pools = [self.engine.pool, *self._whole.pools]
        some = [one for one in pools if isinstance(one, sa.pool.QueuePool)]
        return {
            "used": sum(one.checkedout() for one in some),
            "most": sum(one.size() + max(0, one._max_overflow) for one in some),
        }

    async def close(self) -> None:
        """Give every connection back."""
        await self._whole.close()
        await self.engine.dispose()


def _postgres_engine(url: str) -> AsyncEngine:
    return create_async_engine(
        url,
        pool_size=10,
        max_overflow=10,
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args=_POSTGRES,
    )


def _sqlite_engine(url: str) -> AsyncEngine:
    file = sa.make_url(url).database
    if file:
        make_folder(Path(file).parent, 0o700)
    engine = create_async_engine(url, pool_size=5, max_overflow=5, hide_parameters=True)
    # At its lowest level the driver logs every parameter.
    logging.getLogger("aiosqlite").setLevel(logging.WARNING)
    _prepare(engine.sync_engine)
    return engine


def _sqlite_thread_engine(url: str) -> sa.Engine:
    plain = sa.make_url(url).set(drivername="sqlite")
    engine = sa.create_engine(plain, poolclass=sa.NullPool, hide_parameters=True)
    _prepare(engine)
    return engine


def _prepare(engine: sa.Engine) -> None:
    @sa.event.listens_for(engine, "connect")
    def prepare(dbapi: Any, entry: ConnectionPoolEntry) -> None:
        # The driver would begin transactions by itself, and always the kind that cannot wait.
        dbapi.isolation_level = None
        cursor = dbapi.cursor()
        for pragma in (
            f"busy_timeout={_BUSY_MS}",
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @sa.event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("mia_writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
