"""A small world's backups, as whoever runs the server takes them and puts them back."""

import io
from contextlib import suppress
from pathlib import Path
from typing import Any

import pyrage
import pytest
import sqlalchemy as sa

from mia_companion.server import operations
from mia_companion.server.columns import metadata
from mia_companion.server.database import Database
from mia_companion.server.keeping.backup import BackedUp, back_up
from mia_companion.server.keeping.opening import open_keys
from mia_companion.server.keeping.restore import Restored, restore
from mia_companion.server.surroundings import Surroundings
from tests.server.test_blobs import put
from tests.server.world import Person, World

Rows = dict[str, list[tuple[Any, ...]]]

MINE = pyrage.x25519.Identity.generate()
"""What opens the tests' backups."""


async def backed_up(world: World, name: str = "backup.age") -> Path:
    """A backup, taken while the server runs."""
    file = world.settings.data_dir / name
    done = await back_up(world.settings, around(world), file, [MINE.to_public()])
    assert isinstance(done, BackedUp)
    assert done.size == file.stat().st_size
    return file


async def put_back(world: World, file: Path, *, replace: bool = True) -> Restored:
    """It is in the database's place; the server must be stopped."""
    keys = open_keys(world.settings, around(world))
    return await restore(world.settings, around(world), keys, file, [MINE], replace=replace)


async def is_refused(world: World, file: Path, why: type[Exception]) -> None:
    """It is not put back, and no file beside the database has changed by the attempt."""
    before = seen_from_outside(world.settings.data_dir)
    with pytest.raises(why):
        await put_back(world, file)
    assert seen_from_outside(world.settings.data_dir) == before


def around(world: World) -> Surroundings:
    """The world's clock, and real chance."""
    return Surroundings(clock=world.clock)


def decrypted(file: Path) -> bytes:
    """What whoever stole the file and its key reads."""
    out = io.BytesIO()
    pyrage.decrypt_io(io.BytesIO(file.read_bytes()), out, [MINE])
    return out.getvalue()


def encrypted(content: bytes) -> bytes:
    """What anybody may make who knows the recipient."""
    out = io.BytesIO()
    pyrage.encrypt_io(io.BytesIO(content), out, [MINE.to_public()])
    return out.getvalue()


def seen_from_outside(folder: Path) -> dict[str, bytes]:
    """Every file below, but for backups, locks and the database."""
    found = {}
    for one in sorted(folder.rglob("*")):
        if one.is_file() and not one.name.endswith((".db", "-shm", "-wal", "lock", ".age")):
            with suppress(FileNotFoundError):
                found[str(one.relative_to(folder))] = one.read_bytes()
    return found


async def rows_of(url: str, schema: str = "") -> Rows:
    """Every row of every table, as the tables say they are."""
    made = Database(url)
    async with made.reading() as connection:
        if schema:
            await connection.execute(sa.text(f"SET LOCAL search_path TO {schema}"))
        found = {
            table.name: sorted(tuple(row) for row in await connection.execute(sa.select(table)))
            for table in metadata.sorted_tables
            if table.name != "counters"
        }
    await made.close()
    return found


async def written(world: World) -> tuple[Person, Person, str]:
    """People who have written, and a photo of several parts."""
    coordinator, participant, shared = await world.pair()
    await participant.push(*[participant.entry(shared) for _ in range(7)])
    assert (await put(participant, shared, bytes(range(256)) * 3000)).is_success
    await operations.assign(world.backend, participant.id, (await world.coordinator()).id)
    return coordinator, participant, shared
