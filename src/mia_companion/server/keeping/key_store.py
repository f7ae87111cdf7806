"""The keys, as the server asks for them. Those used lately are in memory.

Every twentieth of a second a use looks whether the file is still the one that was read, so that what another
process destroys or adds counts here, too: a rotation waits for that before a version is used. What is never
used again is let go of when somebody says so: `relay` does, as soon as it hears that a journal was erased.
"""

from collections import OrderedDict
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from mia_companion.server.disk import make_folder, sync_folder
from mia_companion.server.keeping.key_files import KeyFile, Version
from mia_companion.server.keeping.key_folder import Held, KeyFolder, mark_of
from mia_companion.server.keeping.key_service import KeyService
from mia_companion.server.keys import SERVER_KEYS, KeyDestroyed, KeysMissing, Versions
from mia_companion.server.surroundings import Surroundings

_LATELY = 4_096
"""Journals whose keys are in memory."""

LIVES = {"access": timedelta(hours=1), "refresh": timedelta(days=400), "codes": timedelta(days=21)}
"""How long after a newer one has come an older version of the server's key still checks. A phone may lie
in a drawer for a year; a receipt, a line of the ledger and what a device checks by hold for ever."""


class FileKeyStore:
    """See `KeyStore`. Raises KeysMissing for what the key service does not open."""

    def __init__(self, folder: Path, service: KeyService, around: Surroundings) -> None:
        self.files = KeyFolder(folder, service, around)
        self._clock = around.clock
        self._servers: dict[str, Held] = {}
        self._lately: OrderedDict[str, Held] = OrderedDict()

    def journal_keys(self, journal: str) -> Versions:
        """See `KeyStore`."""
        held = self._lately.get(journal)
        if held is None or not held.is_still_so():
            held = self.files.read_or_make(self.files.journal_path(journal))
            self._hold(journal, held)
        if not held.keys:
            raise KeyDestroyed(journal)
        return held.keys

    def has(self, journal: str) -> bool:
        """See `KeyStore`."""
        return self.files.journal_path(journal).exists()

    def destroy(self, journal: str) -> None:
        """See `KeyStore`."""
        path = self.files.journal_path(journal)
        make_folder(path.parent, 0o700)
        with self.files.replacing():
            self.files.replace(path, KeyFile())
            sync_folder(path.parent)
        self.let_go([journal])

    def is_destroyed(self, journal: str) -> bool:
        """See `KeyStore`."""
        mark = mark_of(str(self.files.journal_path(journal)))
        return mark is not None and mark[2] == 0

    def in_memory(self) -> list[str]:
        """See `KeyStore`."""
        return list(self._lately)

    def let_go(self, some: Iterable[str]) -> None:
        """See `KeyStore`."""
        for journal in some:
            self._lately.pop(journal, None)

    def server_key(self, name: str) -> bytes:
        """See `KeyStore`."""
        held = self._server(name)
        return held.keys[held.file.use]

    def server_keys(self, name: str) -> tuple[bytes, ...]:
        """See `KeyStore`."""
        held = self._server(name)
        if len(held.keys) == 1:
            return tuple(held.keys.values())
        good = {one.number for one in still_good(name, held.file, self._clock())}
        return tuple(key for number, key in reversed(held.keys.items()) if number in good)

    def _server(self, name: str) -> Held:
        if name not in SERVER_KEYS:
            raise KeyError(name)
        held = self._servers.get(name)
        if held is None or not held.is_still_so():
            held = self.files.read_or_make(self.files.server_path(name))
            self._servers[name] = held
        return held

    def _hold(self, journal: str, held: Held) -> None:
        if not held.keys:
            self.let_go([journal])
            return
        self._lately[journal] = held
        while len(self._lately) > _LATELY:
            with suppress(KeyError):  # another thread was quicker
                self._lately.popitem(last=False)


class OnlyRead(FileKeyStore):
    """The same, in which nothing is made and nothing destroyed. Raises KeysMissing for what is not there."""

    def __init__(self, folder: Path, service: KeyService, around: Surroundings) -> None:
        super().__init__(folder, service, around)
        self.files = _OnlyReadFolder(folder, service, around)

    def destroy(self, journal: str) -> None:
        """Whoever only reads destroys nothing."""


class _OnlyReadFolder(KeyFolder):
    def read_or_make(self, path: Path) -> Held:
        try:
            return self.read(path)
        except FileNotFoundError:
            raise KeysMissing(f"{path} is not there") from None


def still_good(name: str, said: KeyFile, now: datetime) -> list[Version]:
    """The versions of one of the server's keys that have not aged out."""
    life, found = LIVES.get(name), []
    for one, after in zip(said.versions, [*said.versions[1:], None], strict=True):
        ends = after.since + life if after and after.since and life else None
        if one.number == said.use or ends is None or now <= ends:
            found.append(one)
    return found
