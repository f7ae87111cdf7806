"""Keys lie apart from the database: destroying one reaches every backup of what it sealed."""

import hashlib
import os
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from mia_companion.server.disk import make_folder, sync_folder, write_new

KEY_BYTES = 32

_LATELY = 4_096
"""Keys of journals in memory."""

SERVER_KEYS = frozenset(
    {"receipt", "access", "refresh", "leave", "codes", "ledger", "audit", "guesses", "login"}
)


class KeyDestroyed(Exception):
    """The journal was erased; nothing will ever be sealed or opened for it again."""


class KeysMissing(Exception):
    """The key store is another one, or older than the database. Do not start: keys made anew would seal
    beside what nobody can open. A database of the same age brings everything back, see `epochs`."""


class KeyStore(Protocol):
    """A file, or a key management service. Every key is 256 bits; calls are quick enough to wait for."""

    def journal_key(self, journal: str) -> bytes:
        """The journal's data key, made and durable on first use. Raises KeyDestroyed."""
        ...

    def has(self, journal: str) -> bool:
        """Whether the journal has its key, or had it destroyed."""
        ...

    def destroy(self, journal: str) -> None:
        """Forget the journal's key for good. Harmless when repeated."""
        ...

    def server_key(self, name: str) -> bytes:
        """One of `SERVER_KEYS`, made and durable on first use."""
        ...


class FileKeyStore:
    """Keys as files of mode 0600 below one folder.

    server/<name>.key                   the server's own
    journals/<2 hex>/<sha256>.key       a journal's; empty once destroyed, so that it is never made anew

    Those used lately are in memory. Where another process destroys one, the database says before any use
    that its journal was erased.
    """

    def __init__(self, folder: Path, randomness: Callable[[int], bytes]) -> None:
        self._folder = folder
        self._randomness = randomness
        self._server_keys: dict[str, bytes] = {}
        self._lately: OrderedDict[str, bytes] = OrderedDict()

    def journal_key(self, journal: str) -> bytes:
        """See `KeyStore`."""
        if (known := self._lately.get(journal)) is not None:
            return known
        key = self._read_or_make(self._path_of(journal))
        if not key:
            raise KeyDestroyed(journal)
        self._lately[journal] = key
        while len(self._lately) > _LATELY:
            with suppress(KeyError):  # another thread was quicker
                self._lately.popitem(last=False)
        return key

    def has(self, journal: str) -> bool:
        """See `KeyStore`."""
        return self._path_of(journal).exists()

    def destroy(self, journal: str) -> None:
        """See `KeyStore`."""
        self._lately.pop(journal, None)
        path = self._path_of(journal)
        make_folder(path.parent, 0o700)
        empty = path.with_suffix(".gone")
        empty.unlink(missing_ok=True)  # a crash in the midst of this may have left it
        write_new(empty, b"")
        os.replace(empty, path)
        sync_folder(path.parent)

    def server_key(self, name: str) -> bytes:
        """See `KeyStore`."""
        if name not in SERVER_KEYS:
            raise KeyError(name)
        if name not in self._server_keys:
            self._server_keys[name] = self._read_or_make(self._folder / "server" / f"{name}.key")
        return self._server_keys[name]

    def _path_of(self, journal: str) -> Path:
        name = hashlib.sha256(journal.encode()).hexdigest()
        return self._folder / "journals" / name[:2] / f"{name}.key"

    def _read_or_make(self, path: Path) -> bytes:
        try:
            return _checked(path.read_bytes(), path)
        except FileNotFoundError:
            pass
        make_folder(path.parent, 0o700)
        # Written beside and linked into place, so that no process ever reads half a key and the
        # first of two that race wins.
        draft = path.with_name(f"{path.name}.{os.getpid()}.{self._randomness(8).hex()}")
        write_new(draft, self._randomness(KEY_BYTES))
        try:
            os.link(draft, path)
            _flush_name(path)
        except FileExistsError:
            sync_folder(path.parent)
        finally:
            draft.unlink()
        return _checked(path.read_bytes(), path)


def _flush_name(path: Path) -> None:
    """A key whose name may be gone after a power cut is not left for the next one to find."""
    try:
        sync_folder(path.parent)
    except OSError:
        path.unlink()
        raise


def _checked(key: bytes, path: Path) -> bytes:
    if len(key) not in (0, KEY_BYTES):
        raise ValueError(f"{path} is not a key")
    return key
