"""One photo on its way through a store."""

import random

from mia_companion.domain.blobs import BlobRef
from mia_companion.store.store import Store
from tests.example_data import JOURNAL, PARTICIPANT, blob, entry, message

CONTENT = random.Random(1).randbytes(20_000)
PHOTO = blob(CONTENT)


def picked(store: Store, ref: BlobRef = PHOTO, content: bytes = CONTENT) -> None:
    store.blobs.keep(ref, PARTICIPANT, content)


def recorded(store: Store, *, journal: str = JOURNAL, state: str = "", reason: str = "") -> None:
    """Picked, and named by an entry that has that state."""
    picked(store)
    store.outbox.add(entry(message(), "entry-0001", journal=journal), [PHOTO.blob_id])
    if state:
        store.outbox.mark([(state, reason, "entry-0001")])


def states(store: Store) -> list[str]:
    return [one.state for one in store.blobs.waiting()]


def copies(store: Store) -> list[str]:
    rows = store._database.rows("SELECT blob FROM blob_cache ORDER BY used")
    return [str(one) for (one,) in rows]
