"""A device without room for another row."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from mia_companion.store.errors import StoreFull
from mia_companion.store.store import Store


@contextmanager
def a_full_disk(store: Store) -> Iterator[None]:
    """Not another row goes into the file; then there is room again."""
    store._database.rows("PRAGMA max_page_count = 1")  # SQLite makes this the present size
    fillers: list[int] = []
    for size in (4000, 400, 40):
        with suppress(StoreFull):
            while True:
                store.drafts.set(f"filler-{len(fillers)}", "x" * size)
                fillers.append(size)
    yield
    store._database.rows("PRAGMA max_page_count = 100000")
    for n in range(len(fillers)):
        store.drafts.set(f"filler-{n}", "")
