"""One device of the five: the real companion over a real store, its own clock, and a line that fails."""

import random
import re
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from sqlite3 import Connection

import httpx

from mia_companion.app.companion import Companion
from mia_companion.app.opening import open_companion
from mia_companion.domain.entries import Entry
from mia_companion.domain.facts import Fact
from mia_companion.domain.picture import EMPTY, Picture, save_picture
from mia_companion.store.commons import Commons
from mia_companion.store.database import Database
from mia_companion.store.errors import StoreFull
from mia_companion.store.store import Store
from mia_companion.sync.errors import SyncError
from mia_companion.wire.accounts import Account
from tests.example_data import KEY
from tests.torture.line import Clock, Line
from tests.world import SERVER

_ENTRIES = re.compile(rb'"entry":"([^"]+)"')


@cache
def _empty_store() -> bytes:
    """A store that was never used: brought up to date once, instead of five times a life."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "empty.sqlite"
        Database(path).close()
        return path.read_bytes()


class Replica:
    """Absent until it is signed in. `commons` makes it a browser's session: what is confirmed is in
    memory alone."""

    def __init__(
        self,
        name: str,
        account: Account,
        folder: Path,
        network: httpx.AsyncBaseTransport,
        *,
        days_off: int = 0,
        is_browser: bool = False,
    ) -> None:
        self.name = name
        self.account = account
        self.line = Line(network)
        self.clock = Clock(days_off)
        self.is_browser = is_browser
        self._path = folder / f"{name}.sqlite"
        self._seed = f"{folder.name} {name}"
        self._opened = 0
        self.companion: Companion | None = None

    def open(self) -> Companion:
        """The app starts."""
        self._opened += 1
        if self._opened == 1:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.write_bytes(_empty_store())
        self.companion = open_companion(
            self._path,
            KEY,
            SERVER,
            clock=self.clock,
            random=random.Random(f"{self._seed} {self._opened}").randbytes,
            uniform=lambda a, b: b,
            transport=self.line,
            commons=Commons() if self.is_browser else None,
        )
        return self.companion

    @property
    def app(self) -> Companion:
        """The companion, which is open."""
        assert self.companion is not None
        return self.companion

    @property
    def store(self) -> Store:
        """Its store."""
        return self.app.store

    async def close(self) -> None:
        """The app ends."""
        if self.companion is not None:
            await self.companion.close()

    async def restart(self) -> None:
        """The app ends and starts; of a browser's session only what waits is kept."""
        await self.close()
        self.open()

    async def sync(
        self, *faults: str, full_at: int | None = None, only: Collection[str] | None = None
    ) -> str:
        """One run, on which these faults fall, and perhaps a full disk; the problem's name, if any."""
        self.line.plan(*faults)
        self.line.asked = 0
        try:
            with _full_disk(self.store, full_at):
                await self.app.engine.sync(only)
                self.app._pictures.keep()
        except SyncError as wrong:
            return wrong.name
        finally:
            self.line.heal()
        return ""

    def journal(self, role: str) -> str | None:
        """The journal of that role, of the one participant there is; None before it was heard of."""
        held = self.app.view.journals.values()
        return next((one.info.id for one in held if one.info.role == role), None)

    def shown(self, journal: str) -> Picture:
        """What the screen shows of it."""
        return self.app.view.pictures.get(journal, EMPTY)

    def on_screen(self, journal: str) -> frozenset[str]:
        """Ids of the entries whose author can be seen on the screen."""
        found = _ENTRIES.findall(save_picture(self.shown(journal)))
        return frozenset(one.decode() for one in found)

    def record(self, journal: str, fact: Fact) -> Entry:
        """A tap."""
        return self.app.record(journal, fact)

    def keeps(self) -> set[str]:
        """Ids of all entries that are on this device, waiting, coming back or confirmed."""
        if self.companion is None:
            return set()
        outbox = self.store._database.rows("SELECT id FROM outbox")
        journals = self.store.journals
        confirmed = {c.entry.id for one in journals.cursors() for c in journals.entries(one)}
        return {str(one) for (one,) in outbox} | confirmed


@contextmanager
def _full_disk(store: Store, at: int | None) -> Iterator[None]:
    """The `at`-th transaction from now finds no room."""
    if at is None:
        yield
        return
    database, left = store._database, at
    before = database.transaction

    @contextmanager
    def transaction() -> Iterator[Connection]:
        nonlocal left
        with before() as db:
            yield db
            left -= 1
            if left == 0:
                raise StoreFull("no room")

    database.transaction = transaction  # type: ignore[method-assign]
    try:
        yield
    finally:
        del database.transaction
