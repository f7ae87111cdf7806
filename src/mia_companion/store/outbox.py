"""What waits to be sent.

    record ──▶ waiting ──accepted──▶ sent ──pulled──▶ among the confirmed entries
                │  ▲ ▲                 │
                │  │ └─────────────────┘  the server was restored from a backup
                │  └──── retry ─────┐
                ├──── held ──▶ held ┘     the server is too old to know the kind
                └─── refused ─▶ refused   stays with its words until the person takes it away, or has
                                          shown who they are, where it was refused for that alone

A recorded entry *is* its outbox row until the server has confirmed it: one row, so that there is
nothing to keep in step. The bytes are written once and sent as they are for ever.

Beside these, `parked` is what another account had not sent when it left this device; what was confirmed
and goes back to a restored server is in `returning`.
"""

import sqlite3
from collections.abc import Mapping, Sequence

from mia_companion.domain.entries import Confirmed, Entry
from mia_companion.store.blobs import Blobs
from mia_companion.store.database import Database
from mia_companion.store.returning import (
    HELD,
    PARKED,
    REFUSED,
    RETURNING,
    SENT,
    STATES,
    TAKEN,
    UNTAKEN,
    WAITING,
    Returning,
    Waiting,
)
from mia_companion.store.sealing import Seal

__all__ = [
    "HELD", "PARKED", "REFUSED", "RETURNING", "SENT", "STATES", "TAKEN", "UNTAKEN", "WAITING", "Outbox",
    "Waiting",
]  # fmt: skip

_NOT_OURS = f"('{RETURNING}', '{TAKEN}', '{UNTAKEN}', '{PARKED}')"


class Outbox(Returning):
    """The outbox of one store, in the order in which it was written."""

    def __init__(self, database: Database, seal: Seal, blobs: Blobs) -> None:
        super().__init__(database, seal)
        self._blobs = blobs

    def add(self, entry: Entry, names: Sequence[str] = ()) -> None:
        """Record an entry, and that it names these blobs. When this returns it survives a power cut."""
        self.add_all([(entry, names)])

    def add_all(self, written: Sequence[tuple[Entry, Sequence[str]]]) -> None:
        """Record entries, each with the blobs that it names: all of them or none."""
        sql = "INSERT INTO outbox (id, state, reason, sealed) VALUES (?, ?, '', ?)"
        rows = [
            (e.id, WAITING, self._sealed(e.id, e.model_dump_json().encode())) for e, _ in written
        ]
        if len(rows) == 1 and not written[0][1]:
            self._database.write(sql, *rows[0])
            return
        with self._database.transaction() as db:
            for row, (entry, names) in zip(rows, written, strict=True):
                db.execute(sql, row)
                if names:
                    self._blobs.name(db, names, entry)

    def all(self) -> list[Waiting]:
        """All of this device's own that is not confirmed yet, the refused ones among them."""
        return [
            self._opened(*row)
            for row in self._database.rows(
                f"SELECT id, state, reason, sealed FROM outbox WHERE state NOT IN {_NOT_OURS}"  # noqa: S608
                " ORDER BY position"
            )
        ]

    def to_send(self, limit: int) -> list[Waiting]:
        """The first `limit` entries that wait."""
        return [
            self._opened(*row)
            for row in self._database.rows(
                "SELECT id, state, reason, sealed FROM outbox WHERE state = ?"
                " ORDER BY position LIMIT ?",
                WAITING,
                limit,
            )
        ]

    def mark(self, answers: list[tuple[str, str, str]]) -> None:
        """Move entries to other states: (state, reason, entry id) each."""
        with self._database.transaction() as db:
            db.executemany("UPDATE outbox SET state = ?, reason = ? WHERE id = ?", answers)

    def send_anew(self, ids: list[str], author: str) -> None:
        """The restored server does not know its receipt for these: send the author's as new."""
        with self._database.transaction() as db:
            for one in ids:
                for (sealed,) in db.execute(
                    "SELECT sealed FROM outbox WHERE id = ? AND state = ?", (one, RETURNING)
                ).fetchall():
                    raw = self._seal.open("outbox", one, sealed)
                    entry = Confirmed.model_validate_json(raw).entry
                    if entry.author == author:
                        anew = self._sealed(one, entry.model_dump_json().encode())
                        db.execute(
                            "UPDATE outbox SET state = ?, sealed = ? WHERE id = ?",
                            (WAITING, anew, one),
                        )

    def park_others(self, author: str) -> None:
        """Set aside what others wrote here, and take up again what this author had set aside."""
        with self._database.transaction() as db:
            self._blobs.park_others(db, author)
            rows = db.execute(
                "SELECT id, state, sealed FROM outbox WHERE state NOT IN (?, ?, ?)",
                (RETURNING, TAKEN, UNTAKEN),
            ).fetchall()
            for entry_id, state, sealed in rows:
                mine = self._opened(entry_id, state, "", sealed).entry.author == author
                if mine == (state == PARKED):
                    new = WAITING if mine else PARKED
                    db.execute("UPDATE outbox SET state = ? WHERE id = ?", (new, entry_id))

    def holds_others(self) -> bool:
        """Whether something is set aside that another account had not sent."""
        return bool(self._database.rows("SELECT 1 FROM outbox WHERE state = ? LIMIT 1", PARKED))

    def clear(self) -> None:
        """Take away all but what other accounts have not sent, because the person said so."""
        with self._database.transaction() as db:
            for (entry,) in db.execute(
                "SELECT id FROM outbox WHERE state != ?", (PARKED,)
            ).fetchall():
                self._blobs.drop_of(db, str(entry))
            db.execute("DELETE FROM outbox WHERE state != ?", (PARKED,))

    def retry_held(self) -> None:
        """Let what was held be sent again."""
        self._database.write("UPDATE outbox SET state = ? WHERE state = ?", WAITING, HELD)

    def send_refused(self, reason: str) -> None:
        """What was refused for that alone waits again."""
        again = "UPDATE outbox SET state = ?, reason = '' WHERE state = ? AND reason = ?"
        self._database.write(again, WAITING, REFUSED, reason)

    def resend(self, db: sqlite3.Connection) -> None:
        """Inside a transaction, in another epoch: what was sent but never pulled may be lost, and what
        was held or not taken may be taken now."""
        sql = "UPDATE outbox SET state = ?, reason = '' WHERE state = ?"
        again = ((RETURNING, TAKEN), (RETURNING, UNTAKEN))
        db.executemany(sql, [(WAITING, SENT), (WAITING, HELD), *again])

    def leave_read(self, cursors: Mapping[str, int]) -> bool:
        """Take away what was sent and lies within what has been read, where no page brings it: a picture
        came instead. Where an earlier version did not note the seq it is asked for again.

        Whether there was any. Not before the epoch of the cursors is known to be the server's.
        """
        sent = [w for w in (*self.all(), *self.given_back()) if w.state in (SENT, TAKEN)]
        unknown = [w for w in sent if not w.reason]
        known = (w for w in sent if w.reason)
        read = [w for w in known if int(w.reason) <= cursors.get(w.entry.journal, 0)]
        if unknown or read:
            self.mark([(WAITING, "", w.entry.id) for w in unknown])
            with self._database.transaction() as db:
                self.remove(db, [w.entry.id for w in read])
        return bool(unknown or read)

    def discard(self, entry_id: str, *, to_write_again: bool = False) -> None:
        """Take away a refused entry and what it named, because the person said so.

        `to_write_again` leaves what it named as if it had just been picked.
        """
        with self._database.transaction() as db:
            sql = "DELETE FROM outbox WHERE id = ? AND state = ?"
            if db.execute(sql, (entry_id, REFUSED)).rowcount:
                leave = self._blobs.let_go_of if to_write_again else self._blobs.drop_of
                leave(db, entry_id)

    def remove(self, db: sqlite3.Connection, ids: list[str]) -> None:
        """Inside a transaction: these are confirmed now."""
        if db.execute("SELECT 1 FROM outbox LIMIT 1").fetchone():  # seldom, while a life is read
            db.executemany("DELETE FROM outbox WHERE id = ?", [(one,) for one in ids])

    def _opened(self, entry_id: object, state: object, reason: object, sealed: bytes) -> Waiting:
        raw = self._seal.open("outbox", str(entry_id), sealed)
        return Waiting(
            entry=Entry.model_validate_json(raw), raw=raw, state=str(state), reason=str(reason)
        )
