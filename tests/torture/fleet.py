"""Devices as people have them: the whole app without its screens, over sockets, syncing by itself."""

import os
import random
import time
from collections import Counter
from pathlib import Path

import httpx

from mia_companion.app.actions import Actions
from mia_companion.app.opening import open_companion
from mia_companion.app.view import RESTING
from mia_companion.domain.ids import system_clock
from mia_companion.domain.rights import COORDINATOR
from mia_companion.wire.accounts import Invitation, Invite
from tests.example_data import KEY
from tests.torture.proxy import Proxy
from tests.torture.town import EMAIL, PASSWORD

FASTER = 100
"""A second of backing off takes a hundredth."""
DEADLINE = 2.0
"""Seconds that a device waits here for anything: the app waits for twenty, and on the live line for 45."""


class Hasty(httpx.AsyncHTTPTransport):
    """Waits less long, and counts how requests fail."""

    def __init__(self) -> None:
        super().__init__()
        self.met: Counter[str] = Counter()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """One request."""
        deadline = 6 * DEADLINE if request.url.path == "/v1/live" else DEADLINE
        kinds = ("connect", "read", "write", "pool")
        request.extensions["timeout"] = dict.fromkeys(kinds, deadline)
        try:
            return await super().handle_async_request(request)
        except httpx.HTTPError as wrong:
            self.met[type(wrong).__name__] += 1
            raise


class Device:
    """One device behind its own proxy. `written` is the id of every entry that was recorded on it."""

    def __init__(self, folder: Path, name: str, server: int, seed: int) -> None:
        self.random = random.Random(f"{seed} {name}")
        self.name = name
        self.proxy = Proxy(server, self.random, late=1.2 * DEADLINE)
        self.transport = Hasty()
        self.waits: list[tuple[float, float]] = []
        """For each backing off when it began, and how many seconds it would take in life."""
        self.written: list[str] = []
        self.companion = open_companion(
            folder / name / "companion.sqlite",
            KEY,
            f"http://127.0.0.1:{self.proxy.port}",
            clock=system_clock,
            random=os.urandom,
            uniform=self._wait,
            transport=self.transport,
        )
        self.do = Actions(self.companion)

    def _wait(self, least: float, most: float) -> float:
        wait = self.random.uniform(least, most)
        self.waits.append((time.monotonic(), wait))
        return wait / FASTER

    @property
    def people(self) -> list[str | None]:
        """Whom it may write about: None is oneself."""
        view = self.companion.view
        return list(view.participants) if view.role == COORDINATOR else [None]

    def write(self, count: int) -> None:
        """So many taps."""
        do, numbered = self.do, len(self.written)
        for number in range(numbered, numbered + count):
            who, words = self.random.choice(self.people), f"{self.name} {number}"
            what = self.random.random()
            if what < 0.4:
                done = do.messages.write(words, participant=who)
            elif who is not None:
                done = do.messages.note(words, who) if what < 0.7 else do.path.suggest(words, who)
            elif what < 0.7:
                done = do.path.plan_step(words, private=what < 0.5)
            else:
                done = do.path.record_good(words)
            assert done, done
            self.written.append(done.entry)

    async def begin(self, code: str = "", email: str = EMAIL) -> None:
        """Come in, with a code or with a password, and sync by itself from now on."""
        await self.proxy.open()
        access = self.do.access
        assert await (access.enrol(code) if code else access.sign_in(email, PASSWORD)) == ""
        self.companion.start()

    async def let_in(self, name: str, *phones: "Device") -> None:
        """Make room for a new participant, who comes in with these, one after the other."""
        invited = await self.do.access.invite(name)
        assert isinstance(invited, Invitation)
        for one in phones:
            await one.begin(invited.code)
            again = Invite(participant=invited.participant)
            invited = await self.companion.client.invite(again)

    async def close(self) -> None:
        """Close everything."""
        await self.companion.close()
        await self.proxy.close()

    @property
    def is_even(self) -> bool:
        """Whether nothing waits here, and the last run said so."""
        view = self.companion.view
        return view.sync.phase == RESTING and not self.companion.store.outbox.all()
