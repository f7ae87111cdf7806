"""Very many rows into a server's table at once, durable only when all are in.

SQLite      one transaction without a flush
PostgreSQL  COPY
"""

import asyncio
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

import asyncpg
import sqlalchemy as sa

from mia_companion.server.instants import Instant

Row = Mapping[str, Any]
_CHUNK = 20_000


class Bulk:
    """One database, by its SQLAlchemy URL; its tables are there already."""

    def __init__(self, url: str) -> None:
        self._url = sa.make_url(url)

    def insert(self, table: sa.Table, rows: Iterable[Row]) -> int:
        """All rows, which name every column that has no default. How many there were."""
        rows = iter(rows)
        if (first := next(rows, None)) is None:
            return 0
        columns = [table.c[name] for name in first]
        ready = _ready([first], columns), _ready(rows, columns)
        if self._url.get_backend_name() == "sqlite":
            return self._into_sqlite(table, columns, ready)
        return asyncio.run(self._into_postgres(table, columns, ready))

    def run(self, statement: str) -> None:
        """One statement."""
        if self._url.get_backend_name() == "sqlite":
            with _unflushed(self._url.database or "") as db:
                db.execute(statement)
            db.close()
        else:
            asyncio.run(self._in_postgres(statement))

    def _into_sqlite(
        self, table: sa.Table, columns: list[sa.Column[Any]], ready: Iterable[Iterator[Any]]
    ) -> int:
        names, places = ", ".join(c.name for c in columns), ", ".join("?" * len(columns))
        into = f"INSERT INTO {table.name} ({names}) VALUES ({places})"
        count = 0
        with _unflushed(self._url.database or "") as db:
            for part in ready:
                count += db.executemany(into, part).rowcount
        db.close()
        return count

    async def _into_postgres(
        self, table: sa.Table, columns: list[sa.Column[Any]], ready: Iterable[Iterator[Any]]
    ) -> int:
        db, count = await self._connect(), 0
        for part in ready:
            while some := list(islice(part, _CHUNK)):
                await db.copy_records_to_table(
                    table.name, records=some, columns=[c.name for c in columns]
                )
                count += len(some)
        await db.close()
        return count

    async def _in_postgres(self, statement: str) -> None:
        db = await self._connect()
        await db.execute(statement)
        await db.close()

    async def _connect(self) -> asyncpg.Connection:
        return await asyncpg.connect(
            host=str(self._url.query["host"]), user=self._url.username, database=self._url.database
        )


def _unflushed(file: str) -> sqlite3.Connection:
    db = sqlite3.connect(file)
    for pragma in ("journal_mode = WAL", "synchronous = OFF", "cache_size = -1000000"):
        db.execute(f"PRAGMA {pragma}")
    return db


def _ready(rows: Iterable[Row], columns: list[sa.Column[Any]]) -> Iterator[tuple[Any, ...]]:
    """Values as the driver takes them: instants are numbers in both databases."""
    changed = [(n, _bound(c.type)) for n, c in enumerate(columns) if isinstance(c.type, Instant)]
    for row in rows:
        values = list(row.values())
        for n, bound in changed:
            values[n] = bound(values[n])
        yield tuple(values)


def _bound(kind: Instant) -> Callable[[Any], int | None]:
    return lambda value: kind.process_bind_param(value, None)  # type: ignore[arg-type]
