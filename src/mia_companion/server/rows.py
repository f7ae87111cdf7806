"""One entry as a sealed row of the log, and as the answer to its author."""

from typing import Any

from mia_companion.domain.entries import Confirmed, Entry
from mia_companion.server.sealing import Sealer
from mia_companion.wire.sync import Accepted

TABLE = "entries"


def row_of(one: Confirmed, digest: bytes, sealer: Sealer) -> dict[str, Any]:
    """What the table keeps: the whole entry sealed, and in the clear only what orders and finds it.

    `digest` is the entry's.
    """
    entry = one.entry
    return {
        "journal": entry.journal,
        "seq": one.seq,
        "id": entry.id,
        "sealed": sealer.seal(TABLE, entry.id, entry.model_dump_json().encode()),
        "fingerprint": sealer.fingerprint(digest),
        "author": entry.author,
        "device": entry.device,
        "received_at": one.received_at,
        "receipt": one.receipt,
        "epoch": one.epoch,
    }


def same_entry(row: dict[str, Any], entry: Entry, sealer: Sealer | None) -> bool:
    """Whether a stored row is that entry, byte for byte. Without the journal's sealer it is not."""
    if sealer is None or row["journal"] != entry.journal:
        return False
    return sealer.is_fingerprint(row["fingerprint"], entry.digest())


def accepted(one: Confirmed) -> Accepted:
    """The answer that the entry's author gets, now and for ever."""
    return Accepted(
        id=one.entry.id,
        seq=one.seq,
        received_at=one.received_at,
        receipt=one.receipt,
        epoch=one.epoch,
    )
