"""Entries that came together lie in one row: nothing that a store says of them depends on it."""

import shutil
from pathlib import Path

import pytest

from mia_companion.domain.entries import Confirmed
from mia_companion.store import runs
from mia_companion.store.errors import StoreBroken
from mia_companion.store.store import Store
from tests.example_data import JOURNAL, OWN_JOURNAL, held, steps_told
from tools.fixtures import FOLDER
from tools.fixtures import KEY as FIXTURE_KEY

WHOLE = steps_told(30)
PAGES = [[30], [1] * 30, [7, 1, 1, 14, 7], [10, 10, 10]]


@pytest.fixture(autouse=True)
def _short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs of ten at most, so that a page is several."""
    monkeypatch.setattr(runs, "_LONGEST", 10)


def _taken(store: Store, sizes: list[int]) -> None:
    at = 0
    for size in sizes:
        store.journals.add(held(), WHOLE[at : at + size])
        at += size


def _rows(store: Store) -> list[tuple[int, int]]:
    sql = "SELECT first, seq FROM entries WHERE journal = ? ORDER BY seq"
    return [(int(first), int(seq)) for first, seq in store._database.rows(sql, JOURNAL)]


def _here(store: Store, after: int = 0) -> list[Confirmed]:
    return list(store.journals.entries(JOURNAL, after=after))


@pytest.mark.parametrize("sizes", PAGES, ids=str)
@pytest.mark.parametrize("after", [0, 1, 9, 10, 11, 25, 29, 30, 31])
def test_what_comes_after_is_found_in_the_middle_of_a_run(
    store: Store, sizes: list[int], after: int
) -> None:
    _taken(store, sizes)
    store.journals.add(held(OWN_JOURNAL, "own"), steps_told(12, OWN_JOURNAL))
    assert _here(store, after) == WHOLE[after:]
    store.check()


def test_a_page_is_sealed_in_as_few_rows_as_it_fits_in(store: Store) -> None:
    _taken(store, [23, 1, 6])
    assert _rows(store) == [(1, 10), (11, 20), (21, 23), (24, 24), (25, 30)]


@pytest.mark.parametrize("sizes", PAGES, ids=str)
@pytest.mark.parametrize("base", [0, 1, 4, 10, 13, 20, 29, 30, 40])
def test_a_restored_server_may_cut_a_run_anywhere(
    store: Store, sizes: list[int], base: int
) -> None:
    """The rest is returned, each once; what is read anew stands where it stood."""
    _taken(store, sizes)
    store.journals.rebase({JOURNAL: base})
    assert _here(store) == WHOLE[:base]
    returned = [Confirmed.model_validate_json(raw) for raw in store.outbox.to_return(99)]
    assert returned == WHOLE[base:]
    store.check()
    store.journals.add(held(), WHOLE)
    assert _here(store) == WHOLE
    assert store.outbox.to_return(99) == []
    store.check()


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE entries SET first = first + 1 WHERE seq = 20",
        "UPDATE entries SET first = first - 1 WHERE seq = 20",
        "UPDATE entries SET first = first - 1 WHERE seq = 10",
        "UPDATE entries SET seq = 19 WHERE seq = 20",
        "DELETE FROM entries WHERE seq = 20",
        "UPDATE entries SET sealed = (SELECT sealed FROM entries WHERE seq = 10) WHERE seq = 20",
    ],
)
def test_a_run_that_says_another_place_is_found(store: Store, harm: str) -> None:
    _taken(store, [30])
    store._database.write(harm)
    with pytest.raises(StoreBroken):
        store.check()


def test_what_an_earlier_version_wrote_one_by_one_is_cut_and_goes_on(path: Path) -> None:
    shutil.copy(FOLDER / "store-v3.sqlite", path)
    store = Store(path, FIXTURE_KEY)
    before = _here(store)
    assert _rows(store) == [(n, n) for n in range(1, len(before) + 1)]
    store.journals.rebase({JOURNAL: 3})
    assert _here(store) == before[:3]
    store.journals.add(held(), before)
    assert _here(store) == before
    assert _rows(store) == [(1, 1), (2, 2), (3, 3), (4, len(before))]
    store.check()
    store.close()
