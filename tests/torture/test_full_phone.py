"""A phone whose disk is full says so, loses nothing, and goes on when there is room."""

import asyncio
import json
import os
import random
import shutil
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from mia_companion.app.actions import Actions, Outcome
from mia_companion.app.opening import open_companion
from mia_companion.domain.blobs import BlobRef
from mia_companion.store.errors import StoreFull
from mia_companion.store.store import Store
from mia_companion.sync.errors import SyncError
from mia_companion.wire import problems
from tests.example_data import FixedClock
from tests.pictures import halves, saved
from tests.sync.scripted import TOKENS
from tests.torture.afterwards import Acknowledged, found_wrong
from tests.torture.full import Full
from tests.torture.printed import Told
from tests.torture.recorded_phone import Life, Recording
from tests.torture.tape import Tape
from tests.torture.twin import Twin
from tools.fixtures import FOLDER, KEY, said

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


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


async def _signed_in(full: Full, path: Path) -> OnAFullDisk:
    phone = OnAFullDisk(full, path)
    phone.twin.write(5)
    phone.open()
    await phone.companion.engine.sync()
    return phone


async def _use(full: Full, path: Path) -> Counter[str]:
    phone = await _signed_in(full, path)
    await phone.at_every_step(phone.write)
    await phone.at_every_step(phone.show_something)
    await phone.at_every_step(phone.begin, silent=True)
    await phone.sync()
    phone.check(is_even=True)
    await phone.companion.close()
    return phone.found


async def _sync(full: Full, folder: Path) -> Counter[str]:
    """A phone of its own for each step: what it has read would grow, and with it the steps."""
    found: Counter[str] = Counter()
    for fits in range(300):
        phone = await _signed_in(full, folder / f"sync-{fits}" / "companion.sqlite")
        full.left = fits
        told = await phone.sync()
        refused = full.has_room()
        phone.check()
        assert await phone.sync() == ""
        phone.check(is_even=True)
        await phone.companion.close()
        if not refused:
            return found
        # Saving pictures, and keeping a copy of a photo that the server has, may wait.
        found["full"] += 1
        found["said"] += told == problems.DISK_FULL
    raise AssertionError("the disk was always full")


def _begin(full: Full, folder: Path, begins_as: str) -> Counter[str]:
    """The first opening of a file, for each place at which it may find no room."""
    found: Counter[str] = Counter()
    for fits in range(300):
        path = folder / f"{begins_as}-{fits}" / "companion.sqlite"
        path.parent.mkdir()
        if begins_as:
            shutil.copy(FOLDER / f"{begins_as}.sqlite", path)
        full.left = fits
        with suppress(StoreFull):
            Store(path, KEY).close()
        refused = full.has_room()
        store = Store(path, KEY)
        store.check()
        if begins_as:
            expected = json.loads((FOLDER / f"{begins_as}.json").read_text("utf-8"))
            assert json.loads(json.dumps(said(store))) == expected
        store.close()
        if not refused:
            return found
        found["full"] += 1
    raise AssertionError("the disk was always full")


def test_a_phone_on_a_full_disk_says_so_and_goes_on(tmp_path: Path, tell: Told) -> None:
    full, found = Full(), Counter[str]()
    with Recording(Life(Tape(), tmp_path), full=full):
        found += asyncio.run(_use(full, tmp_path / "companion.sqlite"))
        synced = asyncio.run(_sync(full, tmp_path))
        assert synced["said"] > synced["full"] // 2
        found += synced
        for begins_as in ("", "store-v1", "store-v2"):
            found += _begin(full, tmp_path, begins_as)
    assert found["full"] > 100
    tell(
        8,
        "A phone's disk is full from the n-th write on, for each n of recording, keeping a photo, pushing,"
        " pulling, saving pictures, sending photos, starting, making a store and migrating one",
        f"{found['full']:,} times full",
        "0 acknowledged lost, each was said and went on when there was room",
    )
