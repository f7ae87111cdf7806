"""The store of one person on one device.

Store ┬ outbox     what waits to be sent
      ├ journals   what the server has confirmed
      ├ blobs      photos and files: what waits to be sent, and copies of what has been
      ├ drafts     half-written words, by place
      └ kept       the account, tokens, choices
"""

import os
from collections.abc import Callable
from pathlib import Path

from mia_companion.store.blob_cache import BlobCache
from mia_companion.store.blob_rows import BlobRows
from mia_companion.store.blobs import Blobs
from mia_companion.store.database import Database
from mia_companion.store.errors import StoreBroken, StoreError
from mia_companion.store.journals import Journals
from mia_companion.store.kept import Kept
from mia_companion.store.outbox import STATES, Outbox
from mia_companion.store.sealing import Seal

_CANARY = "seal"

_CACHE_BYTES, _CACHE_BYTES_IN_MEMORY = 60_000_000, 8_000_000
"""Room for copies of photos and files: on the device, and in one browser's session on the server."""

_READ_AT_START = {
    "kept": "SELECT name, sealed FROM kept",
    "drafts": "SELECT place, sealed FROM drafts",
    "outbox": "SELECT id, sealed FROM outbox",
    "journals": "SELECT journal, sealed FROM journals",
    "pictures": "SELECT journal, sealed FROM pictures",
    "entries": "SELECT e.journal || '/' || e.seq, e.sealed FROM entries e"
    " LEFT JOIN pictures p ON p.journal = e.journal WHERE e.seq > coalesce(p.seq, 0)",
}
"""By table: each row's id as its seal knows it, and the sealed bytes."""


class Store:
    """Opened with the device's 256-bit key. Raises StoreBroken, StoreBusy or StoreTooNew.

    With `confirmed_in_memory` (a browser's session, on the server) only what is not yet
    acknowledged lies in the file.
    """

    def __init__(
        self,
        path: Path,
        key: bytes,
        *,
        confirmed_in_memory: bool = False,
        random: Callable[[int], bytes] = os.urandom,
    ) -> None:
        self._seal = seal = Seal(key, random)
        self.path = path
        self._database = Database(path, confirmed_in_memory=confirmed_in_memory)
        self.kept = Kept(self._database, seal, "kept", "name")
        self.drafts = Kept(self._database, seal, "drafts", "place")
        room = _CACHE_BYTES_IN_MEMORY if confirmed_in_memory else _CACHE_BYTES
        cache = BlobCache(self._database, seal, room)
        self.blobs = Blobs(self._database, BlobRows(self._database, seal), cache)
        self.outbox = Outbox(self._database, seal, self.blobs)
        self.journals = Journals(self._database, seal, self.outbox)
        try:
            if not self.kept.get(_CANARY):
                self.kept.set(_CANARY, "whole")
        except StoreError:
            self.close()
            raise

    def check(self) -> None:
        """Read whatever the app reads when it starts. Raises StoreBroken."""
        if self._database.rows("PRAGMA quick_check(1)") != [("ok",)]:
            raise StoreBroken("the file's structure is damaged")
        if not self._database.has_its_schema():
            raise StoreBroken("the file's tables are not what they were")
        states = self._database.rows("SELECT DISTINCT state FROM outbox")
        if not {state for (state,) in states} <= set(STATES):
            raise StoreBroken("outbox: a state that is none")
        self.journals.check()
        self.blobs.check()
        for table, sql in _READ_AT_START.items():
            for row, sealed in self._database.rows(sql):
                self._seal.open(table, str(row), sealed)

    def take_over(
        self, table: str, columns: tuple[str, ...], rows: list[tuple[object, ...]]
    ) -> None:
        """Rows of another store with the same key, as they are."""
        named, places = ", ".join(columns), ", ".join("?" * len(columns))
        with self._database.transaction() as db:
            db.executemany(
                f"INSERT OR REPLACE INTO {table} ({named}) VALUES ({places})",  # noqa: S608
                rows,
            )

    def close(self) -> None:
        """Let go of the file. Safe to call twice."""
        self._database.close()
