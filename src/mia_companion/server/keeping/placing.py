"""Where a restored database comes to lie: beside what is there until all of it has held, then in its place.

SQLite        <file>.restoring ──▶ the file        what was there ──▶ <file>.before-<time>
PostgreSQL    a new schema of the same name        what was there ──▶ the schema <name>_before_<time>
              all in one transaction
"""

import os
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing, suppress
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.server.columns import metadata
from mia_companion.server.database import Database
from mia_companion.server.disk import make_folder, sync_folder, write_new
from mia_companion.server.keeping.mark import RESTORED
from mia_companion.server.keeping.rows_out import VERSION_TABLE, tables_of

_OF_A_START = frozenset({"epochs", "epoch_heads", "ledger_lines", "counters"})
"""What lies in a database after a first start, before anybody has come."""


class NotEmpty(Exception):
    """There are people in the database that would be replaced."""


class StillRunning(Exception):
    """A server, or something else, is connected to the database."""


@asynccontextmanager
async def place(url: str, now: datetime, *, replace: bool) -> AsyncIterator[AsyncConnection]:
    """An empty database to fill. It takes the place of what is there when the body ends well, and nothing
    has changed when it raises. Raises NotEmpty, unless what is there may be replaced, and StillRunning."""
    database = Database(url)
    try:
        if database.is_postgres:
            async with database.engine.begin() as connection:
                await connection.run_sync(_make_room, f"{now:%Y%m%d%H%M%S%f}", replace)
                yield connection
            return
    finally:
        await database.close()
    async with _file(Path(sa.make_url(url).database or ""), now, replace=replace) as connection:
        yield connection


@asynccontextmanager
async def _file(file: Path, now: datetime, *, replace: bool) -> AsyncIterator[AsyncConnection]:
    aside = file.with_name(f"{file.name}.before-{now:%Y%m%d%H%M%S%f}")
    is_full = _looked_at(file)
    if is_full and not replace:
        raise NotEmpty(str(file))
    make_folder(file.parent)
    draft = file.with_name(file.name + ".restoring")
    _remove(draft)  # a crash may have left it
    write_new(draft, b"")  # so that only its owner reads it
    try:
        database = Database(f"sqlite+aiosqlite:///{draft}")
        try:
            async with database.writing() as connection:
                yield connection
        finally:
            await database.close()
        _looked_at(file)
        _swap(draft, file, aside if is_full else None)
    finally:
        _remove(draft)


def _swap(draft: Path, file: Path, aside: Path | None) -> None:
    """There is never a moment without a database: a start in it would make an empty one."""
    with closing(sqlite3.connect(draft)) as db:
        db.execute("PRAGMA journal_mode=DELETE")  # all of it is in the one file
    handle = os.open(draft, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    if aside is not None:
        os.link(file, aside)
    os.replace(draft, file)
    sync_folder(file.parent)


def _looked_at(file: Path) -> bool:
    """Whether anybody is in it. Its log is in the file when this returns. Raises StillRunning."""
    if not file.exists():
        return False
    with closing(sqlite3.connect(file, timeout=0.2)) as db:
        try:
            said = db.execute("PRAGMA journal_mode=DELETE").fetchone()
        except sqlite3.OperationalError as error:
            raise StillRunning(str(file)) from error
        if said != ("delete",):
            raise StillRunning(str(file))
    engine = sa.create_engine(f"sqlite:///{file}")
    try:
        with engine.connect() as connection:
            return _has_people(connection)
    finally:
        engine.dispose()


def _remove(draft: Path) -> None:
    for one in draft.parent.glob(draft.name + "*"):
        with suppress(FileNotFoundError):
            one.unlink()


def _make_room(connection: sa.Connection, now: str, replace: bool) -> None:
    others = connection.scalar(sa.text(_OTHERS))
    if others:
        raise StillRunning(f"{others} connections")
    name = str(connection.scalar(sa.select(sa.func.current_schema())))
    quoted: Callable[[str], str] = connection.dialect.identifier_preparer.quote
    if not _has_people(connection):
        for table in (*reversed(tables_of(connection)), sa.Table(VERSION_TABLE, sa.MetaData())):
            table.drop(connection, checkfirst=True)
        return
    if not replace:
        raise NotEmpty(f"the schema {name}")
    aside = f"{name}_before_{now}"
    connection.execute(sa.text(f"ALTER SCHEMA {quoted(name)} RENAME TO {quoted(aside)}"))
    connection.execute(sa.text(f"CREATE SCHEMA {quoted(name)}"))


def _has_people(connection: sa.Connection) -> bool:
    """Whether there is more than what a start makes; what was restored and not started on counts, and what is
    somebody else's, too."""
    for table in tables_of(connection):
        chosen = sa.select(sa.literal(1)).select_from(table).limit(1)
        if table.name == "counters":
            chosen = chosen.where(table.c.name == RESTORED)
        elif table.name in _OF_A_START:
            continue
        elif table.name not in metadata.tables:
            return True
        if connection.scalar(chosen) is not None:
            return True
    return False


_OTHERS = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
"""
