"""A backup comes back: decrypted, checked to its end, and only then in the place of what was there.

file ─▶ age ─▶ archive ─▶ rows, in one transaction ─▶ all of it held? ─▶ in place, marked as restored
                                                                          └▶ first start: the ledger is
                                                                             replayed, an epoch begins
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.server.keeping.age import opening
from mia_companion.server.keeping.archive import ArchiveReader, Manifest, Member
from mia_companion.server.keeping.placing import place
from mia_companion.server.keeping.rows_in import RowsIn
from mia_companion.server.keys import KeyStore
from mia_companion.server.settings import Settings
from mia_companion.server.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class Restored:
    """What the backup was, and its rows by table."""

    manifest: Manifest
    rows: dict[str, int]


async def restore(
    settings: Settings,
    around: Surroundings,
    keys: KeyStore,
    file: Path,
    identities: Sequence[Any],
    *,
    replace: bool = False,
) -> Restored:
    """Put the database of the settings back as it was; a start is still to come.

    Raises NotOpened, NotABackup, NewerSchema, NotEmpty and StillRunning, and has changed nothing then.
    """
    with file.open("rb") as raw:
        async with place(settings.url, around.clock(), replace=replace) as connection:
            with opening(raw, identities) as stream:
                restored = await _read(connection, stream, keys)
            # Only here is the file known to be whole to its last byte; what was filled is kept after this.
    return restored


async def _read(connection: AsyncConnection, stream: BinaryIO, keys: KeyStore) -> Restored:
    archive = await asyncio.to_thread(ArchiveReader, stream, keys)
    rows = await connection.run_sync(RowsIn, archive.manifest)
    members = archive.members()

    def following() -> Member | None:
        return next(members, None)

    while (one := await asyncio.to_thread(following)) is not None:
        await connection.run_sync(rows.put, one)
    archive.check(rows.rows)
    await connection.run_sync(rows.end)
    return Restored(archive.manifest, rows.rows)
