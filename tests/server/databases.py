"""Databases to test on: a file, and a database of a real PostgreSQL; both can be backed up and restored."""

import shutil
import sqlite3
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import asyncpg

from mia_companion.server.columns import metadata
from mia_companion.server.database import Database


class TestDatabase(ABC):
    """One test's own database."""

    __test__ = False
    url: str

    @abstractmethod
    async def back_up(self) -> None:
        """Remember everything as it is; nobody may be connected."""

    @abstractmethod
    async def restore(self) -> None:
        """Put everything back as it was; nobody may be connected."""

    @abstractmethod
    async def drop(self) -> None:
        """Leave nothing behind."""


class SqliteFile(TestDatabase):
    """A file in a temporary folder."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "server.db"
        self.backup = folder / "backup.db"
        self.url = f"sqlite+aiosqlite:///{self.file}"

    async def back_up(self) -> None:
        """See above."""
        _copy(self.file, self.backup)

    async def restore(self) -> None:
        """See above."""
        for file in self.file.parent.glob("server.db*"):
            file.unlink()
        _copy(self.backup, self.file)

    async def drop(self) -> None:
        """The folder goes with its test."""


class SqliteFiles:
    """One file that is migrated, at the first need, to copy the others from."""

    def __init__(self, folder: Path) -> None:
        self._first = SqliteFile(folder)
        self._migrated = False

    async def copy_to(self, folder: Path) -> SqliteFile:
        """A migrated file with nothing in it."""
        if not self._migrated:
            await migrate(self._first.url)
            await self._first.back_up()
            self._migrated = True
        copied = SqliteFile(folder)
        shutil.copyfile(self._first.backup, copied.file)
        return copied


class PostgresDatabase(TestDatabase):
    """A database of its own in the session's server."""

    def __init__(self, server: str, name: str) -> None:
        parts = urlsplit(server)
        self._socket = parse_qs(parts.query)["host"][0]
        self._name = name
        self._rows: dict[str, list[Any]] = {}
        self.url = f"postgresql+asyncpg://postgres@/{name}?host={self._socket}"

    async def make(self) -> None:
        """Create it."""
        await self.run(f"CREATE DATABASE {self._name}")

    async def back_up(self) -> None:
        """See above. Every row, as a dump has them: copying databases takes seconds."""
        async with self._connected(self._name) as connection:
            self._rows = {t: await connection.fetch(f"SELECT * FROM {t}") for t in _tables()}

    async def restore(self) -> None:
        """See above."""
        await self.empty()
        async with self._connected(self._name) as connection:
            for table, rows in self._rows.items():
                await connection.copy_records_to_table(table, records=rows)

    async def drop(self) -> None:
        """See above."""
        await self.run(f"DROP DATABASE {self._name} WITH (FORCE)")

    async def empty(self) -> None:
        """Leave the tables and nothing in them, and nobody connected."""
        statements = [f"DELETE FROM {table}" for table in reversed(_tables())]
        async with self._connected(self._name) as connection:
            await connection.execute(";".join([_END_OTHERS, *statements]))
            for row in await connection.fetch(_KEPT_ASIDE):
                await connection.execute(f"DROP SCHEMA {row[0]} CASCADE")

    async def run(self, statement: str) -> None:
        """One statement, outside of this database."""
        async with self._connected("postgres") as connection:
            await connection.execute(statement)

    @asynccontextmanager
    async def _connected(self, database: str) -> AsyncIterator[asyncpg.Connection]:
        connection = await asyncpg.connect(host=self._socket, user="postgres", database=database)
        try:
            yield connection
        finally:
            await connection.close()


def _tables() -> list[str]:
    """Asked when it is needed: by then every module with tables of its own is there."""
    return [table.name for table in metadata.sorted_tables]


_KEPT_ASIDE = "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'public_before_%'"
_END_OTHERS = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
)


def _copy(source: Path, target: Path) -> None:
    here, there = sqlite3.connect(source), sqlite3.connect(target)
    here.backup(there)
    here.close()
    there.close()


class PostgresServer:
    """The session's server. Migrated databases are emptied and lent again: making one takes seconds."""

    def __init__(self, uri: str) -> None:
        self.uri = uri
        self._made = 0
        self._free: list[PostgresDatabase] = []

    async def lend(self) -> PostgresDatabase:
        """A migrated database with nothing in it."""
        if self._free:
            return self._free.pop()
        made = await self.new()
        await migrate(made.url)
        return made

    async def take_back(self, lent: PostgresDatabase) -> None:
        """Its test is over."""
        await lent.empty()
        self._free.append(lent)

    async def new(self) -> PostgresDatabase:
        """A database without any tables."""
        self._made += 1
        made = PostgresDatabase(self.uri, f"test_{self._made}")
        if self._made == 1:
            # What is tested is the server, not this machine's disk.
            await made.run("ALTER SYSTEM SET fsync = off")
            await made.run("SELECT pg_reload_conf()")
        await made.make()
        return made


async def migrate(url: str) -> None:
    """Give a database its tables."""
    database = Database(url)
    await database.migrate()
    await database.close()
