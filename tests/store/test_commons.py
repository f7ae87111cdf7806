"""What several sessions of one process have read is there once, and only for whoever may read it."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from mia_companion.domain.fold import fold
from mia_companion.domain.layers import shelf_of
from mia_companion.domain.picture import EMPTY
from mia_companion.domain.shelving import Patience, shelve
from mia_companion.store.commons import Commons
from mia_companion.store.store import EPOCH, Store
from tests.example_data import JOURNAL, KEY, OTHER_KEY, held, steps_done, steps_told

LIFE = steps_done(60)
WHOLE = shelve(fold(EMPTY, LIFE), Patience(quiet=0))
ELSEWHERE = "journal-of-another"


@pytest.fixture
def commons() -> Commons:
    return Commons()


@pytest.fixture
def two(tmp_path: Path, commons: Commons) -> Iterator[tuple[Store, Store]]:
    stores = [Store(tmp_path / str(n), k, commons=commons) for n, k in enumerate((KEY, OTHER_KEY))]
    for store in stores:
        store.kept.set(EPOCH, "epoch-1")
    yield stores[0], stores[1]
    for store in stores:
        store.close()


def test_a_picture_that_two_sessions_save_is_one(two: tuple[Store, Store]) -> None:
    one, other = two
    for store in two:
        store.journals.add(held(), LIFE)
    first = one.journals.save_picture(JOURNAL, WHOLE)
    second = other.journals.save_picture(JOURNAL, shelve(fold(EMPTY, LIFE), Patience(quiet=0)))
    assert second is first
    assert other.journals.picture(JOURNAL) is first
    assert first == WHOLE


def test_what_is_settled_is_found_when_the_session_that_packed_it_is_gone(
    two: tuple[Store, Store],
) -> None:
    one, other = two
    one.journals.add(held(), (), WHOLE)
    assert shelf_of(one.journals.picture(JOURNAL).steps)
    assert other.adopt(held(), WHOLE.seq) is one.journals.picture(JOURNAL)
    one.close()
    assert other.journals.picture(JOURNAL) == fold(EMPTY, LIFE)


def test_a_session_goes_on_from_what_it_took_over(two: tuple[Store, Store]) -> None:
    one, other = two
    one.journals.add(held(), (), WHOLE)
    other.adopt(held(), WHOLE.seq + 5)
    assert other.journals.cursors() == {JOURNAL: WHOLE.seq}
    other.journals.add(held(), steps_told(2, start=WHOLE.seq + 1))
    assert other.journals.cursors() == {JOURNAL: WHOLE.seq + 2}
    assert one.journals.cursors() == {JOURNAL: WHOLE.seq}
    other.check()


def test_nothing_is_taken_over_beyond_what_the_server_said_or_of_another_epoch(
    two: tuple[Store, Store],
) -> None:
    one, other = two
    one.journals.add(held(), (), WHOLE)
    assert other.adopt(held(), WHOLE.seq - 1) is None
    assert other.adopt(held(ELSEWHERE), WHOLE.seq) is None
    other.kept.set(EPOCH, "epoch-2")
    assert other.adopt(held(), WHOLE.seq) is None
    assert other.journals.cursors() == {}


def test_a_store_on_a_disk_shares_nothing(tmp_path: Path, two: tuple[Store, Store]) -> None:
    two[0].journals.add(held(), (), WHOLE)
    alone = Store(tmp_path / "alone", KEY)
    alone.kept.set(EPOCH, "epoch-1")
    assert alone.adopt(held(), WHOLE.seq) is None
    alone.close()


def test_it_is_gone_when_nobody_holds_it(two: tuple[Store, Store], commons: Commons) -> None:
    one, _ = two
    one.journals.add(held(), (), WHOLE)
    assert commons.newest(JOURNAL, "epoch-1", WHOLE.seq) is not None
    one.journals.forget(JOURNAL)
    gc.collect()
    assert commons.newest(JOURNAL, "epoch-1", WHOLE.seq) is None


def test_a_transaction_that_is_taken_back_leaves_the_picture_before(
    two: tuple[Store, Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, _ = two
    before = shelve(fold(EMPTY, LIFE[:40]), Patience(quiet=0))
    one.journals.add(held(), (), before)

    def full(*_: object) -> None:
        raise RuntimeError("no room")

    monkeypatch.setattr(one.outbox, "remove", full)
    with pytest.raises(RuntimeError):
        one.journals.add(held(), (), WHOLE)
    assert one.journals.picture(JOURNAL) == before
    assert one.journals.cursors() == {JOURNAL: before.seq}
