"""What waits to be sent.

    record ──▶ waiting ──accepted──▶ sent ──pulled──▶ among the confirmed entries
                │  ▲ ▲                 │
                │  │ └─────────────────┘  the server was restored from a backup
                │  └──── retry ─────┐
                ├──── held ──▶ held ┘     the server is too old to know the kind
                └─── refused ─▶ refused   stays with its words until the person takes it away

A recorded entry *is* its outbox row until the server has confirmed it: one row, so that there is
nothing to keep in step. The bytes are written once and sent as they are for ever.

Beside these, `parked` is what another account had not sent when it left this device, and what was
confirmed is here again when a restored server gets it back:

    returning ──accepted──▶ gone from here       the entry is pulled again, with its new place
        │ ▲
        ▼ │ another epoch
      untaken   a server that cannot know its receipt again does not take it: it stays, and is shown
"""

import sqlite3
from collections.abc import Mapping, Sequence

from mia_companion.domain.entries import Confirmed, Entry, Frozen
from mia_companion.store.blobs import Blobs
from mia_companion.store.database import Database
from mia_companion.store.sealing import Seal

WAITING, SENT, HELD, REFUSED = "waiting", "sent", "held", "refused"
RETURNING, UNTAKEN, PARKED = "returning", "untaken", "parked"
STATES = (WAITING, SENT, HELD, REFUSED, RETURNING, UNTAKEN, PARKED)
_NOT_OURS = f"('{RETURNING}', '{UNTAKEN}', '{PARKED}')"


class Waiting(Frozen):
    """One entry of the outbox. `raw` is what goes over the network, byte for byte."""

    entry: Entry
    raw: bytes
    state: str
    reason: str = ""


class Outbox:
    """The outbox of one store, in the order in which it was written."""

    def __init__(self, database: Database, seal: Seal, blobs: Blobs) -> None:
        self._database = database
        self._seal = seal
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

    def given_back(self) -> list[Waiting]:
        """What was confirmed and a restored server lacks: on its way back, or untaken."""
        return [
            Waiting(entry=Confirmed.model_validate_json(raw).entry, raw=raw, state=state)
            for state, raw in self._confirmed(UNTAKEN, -1)
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

    def to_return(self, limit: int) -> list[bytes]:
        """Confirmed entries, as bytes, that a restored server has to be given back."""
        return [raw for _, raw in self._confirmed(RETURNING, limit)]

    def _confirmed(self, other: str, limit: int) -> list[tuple[str, bytes]]:
        rows = self._database.rows(
            "SELECT id, state, sealed FROM outbox WHERE state IN (?, ?) ORDER BY position LIMIT ?",
            RETURNING,
            other,
            limit,
        )
        return [(str(state), self._seal.open("outbox", str(id_), raw)) for id_, state, raw in rows]

    def mark(self, answers: list[tuple[str, str, str]]) -> None:
        """Move entries to other states: (state, reason, entry id) each."""
        with self._database.transaction() as db:
            db.executemany("UPDATE outbox SET state = ?, reason = ? WHERE id = ?", answers)

    def returned(self, taken: Mapping[str, bool]) -> None:
        """By id, whether the restored server has it again; what it did not take stays here."""
        gone = [(one, RETURNING) for one, is_there in taken.items() if is_there]
        left = [(UNTAKEN, one, RETURNING) for one, is_there in taken.items() if not is_there]
        with self._database.transaction() as db:
            db.executemany("DELETE FROM outbox WHERE id = ? AND state = ?", gone)
            db.executemany("UPDATE outbox SET state = ? WHERE id = ? AND state = ?", left)

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
                "SELECT id, state, sealed FROM outbox WHERE state NOT IN (?, ?)",
                (RETURNING, UNTAKEN),
            ).fetchall()
            for entry_id, state, sealed in rows:
                mine = self._opened(entry_id, state, "", sealed).entry.author == author
                if mine == (state == PARKED):
                    new = WAITING if mine else PARKED
                    db.execute("UPDATE outbox SET state = ? WHERE id = ?", (new, entry_id))

    def retry_held(self) -> None:
        """Let what was held be sent again."""
        self._database.write("UPDATE outbox SET state = ? WHERE state = ?", WAITING, HELD)

    def resend(self, db: sqlite3.Connection) -> None:
        """Inside a transaction, in another epoch: what was sent but never pulled may be lost, and what
        was held or not taken may be taken now."""
        sql = "UPDATE outbox SET state = ? WHERE state = ?"
        db.executemany(sql, [(WAITING, SENT), (WAITING, HELD), (RETURNING, UNTAKEN)])

    def discard(self, entry_id: str, *, to_write_again: bool = False) -> None:
        """Take away a refused entry and what it named, because the person said so.

        `to_write_again` leaves what it named as if it had just been picked.
        """
        with self._database.transaction() as db:
            sql = "DELETE FROM outbox WHERE id = ? AND state = ?"
            if db.execute(sql, (entry_id, REFUSED)).rowcount:
                leave = self._blobs.let_go_of if to_write_again else self._blobs.drop_of
                leave(db, entry_id)

    def give_back(self, db: sqlite3.Connection, confirmed: Confirmed) -> None:
        """Inside a transaction: put a confirmed entry here, to be returned to a restored server."""
        raw = confirmed.model_dump_json().encode()
        db.execute(
            "INSERT OR IGNORE INTO outbox (id, state, reason, sealed) VALUES (?, ?, '', ?)",
            (confirmed.entry.id, RETURNING, self._sealed(confirmed.entry.id, raw)),
        )

    def remove(self, db: sqlite3.Connection, ids: list[str]) -> None:
        """Inside a transaction: these are confirmed now."""
        if db.execute("SELECT 1 FROM outbox LIMIT 1").fetchone():  # seldom, while a life is read
            db.executemany("DELETE FROM outbox WHERE id = ?", [(one,) for one in ids])

    def _sealed(self, entry_id: str, raw: bytes) -> bytes:
        return self._seal.seal("outbox", entry_id, raw)

    def _opened(self, entry_id: object, state: object, reason: object, sealed: bytes) -> Waiting:
        raw = self._seal.open("outbox", str(entry_id), sealed)
        return Waiting(
            entry=Entry.model_validate_json(raw), raw=raw, state=str(state), reason=str(reason)
        )
