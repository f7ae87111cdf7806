"""Two associations on one server, in this process."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher

from mia_companion.server import passwords
from mia_companion.server.auditing.pace import Pace
from tests.server.databases import SqliteFile, migrate
from tests.server.world import World
from tests.torture.cast import Cast


def hash_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """By argon2id all the same, but in one thread and one round."""
    monkeypatch.setattr(passwords, "PasswordHasher", partial(PasswordHasher, 1, parallelism=1))


@asynccontextmanager
async def two_associations(folder: Path, database: Any) -> AsyncIterator[tuple[Cast, Cast]]:
    """Alike, on one server."""
    if isinstance(database, SqliteFile):
        await migrate(database.url)
    else:
        url = await database.make("crossings")
        database = type("At", (), {"url": url})()
        folder = folder / "postgres"
        folder.mkdir()
    world = World(folder, database)
    await world.start()
    world.backend.dear = Pace(0, 1)  # here one account asks for everything at once
    try:
        mine, theirs = Cast(world), Cast(world)
        await mine.gather()
        await theirs.gather()
        yield mine, theirs
    finally:
        await world.stop()
