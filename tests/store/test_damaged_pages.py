"""A page of the file that is damaged: an index that names no row, a page of nothing."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from mia_companion.store.store import Store
from tests.example_data import KEY, steps_told
from tests.store.as_the_app import laid_aside, start, start_and_look
from tests.store.operations import everything, prepare
from tests.store.test_damage import made


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ("outbox", "id"),
        ("blob_bytes", "blob"),
        ("blob_cache", "blob"),
        ("pictures", "journal"),
        ("entries", "journal"),
    ],
)
def test_an_index_that_says_other_than_its_table_is_mended(
    path: Path, table: str, key: str
) -> None:
    """What is looked up by its id would not be found, though it is there."""
    before = made(path)
    with closing(sqlite3.connect(path)) as db:
        (size,) = db.execute("PRAGMA page_size").fetchone()
        (page,) = db.execute(
            "SELECT rootpage FROM sqlite_schema WHERE type = 'index' AND tbl_name = ?", (table,)
        ).fetchone()
        (named,) = db.execute(f"SELECT {key} FROM {table} LIMIT 1").fetchone()
    raw = path.read_bytes()
    told = raw[(page - 1) * size : page * size]
    other = told.replace(named.encode(), named[:-1].encode() + b"~", 1)
    assert other != told
    path.write_bytes(raw[: (page - 1) * size] + other + raw[page * size :])
    store, _ = start_and_look(path)
    assert laid_aside(path).exists()
    found = everything(store)
    for name in ("outbox", "blobs", "blobs to send", "bytes", "draft"):
        assert found[name] == before[name]
    store.close()


def test_a_lost_page_in_the_middle_of_the_outbox_costs_that_page_only(path: Path) -> None:
    store = Store(path, KEY)
    prepare(store)
    for one in steps_told(200, "many"):
        store.outbox.add(one.entry)
    store.close()
    db = sqlite3.connect(path)
    size = db.execute("PRAGMA page_size").fetchone()[0]
    (page,) = db.execute(
        "SELECT pageno FROM dbstat WHERE name = 'outbox' AND pagetype = 'leaf' LIMIT 1 OFFSET 9"
    ).fetchone()
    db.close()
    raw = bytearray(path.read_bytes())
    raw[(page - 1) * size : page * size] = b"\xff" * size
    path.write_bytes(raw)
    store, mended = start(path)
    assert mended
    kept = [w.entry.id for w in store.outbox.all()]
    assert 150 < len(kept) < 206
    assert kept[0] == "waiting-0"
    assert kept[-1] == "many-000200"
    assert kept[6:] == sorted(kept[6:])
    store.close()
