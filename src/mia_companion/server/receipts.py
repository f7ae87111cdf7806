"""Receipts: the server's word that an entry had its place, which it can check after losing the entry."""

from datetime import datetime

from mia_companion.domain.entries import Confirmed, Entry
from mia_companion.server.keys import KeyStore
from mia_companion.server.macs import mac, same

_NAME = "receipt"


class Receipts:
    """Makes and checks receipts under keys that are not in the database: a later one makes them from then on,
    and what an earlier one has made holds for ever.

    A receipt covers epoch, journal, seq, id, author, when it was received, and the entry's digest
    with the body in it, so that nothing about a returned entry can be made up.
    """

    def __init__(self, keys: KeyStore) -> None:
        self._keys = keys

    def of(
        self, entry: Entry, seq: int, received_at: datetime, epoch: str, digest: bytes = b""
    ) -> str:
        """64 hex digits. Whoever has the entry's digest already may give it."""
        said = _said(entry, seq, received_at, epoch, digest or entry.digest())
        return mac(self._keys.server_key(_NAME), *said).hex()

    def holds(self, returned: Confirmed) -> bool:
        """Whether this server once gave that receipt for exactly that entry at that place."""
        entry = returned.entry
        said = _said(entry, returned.seq, returned.received_at, returned.epoch, entry.digest())
        given = returned.receipt.encode()
        ours = (mac(key, *said).hex().encode() for key in self._keys.server_keys(_NAME))
        return any(same(one, given) for one in ours)


def _said(
    entry: Entry, seq: int, received_at: datetime, epoch: str, digest: bytes
) -> tuple[str, ...]:
    at = f"{received_at.timestamp():.6f}"
    return epoch, entry.journal, str(seq), entry.id, entry.author, at, digest.hex()
