"""A phone whose disk may be full, and that says what it has recorded."""

import os
import random
from collections import Counter
from collections.abc import Awaitable, Callable
from pathlib import Path

import httpx

from mia_companion.app.actions import Actions, Outcome
from mia_companion.app.opening import open_companion
from mia_companion.domain.blobs import BlobRef
from mia_companion.store.errors import StoreFull
from mia_companion.sync.errors import SyncError
from mia_companion.wire import problems
from tests.example_data import FixedClock
from tests.pictures import halves, saved
from tests.sync.scripted import TOKENS
from tests.torture.afterwards import Acknowledged, found_wrong
from tests.torture.full import Full
from tests.torture.twin import Twin
from tools.fixtures import KEY


class OnAFullDisk:
    """Does each thing with a disk that is full from its first write on, from its second, and so on."""

    def __init__(self, full: Full, path: Path) -> None:
        self.full = full
        self._path = path
        self.twin = Twin(random.Random(1))
        self.said = Acknowledged()
        self.found: Counter[str] = Counter()
        self.is_open = False

    def open(self) -> None:
        """As the app does."""
        self.companion = open_companion(
            self._path, KEY, "http://server.test", clock=FixedClock(), random=os.urandom,
            uniform=random.uniform, transport=httpx.MockTransport(self._answer),
        )  # fmt: skip
        if self.companion.view.account is None:
            self.companion.client.session.keep(TOKENS)
            self.companion.claim()
        self.do = Actions(self.companion)
        self.is_open = True

    def _answer(self, request: httpx.Request) -> httpx.Response:
        status, headers, body = self.twin.answer(
            request.method, request.url.path, request.headers, request.content
        )
        return httpx.Response(status, headers=headers, content=body)

    async def at_every_step(
        self, do: Callable[[], Awaitable[str]], *, silent: bool = False
    ) -> None:
        """`do` tells what the person is told, if anything. What is `silent` may also do without."""
        for fits in range(200):
            self.full.left = fits
            told = await do()
            if not self.full.has_room():
                assert told == ""
                break
            self.found["full"] += 1
            assert told == problems.DISK_FULL or (silent and not told), fits
            if self.is_open:
                self.check()
            assert await do() == ""
            self.check()
        else:
            raise AssertionError("the disk was always full")

    def check(self, *, is_even: bool = False) -> None:
        """All that was acknowledged is here, and what is shown is what is here."""
        store = self.companion.store
        store.check()
        assert list(found_wrong(store, self.said, self.twin, is_even=is_even)) == []
        waiting = [one.entry for one in self.companion.view.outbox]
        assert waiting == [one.entry for one in store.outbox.all()]

    async def write(self) -> str:
        """A message."""
        return self._recorded(self.do.messages.write("Hej " * 30))

    async def show_something(self) -> str:
        """A photo, and then that it went well."""
        ref = await self.do.attachments.keep(saved(halves(40, 30)), "bild.jpg")
        if isinstance(ref, str):
            return ref
        return self._recorded(self.do.path.record_good("Se", attachments=(ref,)), ref)

    def _recorded(self, done: Outcome, ref: BlobRef | None = None) -> str:
        for one in self.companion.store.outbox.all():
            if one.entry.id == done.entry:
                self.said.entries[one.entry.id] = one.entry
                if ref is not None:
                    self.said.blobs[one.entry.id] = ref
        assert done.problem or done.entry in self.said.entries
        return done.problem

    async def sync(self) -> str:
        """What the screen says when it has failed."""
        fits, self.full.left = self.full.left, None
        await self.write()
        await self.show_something()
        self.twin.write(2)
        self.full.left = fits
        try:
            await self.companion.engine.sync()
            await self.companion.carrier.carry()
            self.companion.upkeep.now()
        except SyncError as wrong:
            return wrong.name
        return ""

    async def begin(self) -> str:
        """The app starts; what is told otherwise."""
        await self.companion.close()
        self.is_open = False
        try:
            self.open()
        except StoreFull:
            return problems.DISK_FULL
        return ""
