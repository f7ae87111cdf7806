"""A damaged file, a wrong key, a second opener: said plainly, and nothing that still opens is lost."""

import sqlite3
from pathlib import Path
from typing import cast

import pytest

from mia_companion.store.blob_rows import Blob
from mia_companion.store.errors import StoreBroken, StoreBusy, StoreError, StoreTooNew
from mia_companion.store.outbox import SENT, Waiting
from mia_companion.store.store import Store
from tests.example_data import JOURNAL, KEY, OTHER_KEY
from tests.store.as_the_app import laid_aside, start
from tests.store.operations import everything, prepare


def made(path: Path) -> dict[str, object]:
    store = Store(path, KEY)
    prepare(store)
    store.journals.rebase({JOURNAL: 5})
    found = everything(store)
    store.close()
    return found


def _sql(path: Path, *statements: str) -> None:
    db = sqlite3.connect(path)
    for statement in statements:
        db.execute(statement)
    db.commit()
    db.close()


def test_a_whole_store_is_left_alone(path: Path) -> None:
    before = made(path)
    store, mended = start(path)
    assert not mended
    assert everything(store) == before
    assert not laid_aside(path).exists()
    store.close()


def test_a_wrong_key_does_not_open_and_lays_the_file_aside_whole(path: Path) -> None:
    before = made(path)
    with pytest.raises(StoreBroken):
        Store(path, OTHER_KEY)
    store, mended = start(path, OTHER_KEY)
    assert mended
    assert store.outbox.all() == []
    store.close()
    again = Store(laid_aside(path), KEY)
    assert everything(again) == before
    again.close()


@pytest.mark.parametrize("table", ["kept", "drafts", "outbox", "journals", "pictures", "entries"])
def test_one_damaged_row_costs_that_row_and_what_the_server_has(path: Path, table: str) -> None:
    before = made(path)
    _sql(
        path,
        f"UPDATE {table} SET sealed = zeroblob(40)"
        + (" WHERE id = 'waiting-3'" if table == "outbox" else ""),
    )
    store, mended = start(path)
    found = everything(store)
    assert mended
    assert found["cursors"] == {}
    lost = {"outbox": "outbox", "drafts": "draft", "kept": "language"}.get(table)
    for name in {"outbox", "returning", "draft", "language", "blobs", "bytes"} - {lost}:
        assert found[name] == before[name]
    if lost == "outbox":
        kept = [w.entry.id for w in store.outbox.all()]
        assert kept == ["waiting-0", "waiting-1", "waiting-2", "waiting-4", "of-other"]
    store.close()


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE outbox SET state = 'wa)ting' WHERE id = 'waiting-3'",
        "UPDATE outbox SET state = 'retur' WHERE state = 'returning'",
        "UPDATE journals SET cursor = cursor + 4",
        "UPDATE kept SET name = CAST(X'C5C5' AS TEXT) WHERE name = 'language'",
    ],
)
def test_what_is_not_sealed_is_looked_at_too(path: Path, damage: str) -> None:
    before = made(path)
    _sql(path, damage)
    store, mended = start(path)
    assert mended
    found = everything(store)
    had = cast("list[Waiting]", before["outbox"])
    assert [w.raw for w in store.outbox.all()] == [w.raw for w in had]
    assert found["returning"] == before["returning"]
    store.check()
    store.close()


def test_a_second_opener_is_told_that_the_store_is_busy_and_mends_nothing(path: Path) -> None:
    first = Store(path, KEY)
    with pytest.raises(StoreBusy):
        start(path)
    first.outbox.mark([(SENT, "", "nothing")])
    first.close()
    first.close()
    assert not laid_aside(path).exists()
    Store(path, KEY).close()


def test_a_store_of_a_later_version_is_left_alone(path: Path) -> None:
    Store(path, KEY).close()
    _sql(path, "PRAGMA user_version = 999")
    with pytest.raises(StoreTooNew):
        start(path)
    assert not laid_aside(path).exists()


def test_a_place_that_cannot_be_opened_is_a_store_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for place in (tmp_path, tmp_path / "file" / "companion.sqlite"):
        with pytest.raises(StoreError):
            Store(place, KEY)


def test_a_closed_store_raises_store_errors(store: Store) -> None:
    store.close()
    with pytest.raises(StoreError):
        store.outbox.all()
    with pytest.raises(StoreError):
        store.drafts.set("here", "x")


@pytest.mark.parametrize(
    ("damage", "left"),
    [
        ("UPDATE blobs SET sealed = zeroblob(40) WHERE blob = 'blob-sent'", 1),
        ("DELETE FROM blob_bytes WHERE blob = 'blob-sent'", 1),
        ("UPDATE blobs SET journal = 'journal-shaded' WHERE blob = 'blob-sent'", 2),
        ("UPDATE blobs SET entry = 'waiting-7' WHERE blob = 'blob-sent'", 2),
    ],
)
def test_a_damaged_photo_costs_that_photo_only(path: Path, damage: str, left: int) -> None:
    before = made(path)
    _sql(path, damage)
    store, mended = start(path)
    assert mended
    found = everything(store)
    assert found["outbox"] == before["outbox"]
    had = cast("list[Blob]", before["blobs"])
    assert store.blobs.waiting() == [b for b in had if left == 2 or b.ref.blob_id != "blob-sent"]
    assert store._database.rows("SELECT count(*) FROM blob_bytes") == [(left + 2,)]
    store.check()
    store.close()
