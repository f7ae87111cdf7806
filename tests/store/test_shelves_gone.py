"""Saved pictures that are of no use any more go with all that is theirs; a broken one is never shown."""

import sqlite3
from pathlib import Path

import pytest

from mia_companion.domain.fold import fold
from mia_companion.domain.picture import EMPTY, FOLD_VERSION, save_picture
from mia_companion.store import saved_picture
from mia_companion.store.errors import StoreBroken, StoreError
from mia_companion.store.store import Store
from tests.example_data import JOURNAL, KEY, OWN_JOURNAL, held, life_told, steps_told
from tests.store.shelving import LIFE, WHOLE, numbers, saved_life


@pytest.fixture
def saved(store: Store) -> Store:
    """A store with the picture of a journal whose twenty steps are settled."""
    return saved_life(store)


@pytest.mark.parametrize("raw", [b"", b"\n", b"1\n{}", b'{"fold":1}\n', b'{"fold":2}\n', b"{}"])
def test_a_row_that_is_none_is_folded_anew(store: Store, raw: bytes) -> None:
    store.journals.add(held(), LIFE)
    sealed = store._seal.seal("pictures", JOURNAL, raw)
    sql = "INSERT INTO pictures (journal, seq, sealed) VALUES (?, ?, ?)"
    store._database.write(sql, JOURNAL, 100, sealed)
    assert store.journals.picture(JOURNAL) is EMPTY
    assert store._database.rows("SELECT * FROM pictures") == []


def test_what_belongs_to_a_picture_goes_with_it(
    saved: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved.journals.add(held(OWN_JOURNAL, "own"), life_told(100, OWN_JOURNAL))
    saved.journals.save_picture(OWN_JOURNAL, fold(EMPTY, life_told(100, OWN_JOURNAL)))
    saved.journals.rebase({JOURNAL: 99, OWN_JOURNAL: 100})
    assert numbers(saved) == []
    assert saved.journals.picture(JOURNAL) is EMPTY
    assert len(numbers(saved, OWN_JOURNAL)) == 1
    monkeypatch.setattr(saved_picture, "FOLD_VERSION", FOLD_VERSION + 1)
    assert saved.journals.picture(OWN_JOURNAL) is EMPTY
    assert numbers(saved, OWN_JOURNAL) == []
    saved.journals.save_picture(OWN_JOURNAL, fold(EMPTY, life_told(100, OWN_JOURNAL)))
    saved.journals.forget(OWN_JOURNAL)
    assert numbers(saved, OWN_JOURNAL) == []


def test_a_picture_that_a_restored_server_knows_nothing_of_is_not_saved(saved: Store) -> None:
    """It was folded before the rebase; by now other entries stand under the same numbers."""
    generation, before = saved.journals.generation(JOURNAL), saved.journals.picture(JOURNAL)
    saved.journals.rebase({JOURNAL: 50})
    saved.journals.add(held(), steps_told(60, start=51))
    assert saved.journals.save_picture(JOURNAL, before, generation=generation) is before
    assert saved.journals.picture(JOURNAL) is EMPTY
    with pytest.raises(StoreError) as gone:
        len(before.steps)
    assert not isinstance(gone.value, StoreBroken)
    assert not saved.damage.found


def test_a_picture_of_what_is_not_here_is_not_saved(store: Store) -> None:
    store.journals.save_picture(JOURNAL, WHOLE)
    store.journals.add(held(), LIFE[:99])
    store.journals.save_picture(JOURNAL, WHOLE)
    assert store.journals.picture(JOURNAL) is EMPTY


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE shelves SET sealed = zeroblob(60)",
        "DELETE FROM shelves",
        "UPDATE shelves SET number = number + 1",
        "UPDATE shelves SET sealed = (SELECT sealed FROM pictures)",
    ],
)
def test_a_chunk_that_does_not_open_is_no_picture_and_is_remembered(
    path: Path, damage: str
) -> None:
    store = Store(path, KEY)
    store.journals.add(held(), LIFE)
    store.journals.save_picture(JOURNAL, WHOLE)
    store.close()
    with sqlite3.connect(path) as db:
        db.execute(damage)
    db.close()
    store = Store(path, KEY)
    told: list[str] = []
    store.damage.told = lambda: told.append("told")
    picture = store.journals.picture(JOURNAL)
    for _ in range(2):
        with pytest.raises(StoreBroken):
            picture.steps.get("step-07")
        with pytest.raises(StoreBroken):
            save_picture(picture)
    assert told == ["told"]
    assert (path.parent / "companion.sqlite.damaged").exists()
    store.close()
