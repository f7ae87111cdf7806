"""Who lives there: coordinators at desks, a participant with a phone and a browser; all files are real."""

import asyncio
import json
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx

from mia_companion.app.actions import Actions
from mia_companion.app.companion import Companion
from mia_companion.app.lock.one_browser import OneBrowser
from mia_companion.app.opening import open_companion
from mia_companion.device.browser.cookie import file_name, store_key
from mia_companion.device.pin import Cost
from mia_companion.domain.facts import read_fact
from mia_companion.server import operations
from mia_companion.server.subscription import Subscription
from mia_companion.store.commons import Commons
from mia_companion.wire.accounts import Invitation, Invite
from tests.example_data import seeded
from tests.lock.pocket import Pocket
from tests.torture.canaries.watch import Watch
from tests.torture.canaries.words import Flock
from tests.world import SERVER, Device, TickingClock, World

PIN, WRONG_PIN = "59274083", "40719385"
_COOKIE = seeded(77)(32)
_SAID_ELSEWHERE = {"authorization", "dpop"}
"""Headers that carry what proves who one is: to the server and nobody else, and never kept."""


class Tap(httpx.AsyncBaseTransport):
    """The line to the server, on which everything is noted that proxies and logs on the way may keep."""

    def __init__(self, world: World, watch: Watch) -> None:
        self._world, self._watch = world, watch

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The server's answer."""
        answer = await self._world.network.handle_async_request(request)
        said = [(k, v) for k, v in request.headers.items() if k.lower() not in _SAID_ELSEWHERE]
        self._watch.note(f"URL: {request.method}", str(request.url))
        self._watch.note("headers", repr(said) + repr(answer.headers.multi_items()))
        if answer.status_code >= 400:
            self._watch.note(f"problem answer {answer.status_code}", await answer.aread())
        return answer


class People:
    """`pocket` is the participant's phone, `browser` their browser, `desk` the coordinator's desktop."""

    def __init__(self, world: World, flock: Flock, watch: Watch) -> None:
        self.world, self.flock, self.watch = world, flock, watch
        self.tap = Tap(world, watch)
        self.sessions = world.folder / "browsers"

    async def come_in(self) -> None:
        """Everybody signs in."""
        world, flock = self.world, self.flock
        assert world.backend
        backend = world.backend
        association = await operations.create_association(backend, "Samordning Öst")
        self.site = await operations.create_site(backend, association, "MIA Öst")
        self.password = f"lösenord {flock.word('password')}"
        self.desk = await self._coordinator("Karin Lind", self.password)
        self.next_desk = await self._coordinator("Eva Ek", self.password)
        invited = await self.desk.do.access.invite(flock.word("name at the invitation"))
        assert isinstance(invited, Invitation)
        self.who = invited.participant
        self.pocket = self._phone(world.folder / "phone")
        await self.pocket.start()
        assert await self.pocket.do.access.enrol(invited.code) == ""
        await self.rest(self.pocket.companion)
        again = await self.desk.companion.client.invite(Invite(participant=self.who))
        self.codes = (invited.code, again.code)
        await self._open_browser(again.code)
        await self.even()
        for one in self.devices:
            await self._listen(one)

    async def _listen(self, companion: Companion) -> None:
        """A live line; what comes on it is searched."""
        backend = self.world.backend
        assert backend

        async def write(event: bytes) -> None:
            self.watch.note("live", event)

        caller = await backend.accounts.check(companion.client.session.access() or "")
        line = Subscription(caller, write, b"")
        line.flush()
        await backend.relay.subscribe(line)

    async def _coordinator(self, name: str, password: str) -> Device:
        assert self.world.backend
        email = f"{name.split(maxsplit=1)[0].lower()}@mia.example"
        await operations.create_coordinator(self.world.backend, self.site, name, email, password)
        desk = self.world.device(f"desk of {name.split(maxsplit=1)[0]}", self.tap)
        assert await desk.do.access.sign_in(email, password) == ""
        await self.rest(desk.companion)
        return desk

    def _phone(self, folder: Path) -> Pocket:
        pocket = Pocket(folder)
        pocket.clock, pocket.transport = TickingClock(self.world.clock.now), self.tap
        return pocket

    async def _open_browser(self, code: str) -> None:
        self.sessions.mkdir()
        self.browser: Companion = open_companion(
            self.sessions / file_name(_COOKIE), store_key(_COOKIE), SERVER,
            clock=self.world.clock, random=random.Random(5).randbytes, uniform=lambda a, b: b,
            transport=self.tap, commons=Commons(),
        )  # fmt: skip
        self.browser_lock = OneBrowser(
            self.browser, seeded(9), lambda: 1.0, lambda: None, Cost(memory=64, passes=1)
        )
        assert await Actions(self.browser).access.enrol(code) == ""
        await self.rest(self.browser)

    async def rest(self, companion: Companion) -> None:
        """Nothing runs by itself from now on."""
        await asyncio.gather(*companion.runner.stop(), return_exceptions=True)

    @property
    def devices(self) -> tuple[Companion, ...]:
        """All that stand open, the phone first."""
        return (
            self.pocket.companion, self.browser, self.desk.companion, self.next_desk.companion,
        )  # fmt: skip

    async def even(self) -> None:
        """Twice round."""
        for _ in range(2):
            for one in self.devices:
                await one.engine.sync()

    async def killed(self) -> None:
        """The phone's process is killed with its store open; what is on the disk begins again elsewhere."""
        before = self.pocket
        folder = self.world.folder / "phone after the kill"
        folder.mkdir()
        for one in before.folder.iterdir():
            (folder / one.name).write_bytes(one.read_bytes())
        assert any(one.name.endswith("-wal") and one.stat().st_size for one in folder.iterdir())
        self.watch.steal("when it was killed")
        await before.close()
        self.pocket = self._phone(folder)
        self.pocket.secrets = before.secrets
        await self.pocket.start()
        await self.rest(self.pocket.companion)

    def read(self) -> str:
        """All words in all journals that any of the devices has, and in what waits there."""
        bodies: list[str] = []
        for one in self.devices:
            known = one.store.journals.known()
            bodies += [c.entry.body for j in known for c in one.store.journals.entries(j)]
            bodies += [w.entry.body for w in one.store.outbox.all()]
        assert all(read_fact(one) is not None for one in bodies)
        return json.dumps(bodies, ensure_ascii=False)

    def secrets(self) -> dict[str, bytes]:
        """What opens things: keys, tokens, codes and passwords, by what they are."""
        found = {f"code {n}": one.encode() for n, one in enumerate(self.codes)}
        found |= {"PIN": PIN.encode(), "wrong PIN": WRONG_PIN.encode()}
        for n, one in enumerate(self.devices):
            tokens = one.client.session.tokens
            if tokens is not None:
                found |= {f"refresh {n}": tokens.refresh.encode()}
                found |= {f"access {n}": tokens.access.encode()}
        for name, value in self.pocket.secrets.values.items():
            if len(value) == 64:
                found |= {f"key {name}": value.encode(), f"raw key {name}": bytes.fromhex(value)}
        found |= {"browser's key": _COOKIE, "browser's key in hex": _COOKIE.hex().encode()}
        return found

    async def close(self) -> None:
        """Everything is let go of; the world closes its own."""
        await self.browser_lock.close()
        await self.browser.close()
        await self.pocket.close()


@asynccontextmanager
async def people_of(world: World, flock: Flock, watch: Watch) -> AsyncIterator[People]:
    """They come in, and go in the end."""
    people = People(world, flock, watch)
    await people.come_in()
    try:
        yield people
    finally:
        await people.close()
