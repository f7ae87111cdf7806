"""What of the photos and files is on its way, as the view shows it."""

from collections.abc import Mapping
from dataclasses import dataclass

from mia_companion.store.blob_rows import Blob
from mia_companion.store.store import Store
from mia_companion.sync.blobs import Carrier


@dataclass(frozen=True, slots=True)
class Carried:
    """A photo or file on its way. `arrived` is how many of its bytes the server has."""

    blob: Blob
    arrived: int = 0

    @property
    def percent(self) -> int:
        """How much of it has arrived; 100 only when it is acknowledged, and then it is not here."""
        return min(99, 100 * self.arrived // max(1, self.blob.ref.size))


def carried(store: Store, carrier: Carrier) -> Mapping[str, Carried]:
    """By blob: what entries name and the server has not acknowledged."""
    return {
        one.ref.blob_id: Carried(one, carrier.arrived.get(one.ref.blob_id, 0))
        for one in store.blobs.waiting()
    }
