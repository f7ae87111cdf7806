"""How the demo is told: everyone's app, with the clock set back.

Everyone speaks to the real server through the real sync; only the clock is set back, so that steps
and messages lie on the days on which they would have happened.
"""

import random
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from mia_companion.app.actions import Actions
from mia_companion.app.companion import Companion
from mia_companion.app.opening import open_companion

ZONE = ZoneInfo("Europe/Stockholm")


class StoryClock:
    """Stands where the story is."""

    def __init__(self, today: datetime) -> None:
        self.today = today.astimezone(ZONE).date()
        self.at = today

    def __call__(self) -> datetime:
        """The story's now, aware UTC."""
        self.at += timedelta(seconds=7)
        return self.at

    def go(self, days: int, hour: int, minute: int = 0) -> datetime:
        """Stand `days` from today at that hour in Sweden; the time, aware UTC."""
        there = datetime.combine(self.today + timedelta(days=days), time(hour, minute), ZONE)
        self.at = there.astimezone(UTC)
        return self.at


@dataclass
class Teller:
    """One person's app in the story."""

    companion: Companion
    do: Actions

    async def sync(self) -> None:
        """Let everything travel."""
        await self.companion.engine.sync()
        await self.companion.carrier.carry()


Random = Callable[[int], bytes]


@asynccontextmanager
async def app_of(server: str, clock: StoryClock, seed: Random) -> AsyncIterator[Teller]:
    """An app in a folder that vanishes with it."""
    with tempfile.TemporaryDirectory() as folder:
        companion = open_companion(
            Path(folder) / "app.sqlite",
            seed(32),
            server,
            clock=clock,
            random=seed,
            uniform=random.uniform,
        )
        try:
            yield Teller(companion, Actions(companion))
        finally:
            await companion.close()
