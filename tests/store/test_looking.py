"""Damage is looked for a little at a time beside a store in use, remembered, and mended at the next start."""

import sqlite3
from pathlib import Path

import pytest

from mia_companion.store import looking
from mia_companion.store.damage import mark_of
from mia_companion.store.errors import StoreBroken, StoreBusy
from mia_companion.store.store import Store
from tests.example_data import (
    JOURNAL,
    KEY,
    LONG_JOURNAL,
    OWN_JOURNAL,
    entry,
    held,
    life_told,
    message,
    steps_told,
)
from tests.store.as_the_app import laid_aside, look, start
from tests.store.operations import everything, prepare

NEVER_READ_AT_START = {
    "an entry beneath the picture": "UPDATE entries SET sealed = zeroblob(90)"
    f" WHERE journal = '{LONG_JOURNAL}' AND seq = 6",
    "an entry that is not there": f"DELETE FROM entries WHERE journal = '{LONG_JOURNAL}' AND seq = 9",
    "an entry in another's place": f"UPDATE entries SET journal = '{JOURNAL}x'"
    f" WHERE journal = '{LONG_JOURNAL}' AND seq = 6",
    "what is settled": "UPDATE shelves SET sealed = zeroblob(90)",
    "what is settled and not there": "DELETE FROM shelves",
}


def made(path: Path) -> None:
    store = Store(path, KEY)
    prepare(store)
    store.close()


def harm(path: Path, sql: str) -> None:
    db = sqlite3.connect(path)
    assert db.execute(sql).rowcount
    db.commit()
    db.close()


@pytest.mark.parametrize("damage", NEVER_READ_AT_START)
def test_what_the_start_does_not_read_is_found_beside_it(path: Path, damage: str) -> None:
    made(path)
    harm(path, NEVER_READ_AT_START[damage])
    store, mended = start(path)
    assert not mended
    waiting = [w.entry.id for w in store.outbox.all()]
    store.outbox.add(entry(message("now"), "written-now"))
    assert not look(store)
    assert mark_of(path).exists()
    store.outbox.add(entry(message("later"), "written-later"))
    store.close()
    store, mended = start(path)
    assert mended
    assert [w.entry.id for w in store.outbox.all()] == [*waiting, "written-now", "written-later"]
    assert store.journals.cursors() == {}  # the server has it all
    assert laid_aside(path).exists()
    assert not mark_of(path).exists()
    assert look(store)
    store.close()
    store, mended = start(path)
    assert not mended
    store.close()


def test_a_damaged_list_of_free_pages_is_found(path: Path) -> None:
    """It belongs to no table; what is written next would be put into a page that is not free."""
    made(path)
    db = sqlite3.connect(path)
    db.execute("DELETE FROM entries")
    db.commit()
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert db.execute("PRAGMA freelist_count").fetchone()[0] > 2
    db.close()
    raw = bytearray(path.read_bytes())
    size, trunk = int.from_bytes(raw[16:18], "big"), int.from_bytes(raw[32:36], "big")
    listed = (trunk - 1) * size + 8
    raw[listed : listed + 4] = (2).to_bytes(4, "big")
    path.write_bytes(raw)
    store = Store(path, KEY)
    with pytest.raises(StoreBroken):
        store.check()
    store.close()


def test_it_is_looked_through_in_small_steps(store: Store) -> None:
    """The connection is let go between them; how long each holds it does not grow with the years."""
    prepare(store)
    store.journals.add(held(OWN_JOURNAL), steps_told(1000, OWN_JOURNAL, start=3))
    read: list[int] = []
    rows = store._database.rows

    def counting(sql: str, *given: object) -> list[tuple[object, ...]]:
        found = rows(sql, *given)
        read.append(len(found))
        return found

    store._database.rows = counting  # type: ignore[method-assign]
    steps = sum(1 for _ in store.looking.through())
    assert steps > 1000 / 100
    assert max(read) <= 100


@pytest.mark.parametrize("damage", NEVER_READ_AT_START)
def test_in_a_large_file_rows_alone_tell_of_it(
    path: Path, damage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its structure is not looked through in one piece, which would hold up a tap."""
    monkeypatch.setattr(looking, "_PAGES_AT_ONCE", 3)
    made(path)
    harm(path, NEVER_READ_AT_START[damage])
    store, _ = start(path)
    assert not look(store)
    store.close()


def test_where_the_mark_cannot_be_written_the_next_look_finds_it_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(path)
    harm(path, "DELETE FROM shelves")

    def full(*_: object, **__: object) -> None:
        raise OSError("no space left")

    for _ in range(2):
        store, mended = start(path)
        assert not mended
        with monkeypatch.context() as disk:
            disk.setattr(Path, "touch", full)
            assert not look(store)
        assert store.damage.found
        store.close()


def test_a_store_in_use_is_not_mended_by_another(path: Path) -> None:
    store, _ = start(path)
    store.damage.remember()
    with pytest.raises(StoreBusy):
        start(path)
    store.close()
    assert not laid_aside(path).exists()
    store, mended = start(path)
    assert mended
    store.close()


def test_a_store_without_damage_says_the_same_after_it_was_mended_for_nothing(path: Path) -> None:
    """The mark may have been left by a crash in the middle of mending."""
    made(path)
    store, _ = start(path)
    before = everything(store)
    store.close()
    mark_of(path).touch()
    store, mended = start(path)
    assert mended
    assert {name: everything(store)[name] for name in ("outbox", "draft", "language")} == {
        name: before[name] for name in ("outbox", "draft", "language")
    }
    for journal in (JOURNAL, OWN_JOURNAL):
        store.journals.add(held(journal), steps_told(2, journal))
    store.journals.add(held(LONG_JOURNAL), life_told(100, LONG_JOURNAL))
    assert look(store)
    store.close()
