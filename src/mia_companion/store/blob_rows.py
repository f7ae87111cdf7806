"""The two rows of a blob that is not acknowledged: what it is and where it stands, and its bytes.

Apart, so that a step on its way does not write five megabytes anew. Each of the two goes with the other.
"""

import sqlite3

from mia_companion.domain.blobs import BlobRef
from mia_companion.domain.entries import Frozen
from mia_companion.store.database import Database
from mia_companion.store.errors import StoreBroken
from mia_companion.store.sealing import Seal

PICKED, WAITING, REFUSED, PARKED = "picked", "waiting", "refused", "parked"


class Blob(Frozen):
    """One that is not acknowledged. `reason` is why the server, or the store itself, refused it."""

    ref: BlobRef
    account: str
    journal: str = ""
    entry: str = ""
    state: str = PICKED
    reason: str = ""

    @property
    def outside(self) -> tuple[str, str]:
        """What lies beside the seal: the journal with which it leaves, and its entry."""
        return ("" if self.state == PARKED else self.journal), self.entry


class BlobRows:
    """Sealed, and bound to the blob's id. Methods that take `db` are called inside a transaction."""

    def __init__(self, database: Database, seal: Seal) -> None:
        self._database = database
        self._seal = seal

    def find(self, blob: str) -> Blob | None:
        """What is said of that one, or None when it is not among these."""
        found = self.all("SELECT blob, sealed FROM blobs WHERE blob = ?", blob)
        return found[0] if found else None

    def all(self, sql: str, *given: object) -> list[Blob]:
        """What a query for `blob, sealed` finds, opened."""
        return [self._opened(*row) for row in self._database.rows(sql, *given)]

    def bytes_of(self, blob: str) -> bytes | None:
        """The bytes. Raises StoreBroken when they do not open."""
        for (sealed,) in self._database.rows("SELECT sealed FROM blob_bytes WHERE blob = ?", blob):
            return self._seal.open("blob_bytes", blob, sealed)
        return None

    def insert(self, db: sqlite3.Connection, blob: Blob, content: bytes) -> None:
        """Both rows."""
        sealed = self._seal.seal("blob_bytes", blob.ref.blob_id, content)
        db.execute(
            "INSERT INTO blob_bytes (blob, sealed) VALUES (?, ?)", (blob.ref.blob_id, sealed)
        )
        self.write(db, blob)

    def write(self, db: sqlite3.Connection, blob: Blob) -> None:
        """What is said of it now."""
        sealed = self._seal.seal("blobs", blob.ref.blob_id, blob.model_dump_json().encode())
        db.execute(
            "INSERT INTO blobs (blob, journal, entry, sealed) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (blob) DO UPDATE SET journal = excluded.journal, entry = excluded.entry,"
            " sealed = excluded.sealed",
            (blob.ref.blob_id, *blob.outside, sealed),
        )

    def check(self) -> None:
        """What is not sealed says the same as what is. Raises StoreBroken."""
        for blob, journal, entry, sealed in self._database.rows(
            "SELECT blob, journal, entry, sealed FROM blobs"
        ):
            if (journal, entry) != self._opened(blob, sealed).outside:
                raise StoreBroken("blobs: a journal or an entry that is none")
        if self._database.rows(
            "SELECT 1 FROM blobs WHERE blob NOT IN (SELECT blob FROM blob_bytes)"
        ):
            raise StoreBroken("blobs: one without its bytes")

    def mend(self) -> None:
        """After salvaging: what is about nothing, and bytes that nothing is about, go."""
        with self._database.transaction() as db:
            db.execute("DELETE FROM blobs WHERE blob NOT IN (SELECT blob FROM blob_bytes)")
            db.execute("DELETE FROM blob_bytes WHERE blob NOT IN (SELECT blob FROM blobs)")
            for blob in self.all("SELECT blob, sealed FROM blobs"):
                self.write(db, blob)

    def _opened(self, blob: object, sealed: bytes) -> Blob:
        return Blob.model_validate_json(self._seal.open("blobs", str(blob), sealed))
