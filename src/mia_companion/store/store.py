"""The store of one person on one device.

Store ┬ outbox     what waits to be sent
      ├ journals   what the server has confirmed
      ├ drafts     half-written words, by place
      └ kept       the account, tokens, choices
"""

import os
from collections.abc import Callable
from pathlib import Path

from pydantic import ValidationError

from mia_companion.domain.entries import Entry
from mia_companion.store.database import Database
from mia_companion.store.errors import StoreBroken, StoreError
from mia_companion.store.journals import Journals
from mia_companion.store.kept import Kept
from mia_companion.store.outbox import Outbox
from mia_companion.store.sealing import Seal

_CANARY = "seal"


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
        seal = Seal(key, random)
        self.path = path
        self._database = Database(path, confirmed_in_memory=confirmed_in_memory)
        self.kept = Kept(self._database, seal, "kept", "name")
        self.drafts = Kept(self._database, seal, "drafts", "place")
        self.outbox = Outbox(self._database, seal)
        self.journals = Journals(self._database, seal, self.outbox)
        try:
            if not self.kept.get(_CANARY):
                self.kept.set(_CANARY, "whole")
        except StoreError:
            self.close()
            raise

    def close(self) -> None:
        """Let go of the file. Safe to call twice."""
        self._database.close()


def open_or_mend(
    path: Path, key: bytes, *, confirmed_in_memory: bool = False, aside: str
) -> tuple[Store, bool]:
    """The store, and whether it had to be mended.

    A broken file is laid aside under its name and `aside`, never deleted; whatever of its outbox
    still opens is recorded again in a new one. The rest comes back from the server.
    """
    try:
        return Store(path, key, confirmed_in_memory=confirmed_in_memory), False
    except StoreBroken:
        saved = _salvage(path, key)
        for suffix in ("", "-wal", "-shm"):
            old = path.with_name(path.name + suffix)
            if old.exists():
                old.rename(path.with_name(f"{path.name}{aside}{suffix}"))
        store = Store(path, key, confirmed_in_memory=confirmed_in_memory)
        for entry in saved:
            store.outbox.add(entry)
        return store, True


def _salvage(path: Path, key: bytes) -> list[Entry]:
    seal, saved = Seal(key), []
    try:
        database = Database(path)
    except StoreError:
        return []
    try:
        for entry_id, sealed in database.rows("SELECT id, sealed FROM outbox ORDER BY position"):
            try:
                raw = seal.open("outbox", str(entry_id), sealed)
                saved.append(Entry.model_validate_json(raw))
            except (StoreBroken, ValidationError):
                continue
    except StoreError:
        pass
    finally:
        database.close()
    return saved
