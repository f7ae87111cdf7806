"""A backup of the database: taken while servers write, encrypted for a key that does not lie here.

The keys are not in it, and the ledger is not: what was erased stays unreadable in every backup, and what a
restore must not undo is told by what was not restored.
"""

import asyncio
from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import sqlalchemy as sa

from mia_companion.server.database import Database
from mia_companion.server.keeping.age import sealed_file
from mia_companion.server.keeping.archive import ArchiveWriter, Manifest
from mia_companion.server.keeping.opening import open_keys
from mia_companion.server.keeping.rows_out import (
    described,
    pieces,
    schema_version,
    snapshot,
    tables_of,
)
from mia_companion.server.keys import KeyStore
from mia_companion.server.settings import Settings
from mia_companion.server.surroundings import Surroundings


class NothingThere(Exception):
    """The database has no tables: another one is meant, or nobody has ever started the server."""


@dataclass(frozen=True, slots=True)
class BackedUp:
    """Rows by table, and the file's size."""

    rows: dict[str, int]
    size: int


async def back_up(
    settings: Settings, around: Surroundings, file: Path, recipients: Sequence[Any]
) -> BackedUp:
    """Write the backup to a new file; it has its name when it is whole and on the disk, and not before.

    Raises FileExistsError, NothingThere, and OSError for a disk that is full.
    """
    await asyncio.to_thread(_check, settings)
    keys, database = open_keys(settings, around), Database(settings.url)
    try:
        with sealed_file(file, recipients) as into:
            rows = await _write(database, keys, around, into)
    finally:
        await database.close()
    return BackedUp(rows, (await asyncio.to_thread(file.stat)).st_size)


def _check(settings: Settings) -> None:
    url = sa.make_url(settings.url)
    if url.drivername.startswith("sqlite") and not Path(url.database or "").exists():
        raise NothingThere(url.database)


async def _write(
    database: Database,
    keys: KeyStore,
    around: Surroundings,
    into: BinaryIO,
) -> dict[str, int]:
    async with snapshot(database) as connection:
        tables = await connection.run_sync(tables_of)
        version = await connection.run_sync(schema_version)
        if not version:
            raise NothingThere(str(database.engine.url.database))
        manifest = Manifest(
            schema_version=version,
            taken_at=around.clock().isoformat(),
            engine=database.engine.dialect.name,
            tables=tuple(described(one) for one in tables),
        )
        archive = await asyncio.to_thread(ArchiveWriter, into, keys, manifest)
        for table in tables:
            async with aclosing(pieces(connection, table)) as some:
                async for one in some:
                    await asyncio.to_thread(archive.add, one.table, one.content, one.rows)
        await asyncio.to_thread(archive.end)
    return archive.rows
