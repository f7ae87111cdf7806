"""A store is looked through while it is in use: what changes meanwhile is no damage."""

from collections.abc import Callable

import pytest

from mia_companion.domain.fold import fold
from mia_companion.domain.picture import EMPTY
from mia_companion.store.store import Store
from tests.example_data import LONG_JOURNAL, entry, held, message, steps_told
from tests.store.operations import prepare

CHANGES: dict[str, Callable[[Store, int], object]] = {
    "a page comes": lambda s, n: s.journals.add(
        held(LONG_JOURNAL),
        steps_told(150, LONG_JOURNAL, start=s.journals.cursors()[LONG_JOURNAL] + 1),
    ),
    "a tap": lambda s, n: s.outbox.add(entry(message(f"tap-{n}"), f"tapped-{n:04}")),
    "a picture is saved": lambda s, n: s.journals.save_picture(
        LONG_JOURNAL, fold(EMPTY, s.journals.entries(LONG_JOURNAL))
    ),
    "a server was restored": lambda s, n: s.journals.rebase({LONG_JOURNAL: 20}),
    "a journal leaves": lambda s, n: s.journals.forget(LONG_JOURNAL),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("after", range(14))
def test_what_changes_meanwhile_is_no_damage(store: Store, change: str, after: int) -> None:
    prepare(store)
    store.journals.add(held(LONG_JOURNAL), steps_told(250, LONG_JOURNAL, start=101))
    for n, _ in enumerate(store.looking.through()):
        if n == after:
            CHANGES[change](store, n)
    store.check()
