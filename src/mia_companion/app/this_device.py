"""By which id the server knows this device."""

from mia_companion.domain.ids import Ids
from mia_companion.store.kept import Kept
from mia_companion.sync.device_key import NAME as KEY

_DEVICE = "device"


class ThisDevice:
    """The id is made at the first look and kept. Raises StoreError."""

    def __init__(self, kept: Kept, ids: Ids) -> None:
        self._kept = kept
        self._ids = ids
        self._id = ""

    @property
    def id(self) -> str:
        """Always the same, until it is renewed."""
        if not self._id:
            self._id = self._kept.get(_DEVICE)
        if not self._id:
            made = self._ids.new()
            self._kept.set(_DEVICE, made)
            self._id = made
        return self._id

    def renew(self) -> None:
        """Another id, and another key, at the next look."""
        self._kept.set(_DEVICE, "")
        self._kept.set(KEY, "")
        self._id = ""
