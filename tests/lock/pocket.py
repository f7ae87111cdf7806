"""A phone in somebody's pocket: its folder, its key store, its clocks, and the app on it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import httpx

from mia_companion.app.actions import Actions
from mia_companion.app.companion import Companion
from mia_companion.app.lock.one_device import OneDevice, one_device
from mia_companion.app.opening import open_companion
from mia_companion.device.local_auth import MemoryLocalAuth
from mia_companion.device.pin import Cost
from mia_companion.device.secrets import MemorySecrets
from mia_companion.domain import rights
from mia_companion.domain.bad_days import BadDayPlanWritten
from mia_companion.domain.directory import CoordinatorListed, HelpNumberListed
from mia_companion.domain.facts import Fact
from mia_companion.domain.people import ParticipantNamed
from mia_companion.store.journals import Held
from mia_companion.ui.start import Screens
from mia_companion.wire.accounts import Tokens
from tests.example_data import (
    COORDINATOR,
    OWN_JOURNAL,
    SITE,
    FixedClock,
    booking,
    confirmed,
    entry,
    goal,
    held,
    message,
    seeded,
    step,
)
from tests.lock.hand import Hand
from tests.sync.scripted import TOKENS

PIN, OTHER_PIN = "270519", "4826"
INSIDE = ("Amina", "Karin Berg", "Orka mer", "Gå ut en stund", "Läkarbesök", "Hur mår du nu")
"""What stands in the plan, and nowhere else."""


def _nobody(request: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("no network", request=request)


class Pocket:
    """`device` is the app's; `start` starts its process anew."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.secrets, self.auth = MemorySecrets(), MemoryLocalAuth()
        self.clock, self.steady = FixedClock(), 1_000.0
        self.transport: httpx.BaseTransport | httpx.AsyncBaseTransport = httpx.MockTransport(
            _nobody
        )
        self._runs = 0

    def make(self, path: Path, key: bytes) -> Companion:
        self._runs += 1
        return open_companion(
            path,
            key,
            "http://server.test",
            clock=self.clock,
            random=seeded(100 + self._runs),
            uniform=lambda a, b: b,
            transport=self.transport,  # type: ignore[arg-type]
        )

    async def start(self) -> None:
        self._runs += 1
        self.device: OneDevice = one_device(
            self.folder,
            self.make,
            clock=self.clock,
            monotonic=lambda: self.steady,
            random=seeded(self._runs),
            cost=Cost(memory=64, passes=1),
        )
        self.device.on_page(self.secrets, self.auth)
        await self.device.begin()

    async def restart(self) -> None:
        await self.close()
        await self.start()

    async def close(self) -> None:
        await self.device.close()
        await self.device.companion.close()

    def pass_by(self, seconds: float) -> None:
        self.clock.now += timedelta(seconds=seconds)
        self.steady += seconds

    @property
    def companion(self) -> Companion:
        return self.device.companion

    @property
    def do(self) -> Actions:
        return Actions(self.companion)

    def live_here(self, tokens: Tokens = TOKENS) -> None:
        """Amina has her plan here, in English."""
        companion = self.companion
        if not companion.view.choices.language:
            self.do.choices.language("en")
        companion.client.session.keep(tokens)
        companion.claim()
        site = rights.JournalInfo(id="journal-site", role=rights.DIRECTORY, site=SITE)
        listed: tuple[Fact, ...] = (
            CoordinatorListed(coordinator_id=COORDINATOR, name="Karin Berg"),
            HelpNumberListed(help_id="help-1", name="Jouren Väster", number="010-000 00 99"),
        )
        own: tuple[Fact, ...] = (BadDayPlanWritten(part="signs", words="Jag sover dåligt"),)
        shared: tuple[Fact, ...] = (
            ParticipantNamed(name="Amina"),
            goal(words="Orka mer"),
            step("step-1", "Gå ut en stund"),
            booking(),
            message(words="Hur mår du nu"),
        )
        for journal, facts in ((held(), shared), (held(OWN_JOURNAL, "own"), own)):
            self._tell(journal.info.id, facts, journal)
        directory = held().model_copy(update={"info": site})
        self._tell("journal-site", listed, directory)
        companion.reload()

    def _tell(self, journal: str, facts: tuple[Fact, ...], where: Held) -> None:
        entries = [
            entry(fact, f"{journal}-{n:05}", journal=journal, author=COORDINATOR)
            for n, fact in enumerate(facts, 1)
        ]
        pages = [confirmed(one, n) for n, one in enumerate(entries, 1)]
        self.companion.store.journals.add(where, pages)

    def files(self) -> list[str]:
        return sorted(one.name for one in self.folder.glob("*"))

    @asynccontextmanager
    async def in_hand(self, route: str = "/") -> AsyncIterator[Hand]:
        async with Hand(route) as hand:
            device = self.device
            screens = Screens(hand.page, self.companion, lock=device)
            device.moved.append(screens.move)
            screens.show()
            await self.device.came(hand.page)
            await hand.settle()
            try:
                yield hand
            finally:
                device.moved.remove(screens.move)
                screens.close()


@asynccontextmanager
async def a_pocket(folder: Path) -> AsyncIterator[Pocket]:
    """With the app started, and Amina's plan in it."""
    pocket = Pocket(folder)
    await pocket.start()
    pocket.live_here()
    try:
        yield pocket
    finally:
        await pocket.close()


def sees_nothing(hand: Hand) -> bool:
    """Whether no word of the plan is on the screen, nor told to a screen reader."""
    return not any(hand.shows(word) for word in (*INSIDE, "osänt"))


async def locked(pocket: Pocket) -> None:
    """Something waits, a PIN is chosen, and the app is started anew."""
    pocket.do.messages.write("osänt")
    await pocket.device.choose(PIN)
    await pocket.restart()
