"""A journal whose steps are settled, and what is opened of its chunks."""

from mia_companion.domain.fold import fold
from mia_companion.domain.picture import EMPTY
from mia_companion.store.store import Store
from tests.example_data import JOURNAL, held, life_told

LIFE = life_told(100)
WHOLE = fold(EMPTY, LIFE)


def saved_life(store: Store) -> Store:
    """The store with the picture of a journal whose twenty steps are settled."""
    store.journals.add(held(), LIFE)
    store.journals.save_picture(JOURNAL, WHOLE)
    return store


def opened(store: Store) -> list[str]:
    """The statements that open a chunk, from now on."""
    said: list[str] = []

    def note(sql: str) -> None:
        if "FROM shelves" in sql:
            said.append(sql)

    store._database._db.set_trace_callback(note)
    return said


def numbers(store: Store, journal: str = JOURNAL) -> list[int]:
    """The rows that there are."""
    sql = "SELECT number FROM shelves WHERE journal = ? ORDER BY number"
    return [number for (number,) in store._database.rows(sql, journal)]
