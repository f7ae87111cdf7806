"""What was confirmed and is in the outbox again, because a restored server lacks it.

returning ──accepted──▶ taken ──pulled, at its new place──▶ gone from here
    │ ▲ ▲                 │
    │ │ └─────────────────┘  another epoch: that server may have lost it again
    ▼ │ another epoch
  untaken   a server that cannot know its receipt again does not take it: it stays, and is shown
"""

import sqlite3
from collections.abc import Mapping

from mia_companion.domain.entries import Confirmed, Entry, Frozen
from mia_companion.store.database import Database
from mia_companion.store.sealing import Seal

WAITING, SENT, HELD, REFUSED = "waiting", "sent", "held", "refused"
RETURNING, TAKEN, UNTAKEN, PARKED = "returning", "taken", "untaken", "parked"
STATES = (WAITING, SENT, HELD, REFUSED, RETURNING, TAKEN, UNTAKEN, PARKED)


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
        return [one.raw for one in self._confirmed((RETURNING,), limit)]

    def given_back(self) -> list[Waiting]:
        """What was confirmed and a restored server lacks: on its way back, there and not pulled, untaken."""
        return self._confirmed((RETURNING, TAKEN, UNTAKEN), -1)

    def _confirmed(self, states: tuple[str, ...], limit: int) -> list[Waiting]:
        marks = ", ".join("?" * len(states))
        sql = f"SELECT id, state, reason, sealed FROM outbox WHERE state IN ({marks})"  # noqa: S608
        rows = self._database.rows(f"{sql} ORDER BY position LIMIT ?", *states, limit)
        found = []
        for id_, state, reason, sealed in rows:
            raw = self._seal.open("outbox", str(id_), sealed)
            entry = Confirmed.model_validate_json(raw).entry
            found.append(Waiting(entry=entry, raw=raw, state=str(state), reason=str(reason)))
        return found

    def returned(self, taken: Mapping[str, int]) -> None:
        """By id, at which seq the restored server has it again; what it did not take, 0, stays here."""
        rows = [
            (TAKEN, str(seq), one, RETURNING) if seq else (UNTAKEN, "", one, RETURNING)
            for one, seq in taken.items()
        ]
        sql = "UPDATE outbox SET state = ?, reason = ? WHERE id = ? AND state = ?"
        with self._database.transaction() as db:
            db.executemany(sql, rows)

    def give_back(self, db: sqlite3.Connection, confirmed: Confirmed) -> None:
        """Inside a transaction: put a confirmed entry here, to be returned to a restored server."""
        raw = confirmed.model_dump_json().encode()
        db.execute(
            "INSERT OR IGNORE INTO outbox (id, state, reason, sealed) VALUES (?, ?, '', ?)",
            (confirmed.entry.id, RETURNING, self._sealed(confirmed.entry.id, raw)),
        )

    def _sealed(self, entry_id: str, raw: bytes) -> bytes:
        return self._seal.seal("outbox", entry_id, raw)
