"""The demo, told once, with a half-year published, so that every screen has something to show."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from mia_companion.demo.people import ANNA
from mia_companion.demo.scene import Scene, open_scene
from mia_companion.demo.story import signed_in
from mia_companion.demo.tellers import StoryClock
from tests.journeys.stage import free_port
from tools.walk.coordinator import half_year_before


@asynccontextmanager
async def told(folder: Path) -> AsyncIterator[Scene]:
    """The demo as it is today, running in `folder`. Raises SystemExit when it cannot be told."""
    async with open_scene(folder, free_port(), datetime.now(UTC)) as scene:
        await _publish(scene)
        yield scene


async def _publish(scene: Scene) -> None:
    """The half-year that is over, so that there is something to read for those who pay."""
    clock = StoryClock(datetime.now(UTC))
    async with signed_in(scene.address, clock, os.urandom, ANNA) as anna:
        found = await anna.do.results.look(half_year_before())
        if isinstance(found, str) or found.outside is None:
            raise SystemExit(f"Nothing to publish: {found}")
        if problem := await anna.do.results.publish(found.outside):
            raise SystemExit(problem)
