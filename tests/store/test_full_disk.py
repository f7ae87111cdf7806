"""A full disk refuses what is new, loses nothing that was recorded, and goes on when there is room."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mia_companion.store.errors import StoreFull
from mia_companion.store.store import Store
from tests.example_data import KEY, entry, held, message, steps_told
from tests.store.operations import everything, prepare


def _limit(store: Store, pages: int) -> None:
    store._database.rows(f"PRAGMA max_page_count = {pages}")


def _fill(store: Store) -> int:
    """Record until the disk is full; how many were acknowledged."""
    store._database.rows("PRAGMA max_page_count = 1")  # SQLite makes this the present size
    for count in range(10_000):
        try:
            store.outbox.add(entry(message(words="x" * 500), f"filling-{count:05}"))
        except StoreFull:
            return count
    raise AssertionError("the disk was never full")


def test_what_was_acknowledged_before_the_disk_was_full_is_there(path: Path) -> None:
    store = Store(path, KEY)
    prepare(store)
    count = _fill(store)
    before = everything(store)
    filled = [w.entry.id for w in store.outbox.all() if w.entry.id.startswith("filling")]
    assert filled == [f"filling-{n:05}" for n in range(count)]
    store.close()
    store = Store(path, KEY)
    assert everything(store) == before
    store.check()
    store.close()


GROWING: list[Callable[[Store], object]] = [
    lambda s: s.outbox.add(entry(message(words="x" * 9000), "one-more-entry")),
    lambda s: s.journals.add(held("journal-new"), steps_told(90, "journal-new")),
    lambda s: s.drafts.set("message", "x" * 9000),
    lambda s: s.kept.set("tokens", "x" * 9000),
]


@pytest.mark.parametrize("grow", GROWING)
def test_whatever_does_not_fit_changes_nothing_and_fits_later(
    store: Store, grow: Callable[[Store], None]
) -> None:
    prepare(store)
    _fill(store)
    before = everything(store)
    with pytest.raises(StoreFull):
        grow(store)
    assert everything(store) == before
    _limit(store, 100_000)
    grow(store)
    store.check()
    assert everything(store) != before or store.kept.get("tokens")
