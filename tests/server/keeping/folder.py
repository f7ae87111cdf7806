"""A key store with a clock of its own, and everything that is in it."""

from pathlib import Path
from typing import Any

from mia_companion.server.keeping.key_store import FileKeyStore
from mia_companion.server.keeping.opening import open_keys
from mia_companion.server.keeping.rotation import Rotation, Wanted
from mia_companion.server.keys import Versions
from mia_companion.server.settings import Settings
from mia_companion.server.surroundings import Surroundings
from tests.server.clock import Clock

ALL = Wanted()
JOURNALS = [f"journal-{n}" for n in range(5)]
SERVERS = ("receipt", "access", "ledger")


class Folder:
    """A key store with a clock of its own."""

    def __init__(self, folder: Path) -> None:
        self.clock = Clock()
        self.settings = Settings(data_dir=folder, kek_file=folder / "elsewhere" / "kek.json")
        self.around = Surroundings(clock=self.clock)

    def open(self) -> FileKeyStore:
        """As another process does."""
        return open_keys(self.settings, self.around)

    def rotate(self, wanted: Wanted = ALL) -> Any:
        """All of it."""
        return Rotation(self.open().files, self.around).run(wanted)

    def all(self, store: FileKeyStore | None = None) -> dict[str, Versions]:
        """Every key of every journal, and of the server."""
        store = store or self.open()
        servers: dict[str, Versions] = {
            one: dict(enumerate(reversed(store.server_keys(one)))) for one in SERVERS
        }
        return servers | {one: dict(store.journal_keys(one)) for one in JOURNALS}


def is_in(before: dict[str, Versions], now: dict[str, Versions]) -> bool:
    """Whether every key of before is there."""
    return all(set(before[one].values()) <= set(now[one].values()) for one in before)
