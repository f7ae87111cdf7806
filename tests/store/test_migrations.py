"""A store written by any earlier version opens in this one with everything in it."""

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from mia_companion.store import database
from mia_companion.store.errors import StoreError
from mia_companion.store.mending import open_or_mend
from mia_companion.store.store import Store
from tests.example_data import entry, message
from tools.fixtures import FOLDER, KEY, said

STORES = sorted(FOLDER.glob("store-v*.sqlite"))
EARLIEST = [(number, sql) for number, sql in database.migrations() if number == 1]


def _schema(path: Path) -> object:
    db = sqlite3.connect(path)
    rows = db.execute("SELECT sql FROM sqlite_schema ORDER BY name").fetchall()
    version = db.execute("PRAGMA user_version").fetchone()
    db.close()
    return rows, version


def test_every_schema_has_a_store_among_the_fixtures() -> None:
    """After a new migration: `python -m tools.fixtures`."""
    numbers = [number for number, _ in database.migrations()]
    assert numbers == list(range(1, len(numbers) + 1))
    assert {f.name for f in STORES} == {f"store-v{number}.sqlite" for number in numbers}


@pytest.mark.parametrize("fixture", STORES, ids=lambda f: str(f.stem))
def test_a_store_of_that_version_says_the_same_and_goes_on(fixture: Path, path: Path) -> None:
    shutil.copy(fixture, path)
    store, mended = open_or_mend(path, KEY, aside=".broken")
    assert not mended
    expected = json.loads(fixture.with_suffix(".json").read_text("utf-8"))
    assert json.loads(json.dumps(said(store))) == expected
    store.outbox.add(entry(message(), "new-entry"))
    store.close()
    store = Store(path, KEY)
    assert store.outbox.all()[-1].entry.id == "new-entry"
    store.close()


@pytest.mark.parametrize("fixture", STORES, ids=lambda f: str(f.stem))
def test_an_old_store_and_a_new_one_have_the_same_schema(fixture: Path, path: Path) -> None:
    shutil.copy(fixture, path)
    Store(path, KEY).close()
    new = path.with_name("new.sqlite")
    Store(new, KEY).close()
    assert _schema(path) == _schema(new)


def test_a_migration_that_fails_half_way_leaves_the_store_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "migrations", lambda: EARLIEST)
    Store(path, KEY).close()
    before = _schema(path)
    broken = (2, "CREATE TABLE half (x);\nCREATE TABLE half (x);")
    monkeypatch.setattr(database, "migrations", lambda: [*EARLIEST, broken])
    with pytest.raises(StoreError):
        Store(path, KEY)
    assert _schema(path) == before
