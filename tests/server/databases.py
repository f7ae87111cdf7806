"""Databases to test on: a file, and a database of a real PostgreSQL; both can be backed up and restored."""

import sqlite3
from abc import ABC, abstractmethod
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import asyncpg

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
        self._file = folder / "server.db"
        self._backup = folder / "backup.db"
        self.url = f"sqlite+aiosqlite:///{self._file}"

    async def back_up(self) -> None:
        """See above."""
        _copy(self._file, self._backup)

    async def restore(self) -> None:
        """See above."""
        for file in self._file.parent.glob("server.db*"):
            file.unlink()
        _copy(self._backup, self._file)

    async def drop(self) -> None:
        """The folder goes with its test."""


class PostgresDatabase(TestDatabase):
    """A database of its own in the session's server, copied from one that was migrated before."""

    def __init__(self, server: str, name: str) -> None:
        parts = urlsplit(server)
        self._socket = parse_qs(parts.query)["host"][0]
        self._name = name
        self.url = f"postgresql+asyncpg://postgres@/{name}?host={self._socket}"

    async def make(self, template: str = "template1") -> None:
        """Create it."""
        await self.run(f"CREATE DATABASE {self._name} TEMPLATE {template} STRATEGY file_copy")

    async def back_up(self) -> None:
        """See above."""
        await self.run(f"CREATE DATABASE {self._name}_backup TEMPLATE {self._name}")

    async def restore(self) -> None:
        """See above."""
        await self.run(f"DROP DATABASE {self._name} WITH (FORCE)")
        await self.run(f"CREATE DATABASE {self._name} TEMPLATE {self._name}_backup")

    async def drop(self) -> None:
        """See above."""
        await self.run(f"DROP DATABASE IF EXISTS {self._name}_backup WITH (FORCE)")
        await self.run(f"DROP DATABASE IF EXISTS {self._name} WITH (FORCE)")

    async def run(self, statement: str) -> None:
        """One statement, outside of this database."""
        connection = await asyncpg.connect(host=self._socket, user="postgres", database="postgres")
        try:
            await connection.execute(statement)
        finally:
            await connection.close()


def _copy(source: Path, target: Path) -> None:
    here, there = sqlite3.connect(source), sqlite3.connect(target)
    here.backup(there)
    here.close()
    there.close()


class PostgresServer:
    """The session's server, and one migrated database to copy the others from."""

    def __init__(self, uri: str) -> None:
        self.uri = uri
        self._migrated = False

    async def fresh(self, name: str) -> PostgresDatabase:
        """A migrated database with nothing in it."""
        if not self._migrated:
            template = PostgresDatabase(self.uri, "migrated")
            # What is tested is the server, not this machine's disk.
            await template.run("ALTER SYSTEM SET fsync = off")
            await template.run("SELECT pg_reload_conf()")
            await template.make()
            database = Database(template.url)
            await database.migrate()
            await database.close()
            self._migrated = True
        made = PostgresDatabase(self.uri, name)
        await made.make("migrated")
        return made
