"""A phone or a computer with the app on it: a store in a file, a line that can be cut."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest

from mia_companion.i18n.words import words_for
from mia_companion.sync.errors import SyncError
from mia_companion.wire import problems
from tests.offline.hand import PHONE, Hand
from tests.world import Device, Network, World

_PARTS = ("", "-wal", "-shm")


class Line(httpx.AsyncBaseTransport):
    """Leads to the world for as long as it is up."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self.up = True

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The backend's answer."""
        if not self.up:
            raise httpx.ConnectError("no coverage", request=request)
        return await self._network.handle_async_request(request)


class Phone(Device):
    """`Device` is the app and its store; here are its screens, and what befalls a phone."""

    def __init__(self, world: World, name: str, language: str, *, width: int = 360) -> None:
        self.line = Line(world.network)
        self.language = language
        self.size = (width, 740 if width < PHONE else 900)
        super().__init__(world, name, self.line, world.clock)
        world.devices.append(self)

    @asynccontextmanager
    async def in_hand(self, route: str = "/") -> AsyncIterator[Hand]:
        """The screens, from that one on."""
        async with Hand(self, words_for(self.language), route, *self.size) as hand:
            yield hand

    async def is_killed(self) -> None:
        """Nothing is closed and nobody is told: what lies in the file by now is all there is."""
        image = self.path.with_name("image")
        image.mkdir()
        for part in _PARTS:
            one = self.path.with_name(self.path.name + part)
            if one.exists():
                shutil.copy(one, image / one.name)
        await self.companion.close()
        for part in _PARTS:
            self.path.with_name(self.path.name + part).unlink(missing_ok=True)
        for one in image.iterdir():
            one.rename(self.path.with_name(one.name))
        image.rmdir()
        self.open()
        assert not self.companion.view.was_mended

    async def tries(self) -> None:
        """What the app does by itself without coverage: it tries, and says so."""
        await self.is_told(problems.OFFLINE)

    async def is_told(self, problem: str) -> None:
        """It tries, and that is in the way."""
        with pytest.raises(SyncError) as wrong:
            await self.sync()
        assert wrong.value.name == problem

    async def rests(self) -> None:
        """Whoever signed in began what runs by itself; here everything runs when it is asked to."""
        await asyncio.gather(*self.companion.runner.stop(), return_exceptions=True)

    async def connects(self) -> None:
        """Coverage: what the app then does by itself, until nothing is left to do."""
        self.line.up = True
        await self.sync()
        if self.companion.view.carried:
            await self.companion.carrier.carry()

    @property
    def waiting(self) -> list[str]:
        """The kinds of what has not been sent, in order."""
        return [one.entry.kind for one in self.companion.view.to_send]
