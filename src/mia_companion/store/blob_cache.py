"""Photos and files that the server has, kept here so that they need not be fetched again.

acknowledged, or downloaded ──▶ cached ──room is needed: the least recently used──▶ gone

Nothing here is the only copy. A row that does not open is as good as none.
"""

import sqlite3

from mia_companion.store.database import Database
from mia_companion.store.errors import StoreBroken
from mia_companion.store.sealing import Seal

TABLE = "blob_cache"


class BlobCache:
    """At most `limit` bytes. In a browser's session it lies in memory and holds less."""

    def __init__(self, database: Database, seal: Seal, limit: int) -> None:
        self._database = database
        self._seal = seal
        self._limit = limit
        self._looked_at: dict[str, None] = {}

    def get(self, blob: str, journal: str) -> bytes | None:
        """The bytes, if they are here and lie in that journal."""
        found = self._opened(
            "SELECT sealed FROM blob_cache WHERE blob = ? AND journal = ?", blob, journal
        )
        if found is None:
            return None
        # Noted with the next write: looking at a photo is not worth a write of its own.
        self._looked_at.pop(blob, None)
        self._looked_at[blob] = None
        return found.partition(b"\n")[2]

    def has(self, blob: str, journal: str) -> bool:
        """Whether the bytes are here."""
        sql = "SELECT 1 FROM blob_cache WHERE blob = ? AND journal = ?"
        return bool(self._database.rows(sql, blob, journal))

    def put(
        self, db: sqlite3.Connection, blob: str, journal: str, content: bytes, about: bytes = b""
    ) -> None:
        """Inside a transaction: keep it, and make room. `about` is one line, for what is one's own."""
        if len(content) > self._limit:
            return
        for looked_at in self._looked_at:
            self._touch(db, looked_at)
        self._looked_at.clear()
        sealed = self._seal.seal(TABLE, blob, about + b"\n" + content)
        db.execute(
            "INSERT OR REPLACE INTO blob_cache (blob, journal, mine, used, size, sealed)"
            " VALUES (?, ?, ?, 0, ?, ?)",
            (blob, journal, int(bool(about)), len(content), sealed),
        )
        self._touch(db, blob)
        over = -self._limit
        for old, size in db.execute(
            "SELECT blob, size FROM blob_cache ORDER BY used DESC"
        ).fetchall():
            over += size
            if over > 0:
                db.execute("DELETE FROM blob_cache WHERE blob = ?", (old,))

    def _touch(self, db: sqlite3.Connection, blob: str) -> None:
        db.execute(
            "UPDATE blob_cache SET used = 1 + (SELECT max(used) FROM blob_cache) WHERE blob = ?",
            (blob,),
        )

    def mine(self) -> list[str]:
        """Ids of what was sent from here."""
        return [
            str(blob)
            for (blob,) in self._database.rows("SELECT blob FROM blob_cache WHERE mine = 1")
        ]

    def take_out(self, db: sqlite3.Connection, blob: str) -> tuple[bytes, bytes] | None:
        """Inside a transaction: what was said about it and its bytes, which are here no more."""
        found = self._opened("SELECT sealed FROM blob_cache WHERE blob = ?", blob)
        db.execute("DELETE FROM blob_cache WHERE blob = ?", (blob,))
        if found is None:
            return None
        about, _, content = found.partition(b"\n")
        return about, content

    def clear(self) -> None:
        """Take everything away."""
        self._database.write("DELETE FROM blob_cache")

    def _opened(self, sql: str, blob: str, *more: str) -> bytes | None:
        for (sealed,) in self._database.rows(sql, blob, *more):
            try:
                return self._seal.open(TABLE, blob, sealed)
            except StoreBroken:
                return None
        return None
