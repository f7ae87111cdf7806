"""What was confirmed and is in the outbox again, because a restored server lacks it.

returning ──accepted──▶ gone from here       the entry is pulled again, with its new place
    │ ▲
    ▼ │ another epoch
  untaken   a server that cannot know its receipt again does not take it: it stays, and is shown
"""

import sqlite3
from collections.abc import Mapping

from mia_companion.domain.entries import Confirmed, Entry, Frozen
from mia_companion.store.database import Database
from mia_companion.store.sealing import Seal

WAITING, SENT, HELD, REFUSED = "waiting", "sent", "held", "refused"
RETURNING, UNTAKEN, PARKED = "returning", "untaken", "parked"
STATES = (WAITING, SENT, HELD, REFUSED, RETURNING, UNTAKEN, PARKED)


class Waiting(Frozen):
    """One entry of the outbox. `raw` is what goes over the network, byte for byte.

    `reason` says why it was refused; of what was sent, at which seq the server has it.
    """

    entry: Entry
    raw: bytes
    state: str
    reason: str = ""


class Returning:
    """The part of an outbox that goes back."""

    def __init__(self, database: Database, seal: Seal) -> None:
        self._database = database
        self._seal = seal

    def to_return(self, limit: int) -> list[bytes]:
        """Confirmed entries, as bytes, that a restored server has to be given back."""
        return [raw for _, raw in self._confirmed(RETURNING, limit)]

    def given_back(self) -> list[Waiting]:
        """What was confirmed and a restored server lacks: on its way back, or untaken."""
        return [
            Waiting(entry=Confirmed.model_validate_json(raw).entry, raw=raw, state=state)
            for state, raw in self._confirmed(UNTAKEN, -1)
        ]

    def _confirmed(self, other: str, limit: int) -> list[tuple[str, bytes]]:
        rows = self._database.rows(
            "SELECT id, state, sealed FROM outbox WHERE state IN (?, ?) ORDER BY position LIMIT ?",
            RETURNING,
            other,
            limit,
        )
        return [(str(state), self._seal.open("outbox", str(id_), raw)) for id_, state, raw in rows]

    def returned(self, taken: Mapping[str, bool]) -> None:
        """By id, whether the restored server has it again; what it did not take stays here."""
        gone = [(one, RETURNING) for one, is_there in taken.items() if is_there]
        left = [(UNTAKEN, one, RETURNING) for one, is_there in taken.items() if not is_there]
        with self._database.transaction() as db:
            db.executemany("DELETE FROM outbox WHERE id = ? AND state = ?", gone)
            db.executemany("UPDATE outbox SET state = ? WHERE id = ? AND state = ?", left)

    def give_back(self, db: sqlite3.Connection, confirmed: Confirmed) -> None:
        """Inside a transaction: put a confirmed entry here, to be returned to a restored server."""
        raw = confirmed.model_dump_json().encode()
        db.execute(
            "INSERT OR IGNORE INTO outbox (id, state, reason, sealed) VALUES (?, ?, '', ?)",
            (confirmed.entry.id, RETURNING, self._sealed(confirmed.entry.id, raw)),
        )

    def _sealed(self, entry_id: str, raw: bytes) -> bytes:
        return self._seal.seal("outbox", entry_id, raw)
