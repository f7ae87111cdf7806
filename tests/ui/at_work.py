"""A real server in this process, and the screens of somebody of an association that it has."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from mia_companion.server import operations
from mia_companion.wire.administration import GivenPassword
from tests.ui.office import Drawn
from tests.world import PASSWORD, Device, World, a_world

BERIT, FUNDER = "berit@example.org", "olof@example.org"
SITE = "MIA Norr"


class Counted(httpx.AsyncBaseTransport):
    """The way to the server, on which one sees whether anything is under way."""

    def __init__(self, way: httpx.AsyncBaseTransport) -> None:
        self._way = way
        self.under_way = 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.under_way += 1
        try:
            return await self._way.handle_async_request(request)
        finally:
            self.under_way -= 1


class Working(Drawn):
    """What that device's person sees; `sees` waits for the server."""

    def __init__(self, device: Device, route: str, width: int) -> None:
        super().__init__(device, route, width, 800)  # type: ignore[arg-type]
        self._way = device.transport

    async def __aexit__(self, *wrong: object) -> None:
        """Not while the server is still asked something."""
        for _ in range(500):
            if not (isinstance(self._way, Counted) and self._way.under_way):
                break
            await asyncio.sleep(0.01)
        await super().__aexit__(*wrong)

    async def sees(self, *texts: str) -> None:
        """All of these come to stand on the screen."""
        for text in texts:
            for _ in range(400):
                await self.settle()
                if self.shows(text):
                    break
                await asyncio.sleep(0.01)
            assert self.shows(text), f"{text!r} is not among {self.texts()}"

    async def clicks(self, text: str) -> None:
        """Tap what comes to show the text."""
        await self.sees(text)
        await self.click(text)


@dataclass
class Work:
    """An association with one site, and its administrator at a desk."""

    world: World
    association: str
    site: str
    desk: Device = field(init=False)

    def screen(self, device: Device | None = None, route: str = "/", width: int = 1280) -> Working:
        """The app on that device, the administrator's unless told otherwise."""
        return Working(device or self.desk, route, width)

    async def device(self, email: str, password: str = PASSWORD) -> Device:
        """Somebody who has just signed in."""
        made = self.world.device(f"device-{len(self.world.devices)}", Counted(self.world.network))
        made.do.choices.language("en")
        assert await made.do.access.sign_in(email, password) == ""
        await asyncio.gather(*made.companion.runner.stop(), return_exceptions=True)
        return made


@asynccontextmanager
async def at_work(folder: Path, language: str = "en") -> AsyncIterator[Work]:
    """Berit has signed in."""
    async with a_world(folder) as world:
        backend = world.backend
        assert backend
        association = await operations.create_association(backend, "Samordning Norr")
        site = await operations.create_site(backend, association, SITE)
        await operations.create_administrator(backend, association, "Berit Ask", BERIT, PASSWORD)
        await operations.create_funder(backend, association, "Olof Dal", FUNDER, PASSWORD)
        work = Work(world, association, site)
        work.desk = await work.device(BERIT)
        work.desk.do.choices.language(language)
        yield work


async def add(work: Work, name: str, email: str) -> GivenPassword:
    """A coordinator at the site."""
    made = await work.desk.do.administration.add("coordinator", work.site, name, email, "070-1")
    assert isinstance(made, GivenPassword), made
    return made


def large(screen: Working) -> str:
    """The password that is shown."""
    return next(one for one in screen.texts() if one.count("-") == 4).strip("\u2066\u2069")
