"""Keys: made once, kept apart, destroyed for good; and what they seal."""

import os
import threading
from pathlib import Path
from typing import Any

import pytest
from cryptography.exceptions import InvalidTag

from mia_companion.server import operations
from mia_companion.server.keeping.key_store import FileKeyStore
from mia_companion.server.keeping.opening import open_keys
from mia_companion.server.keys import KeyDestroyed
from mia_companion.server.sealing import Sealer
from mia_companion.server.settings import Settings
from mia_companion.server.surroundings import Surroundings
from tests.server.world import World


def store(folder: Path) -> FileKeyStore:
    return open_keys(Settings(data_dir=folder), Surroundings())


def test_a_key_is_made_once_for_all_processes(tmp_path: Path) -> None:
    found: list[bytes] = []
    start = threading.Barrier(8)

    def ask() -> None:
        start.wait()
        found.append(store(tmp_path).journal_keys("journal")[1])

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(found)) == 1
    assert len(found[0]) == 32
    assert store(tmp_path).journal_keys("../../other")[1] != found[0]
    files = [*tmp_path.rglob("*.key"), tmp_path / "kek.json"]
    assert len(files) == 3
    assert all(file.stat().st_mode & 0o777 == 0o600 for file in files)


def test_a_destroyed_key_never_comes_back(tmp_path: Path) -> None:
    keys = store(tmp_path)
    keys.journal_keys("journal")
    for gone in ("journal", "never-made", "journal"):
        keys.destroy(gone)
        with pytest.raises(KeyDestroyed):
            store(tmp_path).journal_keys(gone)


def test_server_keys_have_names(tmp_path: Path) -> None:
    keys = store(tmp_path)
    assert keys.server_key("receipt") == store(tmp_path).server_key("receipt")
    assert keys.server_key("receipt") != keys.server_key("access")
    with pytest.raises(KeyError):
        keys.server_key("other")
    (tmp_path / "keys" / "server" / "leave.key").write_bytes(b"short")
    with pytest.raises(ValueError, match="is not a key"):
        keys.server_key("leave")


def test_a_sealed_row_opens_in_its_own_place_only() -> None:
    sealer = Sealer({1: b"k" * 32}, os.urandom)
    sealed = sealer.seal("entries", "row-1", b"hej")
    assert sealer.open("entries", "row-1", sealed) == b"hej"
    assert sealer.seal("entries", "row-1", b"hej") != sealed
    other = Sealer({1: b"x" * 32}, os.urandom)
    for by, table, row, what in (
        (sealer, "entries", "row-2", sealed),
        (sealer, "quarantine", "row-1", sealed),
        (other, "entries", "row-1", sealed),
        (sealer, "entries", "row-1", sealed[:-1]),
    ):
        with pytest.raises(InvalidTag):
            by.open(table, row, what)


async def test_the_database_holds_nobodys_words(world: World) -> None:
    coordinator, participant, shared = await world.pair()
    await participant.push(participant.entry(shared))
    await operations.assign(world.backend, participant.id, (await world.coordinator()).id)
    found: list[Any] = []
    async with world.backend.database.reading() as connection:
        if world.backend.database.is_postgres:
            names = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        else:
            names = "SELECT name FROM sqlite_master WHERE type = 'table'"
        for (name,) in (await connection.exec_driver_sql(names)).all():
            found += (await connection.exec_driver_sql(f'SELECT * FROM "{name}"')).all()
    raw = repr([[bytes(v) if isinstance(v, memoryview) else v for v in row] for row in found])
    assert participant.id in raw
    for word in ("biblioteket", "Gå till", "StepPlanned"):
        assert word not in raw
    assert coordinator.tokens.refresh not in raw
