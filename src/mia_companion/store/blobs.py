"""Photos and files that exist only here until the server has acknowledged them.

    keep ──▶ picked ──an entry names it──▶ waiting ──all of it sent──▶ among what is cached
               │ ▲─its entry is to be       │  ▲  ▲                         │
               │   written again            │  │  │                         │
               │ taken away, or             │  │  └─────────────────────────┘  the server was restored
               │ its form is gone           │  └── retry ──┐
               ▼                            └─ refuse ──▶ refused   stays until the person takes it away
              gone

The bytes are durable before the entry that names them; the entry and the naming are one transaction.
`parked` is what another account had not sent when it left this device.
"""

import hashlib
import sqlite3
from collections.abc import Iterable

from mia_companion.domain.blobs import BlobRef
from mia_companion.domain.entries import Entry
from mia_companion.store.blob_cache import BlobCache
from mia_companion.store.blob_rows import PARKED, PICKED, REFUSED, WAITING, Blob, BlobRows
from mia_companion.store.database import Database
from mia_companion.store.errors import BlobGone, StoreFull

_SENT_FIRST = (
    "SELECT b.blob, b.sealed FROM blobs b LEFT JOIN outbox o ON o.id = b.entry"
    " WHERE b.journal != '' AND (o.state IS NULL OR o.state IN ('sent', 'held')"
    " OR o.state = 'refused' AND o.reason = 'access-ended') ORDER BY b.blob"
)
"""Of what entries name: that whose entry has been with the server. The entries are never kept waiting."""


class Blobs:
    """The blobs of one store, in the order in which they were picked."""

    def __init__(self, database: Database, rows: BlobRows, cache: BlobCache) -> None:
        self._database = database
        self._rows = rows
        self._cache = cache

    def keep(self, ref: BlobRef, account: str, content: bytes) -> None:
        """Keep what was picked. When this returns it survives a power cut; raised, nothing is kept."""
        with self._database.transaction() as db:
            self._rows.insert(db, Blob(ref=ref, account=account), content)

    def bytes_of(self, blob: Blob) -> bytes | None:
        """The bytes of one that waits."""
        return self._rows.bytes_of(blob.ref.blob_id)

    def bring(self, blob: Blob, content: bytes) -> None:
        """Keep one that waited in another store, as it stood there. Harmless when it is here already."""
        if self._rows.find(blob.ref.blob_id) is None:
            with self._database.transaction() as db:
                self._rows.insert(db, blob, content)

    def name(self, db: sqlite3.Connection, ids: Iterable[str], entry: Entry) -> None:
        """Inside a transaction: the entry names these. Raises BlobGone when one of them is not here."""
        for one in ids:
            found = self._rows.find(one)
            if found is None:
                if not self._cache.has(one, entry.journal):
                    raise BlobGone(one)
                continue
            if found.account != entry.author or found.journal not in ("", entry.journal):
                raise BlobGone(one)
            named = {"journal": entry.journal, "entry": entry.id, "state": WAITING, "reason": ""}
            self._rows.write(db, found.model_copy(update=named))

    def waiting(self) -> list[Blob]:
        """All that entries name and that is not acknowledged, the refused ones among them."""
        sql = "SELECT blob, sealed FROM blobs WHERE journal != '' ORDER BY blob"
        return self._rows.all(sql)

    def to_send(self) -> list[Blob]:
        """What may travel now."""
        return [one for one in self._rows.all(_SENT_FIRST) if one.state == WAITING]

    def is_waiting(self, blob: str) -> bool:
        """Whether that one is still to be sent."""
        found = self._rows.find(blob)
        return found is not None and found.state == WAITING

    def has(self, blob: str, journal: str) -> bool:
        """Whether the bytes of what lies in that journal are here."""
        found = self._rows.find(blob)
        if found is not None and found.state != PARKED and found.journal == journal:
            return True
        return self._cache.has(blob, journal)

    def content(self, ref: BlobRef, journal: str = "") -> bytes | None:
        """The bytes, if they are here: of one that was picked, or of one that lies in the journal.

        Raises StoreBroken when the only copy does not open.
        """
        found = self._rows.find(ref.blob_id)
        if found and found.state != PARKED and found.journal == journal:
            content = self._rows.bytes_of(ref.blob_id)
        else:
            content = self._cache.get(ref.blob_id, journal)
        if content is None or hashlib.sha256(content).hexdigest() != ref.sha256:
            return None
        return content

    def acknowledged(self, blob: str) -> None:
        """The server has all of it: from now on it is a copy like others."""
        found = self._rows.find(blob)
        if found is None:
            return
        try:
            with self._database.transaction() as db:
                about = found.model_dump_json().encode()
                self._cache.put(db, blob, found.journal, self._rows.bytes_of(blob) or b"", about)
                db.execute("DELETE FROM blobs WHERE blob = ?", (blob,))
        except StoreFull:
            self.drop(blob)

    def fetched(self, ref: BlobRef, journal: str, content: bytes) -> None:
        """Keep a copy of what was downloaded."""
        with self._database.transaction() as db:
            self._cache.put(db, ref.blob_id, journal, content)

    def refuse(self, blob: str, reason: str) -> None:
        """It cannot be sent; it stays, and says why."""
        self._mark(blob, REFUSED, reason)

    def retry(self, blob: str) -> None:
        """Let it be sent again."""
        self._mark(blob, WAITING, "")

    def drop(self, blob: str) -> None:
        """Take it away, because the person said so. Harmless when it is not here."""
        self._database.write("DELETE FROM blobs WHERE blob = ?", blob)

    def drop_of(self, db: sqlite3.Connection, entry: str) -> None:
        """Inside a transaction: the entry that named these was taken away."""
        db.execute("DELETE FROM blobs WHERE entry = ?", (entry,))

    def let_go_of(self, db: sqlite3.Connection, entry: str) -> None:
        """Inside a transaction: the entry that named these is to be written again."""
        for found in self._rows.all("SELECT blob, sealed FROM blobs WHERE entry = ?", entry):
            picked = {"journal": "", "entry": "", "state": PICKED, "reason": ""}
            self._rows.write(db, found.model_copy(update=picked))

    def park_others(self, db: sqlite3.Connection, account: str) -> None:
        """Inside a transaction: set aside what others have not sent, and take up again this account's.

        What others had only picked goes, as the forms do in which they had picked it.
        """
        for found in self._rows.all("SELECT blob, sealed FROM blobs"):
            mine = found.account == account
            if not mine and found.state == PICKED:
                db.execute("DELETE FROM blobs WHERE blob = ?", (found.ref.blob_id,))
            elif mine == (found.state == PARKED):
                state = WAITING if mine else PARKED
                self._rows.write(db, found.model_copy(update={"state": state, "reason": ""}))

    def offer_again(self) -> None:
        """The server was restored from a backup and may lack what it had acknowledged."""
        for blob in self._cache.mine():
            with self._database.transaction() as db:
                if (out := self._cache.take_out(db, blob)) is not None:
                    self._rows.insert(db, Blob.model_validate_json(out[0]), out[1])

    def sweep(self, forms: Iterable[str]) -> None:
        """What was picked for a form that is not there any more goes; `forms` are all that are."""
        picked = self._database.rows("SELECT blob FROM blobs WHERE entry = ''")
        named = "".join(forms) if picked else ""
        for (blob,) in picked:
            if str(blob) not in named:
                self.drop(str(blob))

    def clear(self) -> None:
        """The person leaves: what was only picked, and every copy."""
        self._database.write("DELETE FROM blobs WHERE entry = ''")
        self._cache.clear()

    def check(self) -> None:
        """Raises StoreBroken when the rows do not fit together. Bytes are looked at when they travel."""
        self._rows.check()

    def mend(self) -> None:
        """After salvaging."""
        self._rows.mend()

    def _mark(self, blob: str, state: str, reason: str) -> None:
        with self._database.transaction() as db:
            if (found := self._rows.find(blob)) is not None and found.state in (WAITING, REFUSED):
                self._rows.write(db, found.model_copy(update={"state": state, "reason": reason}))
