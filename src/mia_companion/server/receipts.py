"""Receipts: the server's word that an entry had its place, which it can check after losing the entry."""

from datetime import datetime

from mia_companion.domain.entries import Confirmed, Entry
from mia_companion.server.macs import mac, same


class Receipts:
    """Makes and checks receipts under a key that is not in the database.

    A receipt covers epoch, journal, seq, id, author, when it was received, and the entry's digest
    with the body in it, so that nothing about a returned entry can be made up.
    """

    def __init__(self, key: bytes) -> None:
        self._key = key

    def of(
        self, entry: Entry, seq: int, received_at: datetime, epoch: str, digest: bytes = b""
    ) -> str:
        """64 hex digits. Whoever has the entry's digest already may give it."""
        at = received_at.timestamp()
        parts = (epoch, entry.journal, str(seq), entry.id, entry.author, f"{at:.6f}")
        return mac(self._key, *parts, (digest or entry.digest()).hex()).hex()

    def holds(self, returned: Confirmed) -> bool:
        """Whether this server once gave that receipt for exactly that entry at that place."""
        ours = self.of(returned.entry, returned.seq, returned.received_at, returned.epoch)
        return same(ours.encode(), returned.receipt.encode())
