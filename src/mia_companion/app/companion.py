"""The companion: one person's store, sync and view on one device, put together. Knows no screen.

actions ──record──▶ store ──▶ pictures ──▶ view ──▶ every subscribed screen
                      ▲
            sync ─────┘  (this class is the engine's listener)
"""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta

from mia_companion.app.administration import Administration
from mia_companion.app.carried import carried
from mia_companion.app.choices import Choices, kept_here
from mia_companion.app.forgetting import claim, forget_person, was_removed
from mia_companion.app.guarding import Guarded
from mia_companion.app.leaving import leave_behind
from mia_companion.app.pictures import Pictures
from mia_companion.app.this_device import ThisDevice
from mia_companion.app.upkeep import Upkeep
from mia_companion.app.view import FAILED, RESTING, SYNCING, SyncState, View, by_role, ended_early
from mia_companion.domain.entries import Entry
from mia_companion.domain.facts import Fact, blobs_in, write_fact
from mia_companion.domain.ids import Clock, Ids
from mia_companion.store.errors import StoreBroken
from mia_companion.store.outbox import WAITING, Waiting
from mia_companion.store.store import Store
from mia_companion.sync.backoff import Backoff
from mia_companion.sync.blobs import Carrier
from mia_companion.sync.client import Client
from mia_companion.sync.engine import Engine
from mia_companion.sync.listener import Came
from mia_companion.sync.runner import Runner
from mia_companion.wire import problems

_CLOCK_TOLERANCE = timedelta(minutes=5)


class Companion(Guarded):
    """Open for as long as the person uses this device; `start()` it on the event loop."""

    def __init__(
        self,
        store: Store,
        client: Client,
        backoff: Backoff,
        *,
        clock: Clock,
        ids: Ids,
        pictures: Pictures | None = None,
        was_mended: bool = False,
    ) -> None:
        super().__init__(View(was_mended=was_mended))
        self.store = store
        self.client = client
        self.clock, self.ids = clock, ids
        self.engine = Engine(store, client, self, clock=clock)
        self.carrier = Carrier(store, client, self.engine.at_rest, self)
        self.runner = Runner(self.engine, client, store, backoff, carrier=self.carrier)
        self.device = ThisDevice(store.kept, ids)
        self.guard()
        self._pictures = pictures or Pictures()
        self.upkeep = Upkeep(store, self._pictures)
        store.damage.told = lambda: self.show(is_damaged=True)
        if pictures is None:
            self._pictures.load(store)
        self._show_all()

    def start(self) -> None:
        """Sync, and look after the store, for as long as the app lives. On the event loop."""
        if not self.view.waits_for_words:
            self.runner.start()
        self.upkeep.start()

    def record(self, journal: str, fact: Fact) -> Entry:
        """Write a fact durably, with what it names, fold it, show it, let it travel. Raises StoreError."""
        return self.record_all([(journal, fact)])[0]

    def record_all(self, facts: Sequence[tuple[str, Fact]]) -> list[Entry]:
        """Write facts, each with its journal: all of them or, when it raises StoreError, none."""
        written = [(self._entry(journal, fact), blobs_in(fact)) for journal, fact in facts]
        try:
            self.store.outbox.add_all(written)
        except StoreBroken:
            self.store.damage.remember()
            raise
        for entry, _ in written:
            with suppress(StoreBroken):  # recorded, whatever it is about that cannot be read now
                self._pictures.record(Waiting(entry=entry, raw=b"", state=WAITING))
        self._redraw(names_blobs=any(names for _, names in written))
        self.runner.send()
        return [entry for entry, _ in written]

    def _entry(self, journal: str, fact: Fact) -> Entry:
        account = self.view.account
        if account is None:
            raise RuntimeError("nobody is signed in")
        return Entry(
            id=self.ids.new(),
            journal=journal,
            author=account.id,
            device=self.device.id,
            happened_at=self.clock(),
            based_on=self._pictures.seq(journal),
            epoch=self.engine.epoch,
            body=write_fact(fact),
        )

    def claim(self) -> None:
        """Whoever is signed in now owns this store: see `forgetting.claim`."""
        claim(self)

    def empty(self) -> None:
        """Take this person's journals and drafts off the device."""
        self.store.journals.forget(*self.store.journals.known())
        self.store.drafts.clear()
        self.store.blobs.clear()
        self.show(administration=Administration())

    async def close(self) -> None:
        """Stop syncing, and let go of the store at once and of the connections then."""
        ending = [*self.runner.stop(), *self.upkeep.stop()]
        self.store.close()
        await asyncio.gather(*ending, return_exceptions=True)
        await self.client.close()

    def syncing(self) -> None:
        """`sync.Listener`: a run has begun."""
        if self.view.sync.phase != FAILED:
            self.show(sync=SyncState(SYNCING))

    def synced(self) -> None:
        """`sync.Listener`: both sides are even."""
        if self.view.choices.erased:
            return forget_person(self)
        self._pictures.read_outbox()
        self.show(sync=SyncState(RESTING))

    def failed(self, name: str) -> None:
        """`sync.Listener`: the run ended early."""
        if name == problems.STORE_BROKEN:
            self.store.damage.remember()
        if name == problems.DEVICE_REMOVED:
            return was_removed(self)
        self.show(**ended_early(self.view, name, self.clock()))

    def came(self, pages: Sequence[Came]) -> None:
        """`sync.Listener`: one answer's pages. Screens are told once."""
        for page in pages:
            self._pictures.take(page.held, page.entries, page.picture)
        self.upkeep.grown()
        self._redraw()

    def left(self, journal: str, reason: str) -> None:
        """`sync.Listener`: a journal is gone from here."""
        held = self._pictures.journals.get(journal)
        unsent = self._pictures.leave(journal)
        left = leave_behind(self.store, held, self.view, reason, unsent=unsent)
        self._redraw(choices=Choices.read(self.store.kept.get), beforehand=left)

    def outbox_changed(self) -> None:
        """`sync.Listener`: something was sent, held or refused."""
        self._pictures.read_outbox()
        self._redraw()
        self.ask_for(self._pictures.waiting)

    def blobs_changed(self) -> None:
        """`sync.BlobListener`: a photo or file has come further, or ended."""
        self.show(carried=carried(self.store, self.carrier))

    def reload(self) -> None:
        """Read the store again."""
        self._pictures.load(self.store)
        self._show_all()

    def _show_all(self) -> None:
        account = self.client.session.account
        self._redraw(
            account=account,
            sync=self.view.sync if account else SyncState(),  # nobody asks a server then
            is_idle=self.idling.is_over(self.client.session.tokens),
            **kept_here(self.store.kept.get),
        )

    def server_time(self, server: datetime, device: datetime) -> None:
        """`sync.Listener`: compare clocks."""
        off = abs(server - device) > _CLOCK_TOLERANCE
        if off != self.view.clock_is_off:
            self.show(clock_is_off=off)

    def _redraw(self, *, names_blobs: bool = True, **changed: object) -> None:
        if names_blobs:
            changed["carried"] = carried(self.store, self.carrier)
        if (journals := self._pictures.journals) is not self.view.journals:
            changed |= {"journals": journals, "by_role": by_role(journals)}
        changed |= {"outbox": self._pictures.waiting, "given_back": self._pictures.given_back}
        self.show(pictures=self._pictures.shown, **changed)
