"""How the file is kept. No killed process shows the difference; a power cut does."""

import pytest

from mia_companion.store.store import Store


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("synchronous", 2),  # FULL: every commit is flushed before it is acknowledged
        ("journal_mode", "wal"),
        ("locking_mode", "exclusive"),
        ("secure_delete", 1),
        ("temp_store", 2),  # in memory: nothing of a query lies in the open
    ],
)
def test_the_file_is_kept_so_that_a_power_cut_costs_nothing(
    store: Store, pragma: str, value: object
) -> None:
    assert store._database.rows(f"PRAGMA {pragma}") == [(value,)]
