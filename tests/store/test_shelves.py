"""Saved pictures: what is settled is opened by whoever looks for it, once, and is what it was."""

from pathlib import Path

import pytest

from mia_companion.domain.fold import fold
from mia_companion.domain.layers import live, shelf_of
from mia_companion.domain.picture import EMPTY, FOLD_VERSION, Picture, save_picture
from mia_companion.domain.step_marks import StepPartlyDone
from mia_companion.store import shelves
from mia_companion.store.commons import Commons
from mia_companion.store.store import Store
from tests.example_data import (
    JOURNAL,
    KEY,
    confirmed,
    entry,
    held,
    life_told,
    steps_told,
)
from tests.store.shelving import LIFE, WHOLE, numbers, opened, saved_life


@pytest.fixture
def saved(store: Store) -> Store:
    """A store with the picture of a journal whose twenty steps are settled."""
    return saved_life(store)


def test_only_who_looks_for_what_is_settled_opens_it_and_only_once(saved: Store) -> None:
    chunks = opened(saved)
    picture = saved.journals.picture(JOURNAL)
    assert len(live(picture.steps)) == 0
    assert picture.seq == 100
    assert picture.as_of == WHOLE.as_of
    assert "step-99" not in picture.steps
    assert picture.steps.get("message-1") is None
    assert not picture.has("goal-1")
    folded = fold(picture, steps_told(3, start=101))
    assert len(live(folded.steps)) == 3
    assert chunks == []
    assert picture.steps["step-07"] == WHOLE.steps["step-07"]
    assert picture == WHOLE
    assert "step-08" in folded.steps
    assert len(chunks) == 1


def test_what_was_shelved_and_spoken_of_again_is_shelved_anew(saved: Store) -> None:
    [first] = numbers(saved)
    said = StepPartlyDone(step_id="step-07")
    more = [confirmed(entry(said, "again-0001"), 101), *steps_told(60, start=102)]
    saved.journals.add(held(), more)
    whole = fold(WHOLE, more)
    kept = saved.journals.save_picture(JOURNAL, fold(saved.journals.picture(JOURNAL), more))
    [second] = numbers(saved)
    assert second > first  # the first was not full: it was written anew, under another number
    for picture in (kept, saved.journals.picture(JOURNAL)):
        assert set(live(picture.steps)) == {f"step-{n}" for n in range(102, 162)}
        assert picture == whole
        assert picture.steps["step-07"].state == "partly"


def test_full_chunks_stay_as_they_are(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelves, "_FULL", 8)
    store.journals.add(held(), LIFE)
    kept = store.journals.save_picture(JOURNAL, fold(EMPTY, LIFE[:84]))
    assert [len(chunk.labels) for chunk in shelf_of(kept.steps).chunks] == [8, 8, 1]
    before = numbers(store)
    kept = store.journals.save_picture(JOURNAL, fold(kept, LIFE))
    assert [len(chunk.labels) for chunk in shelf_of(kept.steps).chunks] == [8, 8, 4]
    assert numbers(store)[:2] == before[:2]
    assert kept == store.journals.picture(JOURNAL) == WHOLE


def test_saved_again_a_picture_that_is_still_shown_can_be_looked_back_in(saved: Store) -> None:
    shown = saved.journals.picture(JOURNAL)
    more = steps_told(60, start=101)
    saved.journals.add(held(), more)
    done = [confirmed(entry(StepPartlyDone(step_id="step-101"), "later-0001"), 161)]
    saved.journals.add(held(), [*done, *life_told(230)[161:]])
    saved.journals.save_picture(JOURNAL, fold(shown, saved.journals.entries(JOURNAL, after=100)))
    assert shown == WHOLE


def test_a_row_as_it_was_before_there_were_shelves_is_read(store: Store) -> None:
    store.journals.add(held(), LIFE)
    raw = f"{FOLD_VERSION}\n".encode() + save_picture(WHOLE)
    sealed = store._seal.seal("pictures", JOURNAL, raw)
    sql = "INSERT INTO pictures (journal, seq, sealed) VALUES (?, ?, ?)"
    store._database.write(sql, JOURNAL, 100, sealed)
    picture = store.journals.picture(JOURNAL)
    assert picture == WHOLE
    assert store.journals.save_picture(JOURNAL, picture) == WHOLE
    assert len(numbers(store)) == 1


def test_a_picture_that_comes_is_shelved_at_once(store: Store) -> None:
    store.journals.add(held(), steps_told(5, start=101), WHOLE)
    chunks = opened(store)
    picture = store.journals.picture(JOURNAL)
    assert live(picture.steps) == {}
    assert chunks == []
    assert picture == WHOLE


def test_a_device_far_behind_that_gets_a_picture_is_sound(store: Store) -> None:
    """What it had before lies before the picture, with a gap between."""
    store.journals.add(held(), LIFE[:40])
    store.journals.add(held(), [], WHOLE)
    store.check()
    store.journals.add(held(), steps_told(2, start=101))
    store.check()


def test_the_same_in_memory(path: Path) -> None:
    store = Store(path, KEY, commons=Commons())
    store.journals.add(held(), LIFE)
    store.journals.save_picture(JOURNAL, WHOLE)
    chunks = opened(store)
    picture: Picture = store.journals.picture(JOURNAL)
    assert chunks == []
    assert picture == WHOLE
    store.check()
    store.close()
