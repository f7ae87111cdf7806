"""The store of one person on one device.

Store ┬ outbox     what waits to be sent
      ├ journals   what the server has confirmed
      ├ blobs      photos and files: what waits to be sent, and copies of what has been
      ├ drafts     half-written words, by place
      ├ kept       the account, tokens, choices
      ├ looking    for damage: at the start, and through everything beside it
      └ damage     what was found, to be mended at the next opening
"""

import os
from collections.abc import Callable
from pathlib import Path

from mia_companion.domain.picture import Picture
from mia_companion.store.blob_cache import BlobCache
from mia_companion.store.blob_rows import BlobRows
from mia_companion.store.blobs import Blobs
from mia_companion.store.commons import Commons, CommonShelves
from mia_companion.store.damage import Damage
from mia_companion.store.database import Database
from mia_companion.store.errors import StoreError
from mia_companion.store.journals import Held, Journals
from mia_companion.store.kept import Kept
from mia_companion.store.looking import Looking
from mia_companion.store.outbox import Outbox
from mia_companion.store.sealing import Seal
from mia_companion.store.shelves import Shelves

_CANARY = "seal"

EPOCH = "epoch"
"""The name under which is kept in which epoch everything here was read."""

OWNER = "owner"
"""The name under which is kept whose journals and half-written words these are."""

_CACHE_BYTES, _CACHE_BYTES_IN_MEMORY = 60_000_000, 8_000_000
"""Room for copies of photos and files: on the device, and in one browser's session on the server."""


class Store:
    """Opened with the device's 256-bit key. Raises StoreBroken, StoreBusy or StoreTooNew.

    With `commons` (a browser's session, on the server) only what is not yet acknowledged lies in
    the file; the rest is in memory, its pictures shared with the process's other sessions.
    """

    def __init__(
        self,
        path: Path,
        key: bytes,
        *,
        commons: Commons | None = None,
        random: Callable[[int], bytes] = os.urandom,
    ) -> None:
        self.has_commons = commons is not None
        self._seal = seal = Seal(key, random)
        self.path = path
        self._database = Database(path, confirmed_in_memory=commons is not None)
        self.kept = Kept(self._database, seal, "kept", "name")
        self.drafts = Kept(self._database, seal, "drafts", "place")
        room = _CACHE_BYTES if commons is None else _CACHE_BYTES_IN_MEMORY
        cache = BlobCache(self._database, seal, room)
        self.blobs = Blobs(self._database, BlobRows(self._database, seal), cache)
        self.outbox = Outbox(self._database, seal, self.blobs)
        self.damage = Damage(path)
        self._shelves = shelves = (
            Shelves(self._database, seal, self.damage)
            if commons is None
            else CommonShelves(self._database, commons, lambda: self.kept.get(EPOCH))
        )
        self.journals = Journals(self._database, seal, self.outbox, shelves)
        self.looking = Looking(self._database, seal, self.journals, self.blobs, shelves)
        try:
            if not self.kept.get(_CANARY):
                self.kept.set(_CANARY, "whole")
        except StoreError:
            self.close()
            raise

    def adopt(self, held: Held, head: int) -> Picture | None:
        """Begin a journal that is not here with what another session of this process has read of it.

        Only for a journal of which the server has just said that this account may read it, up to `head`.
        """
        if not isinstance(self._shelves, CommonShelves):
            return None
        if found := self._shelves.newest(held.info.id, head):
            self.journals.add(held, (), found, is_shelved=True)
        return found

    def check(self) -> None:
        """Look at everything at once. Raises StoreBroken."""
        for _ in self.looking.through():
            pass

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

    def empty_log(self) -> None:
        """What was taken away is overwritten where it lay; its older copies lie in the log until this."""
        self._database.rows("PRAGMA wal_checkpoint(TRUNCATE)")

    def forget(self) -> None:
        """Take everything away but what other accounts have not sent, also out of the file and its log."""
        self.journals.forget(*self.journals.known())
        self.drafts.clear()
        self.blobs.clear()
        self.outbox.clear()
        self.kept.clear()
        self.kept.set(_CANARY, "whole")
        self._database.shrink()

    def close(self) -> None:
        """Let go of the file. Safe to call twice."""
        self._database.close()
