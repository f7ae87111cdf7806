"""One backend in this process, and people's devices that reach it through a network that may fail."""

import asyncio
import random
import shutil
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime
from pathlib import Path

import httpx

from mia_companion.app.actions import Actions
from mia_companion.app.companion import Companion
from mia_companion.app.opening import open_companion
from mia_companion.domain.picture import Picture
from mia_companion.server import operations
from mia_companion.server.api.application import create_app
from mia_companion.server.backend import Backend
from mia_companion.server.settings import Settings
from mia_companion.wire.accounts import Invitation, Invite
from tests.example_data import KEY, NOW, FixedClock
from tests.server.clock import NEVER_IDLE

EMAIL, PASSWORD = "karin@example.org", "ett långt lösenord"
SERVER = "http://server.test"


class TickingClock(FixedClock):
    """A millisecond passes at each look, as on any device."""

    def __call__(self) -> datetime:
        self.pass_by(milliseconds=1)
        return self.now


class Network(httpx.AsyncBaseTransport):
    """Carries requests to whatever app runs now; there may be none."""

    def __init__(self) -> None:
        self.app: httpx.ASGITransport | None = None
        self.answering: set[asyncio.Future[httpx.Response]] = set()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The backend's answer."""
        if self.app is None:
            raise httpx.ConnectError("nobody there", request=request)
        if request.url.path == "/v1/live":  # goes on until its device leaves
            return await self.app.handle_async_request(request)
        answering = asyncio.ensure_future(self.app.handle_async_request(request))
        self.answering.add(answering)
        answering.add_done_callback(self.answering.discard)
        return await asyncio.shield(
            answering
        )  # a device that gives up takes no server down with it


class Device:
    """One device of one person, with its store in a file."""

    def __init__(
        self,
        world: "World",
        name: str,
        transport: httpx.AsyncBaseTransport,
        clock: TickingClock | None = None,
    ) -> None:
        self.path = world.folder / name / "companion.sqlite"
        self.clock = clock or TickingClock(world.clock.now)
        self.transport = transport
        self._seed = f"{world.folder} {name}"
        self.open()

    def open(self) -> None:
        """Open the store, as when the app starts."""
        self._seed += "+"
        self.companion: Companion = open_companion(
            self.path,
            KEY,
            SERVER,
            clock=self.clock,
            random=random.Random(self._seed).randbytes,
            uniform=lambda a, b: b,
            transport=self.transport,
        )
        self.do = Actions(self.companion)

    async def sync(self) -> None:
        """One run of the engine; nothing runs by itself."""
        await self.companion.engine.sync()

    async def enrol(self, code: str) -> None:
        """Open with a code."""
        assert await self.do.access.enrol(code) == ""
        await asyncio.gather(*self.companion.runner.stop(), return_exceptions=True)

    async def sign_in(self, email: str = EMAIL) -> None:
        """Sign the world's coordinator in, or another with the same password."""
        assert await self.do.access.sign_in(email, PASSWORD) == ""
        await asyncio.gather(*self.companion.runner.stop(), return_exceptions=True)

    def shared(self, participant: str | None = None) -> Picture:
        """What this device shows of the shared journal."""
        return self.companion.view.picture("shared", participant)

    @property
    def participant(self) -> str:
        """The account's id."""
        account = self.companion.view.account
        assert account is not None
        return account.id


class World:
    """A backend with one site and one coordinator. `login` is how staff sign in."""

    login = NEVER_IDLE

    def __init__(self, folder: Path, url: str = "") -> None:
        self.folder, self._url = folder, url
        self.clock = TickingClock(NOW)
        self.network = Network()
        self.devices: list[Device] = []
        self._server = AsyncExitStack()
        self.backend: Backend | None = None

    async def start(self) -> None:
        """Start the backend on the data that is there."""
        folder = self.folder / "server"
        settings = Settings(folder, self._url, argon2_memory_kib=64, login=self.login)
        app = create_app(settings, clock=self.clock)
        await self._server.enter_async_context(app.router.lifespan_context(app))
        self.network.app = httpx.ASGITransport(app)
        self.backend = app.state.backend

    async def stop(self) -> None:
        """Stop the backend; devices meet nobody."""
        self.network.app = None
        await asyncio.gather(*self.network.answering, return_exceptions=True)
        await self._server.aclose()

    async def furnish(self) -> None:
        """An association, a site, a coordinator."""
        assert self.backend
        association = await operations.create_association(self.backend, "Samordning Väst")
        site = await operations.create_site(self.backend, association, "MIA Väst")
        await operations.create_coordinator(self.backend, site, "Karin Lind", EMAIL, PASSWORD)

    def device(self, name: str, transport: httpx.AsyncBaseTransport | None = None) -> Device:
        """A new device."""
        made = Device(self, name, transport or self.network)
        self.devices.append(made)
        return made

    async def people(self, name: str = "") -> tuple[Device, Device, Device]:
        """A coordinator's desktop and a new participant's phone and tablet, all signed in."""
        desktop, phone, tablet = (self.device(f"{name}{d}") for d in ("desktop", "phone", "tablet"))
        await desktop.sign_in()
        invited = await desktop.do.access.invite("Amina Ek")
        assert isinstance(invited, Invitation)
        await phone.enrol(invited.code)
        again = await desktop.companion.client.invite(Invite(participant=invited.participant))
        await tablet.enrol(again.code)
        for device in (desktop, phone, tablet):
            await device.sync()
        return desktop, phone, tablet

    def back_up(self) -> None:
        """Copy the database as it is now; the backend must be stopped."""
        shutil.copy(self.folder / "server" / "server.db", self.folder / "backup.db")

    def restore(self) -> None:
        """Put the copy in the database's place; keys and ledger stay as they are."""
        for file in (self.folder / "server").glob("server.db*"):
            file.unlink()
        shutil.copy(self.folder / "backup.db", self.folder / "server" / "server.db")

    async def close(self) -> None:
        """Close every device and stop the backend."""
        for device in self.devices:
            await device.companion.close()
        await self.stop()


@asynccontextmanager
async def a_world(folder: Path, url: str = "") -> AsyncIterator[World]:
    """A started, furnished world, closed in the end; on SQLite, unless told which database."""
    world = World(folder, url)
    await world.start()
    await world.furnish()
    try:
        yield world
    finally:
        await world.close()
