"""What of the photos and files is on its way, as the view shows it."""

from collections.abc import Mapping

from mia_companion.app.sending import Carried
from mia_companion.store.store import Store
from mia_companion.sync.blobs import Carrier


def carried(store: Store, carrier: Carrier) -> Mapping[str, Carried]:
    """By blob: what entries name and the server has not acknowledged."""
    return {
        one.ref.blob_id: Carried(one, carrier.arrived.get(one.ref.blob_id, 0))
        for one in store.blobs.waiting()
    }
