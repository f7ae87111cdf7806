"""A participant's companion without a network: signed in, with something in each journal."""

import asyncio
from pathlib import Path

import httpx

from mia_companion.app.actions import Actions
from mia_companion.app.companion import Companion
from mia_companion.app.opening import open_companion
from tests.example_data import (
    KEY,
    OWN_JOURNAL,
    FixedClock,
    confirmed,
    entry,
    goal,
    held,
    seeded,
    step,
)
from tests.sync.scripted import TOKENS


def _nobody(request: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("no network", request=request)


class Solo:
    """`companion` and `do`, and a store that can be opened again."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._runs = 0
        self.clock = FixedClock()
        self.open()
        self.companion.client.session.keep(TOKENS)
        store = self.companion.store
        shared = [entry(goal(), "shared-1"), entry(step(), "shared-2")]
        store.journals.add(held(), [confirmed(e, n) for n, e in enumerate(shared, 1)])
        own = [
            entry(goal("goal-own"), "own-0001", journal=OWN_JOURNAL),
            entry(step("step-own"), "own-0002", journal=OWN_JOURNAL),
        ]
        pages = [confirmed(e, n) for n, e in enumerate(own, 1)]
        store.journals.add(held(OWN_JOURNAL, "own"), pages)
        self.companion.reload()

    def open(self) -> None:
        """Open the store, as when the app starts."""
        self._runs += 1
        self.companion: Companion = open_companion(
            self._path,
            KEY,
            "http://server.test",
            clock=self.clock,
            random=seeded(self._runs),
            uniform=lambda a, b: b,
            transport=httpx.MockTransport(_nobody),
        )
        self.do = Actions(self.companion)

    def close(self) -> None:
        """Let go of the store."""
        asyncio.run(self.companion.close())

    def reopen(self) -> None:
        """The app is closed and started again."""
        self.close()
        self.open()
