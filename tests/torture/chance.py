"""Lives by chance: the same number gives the same life, whatever else there is in the world."""

import random
import shutil
from itertools import chain
from pathlib import Path

from tests.sync.faults import FAULTS
from tests.torture.deeds import Deed, Story
from tests.torture.directed import DIRECTED
from tests.torture.life import Life
from tests.torture.people import RESTORES, STYLES, Service
from tests.torture.taps import THEMES

NETWORK = tuple(one for one in FAULTS if one != "late")
DAYS_OFF = (0, 0, 200, 3650, -3650)
_WEIGHTS = {
    "tap": 6, "sync": 5, "send": 2, "nudge": 2, "tap meanwhile": 1, "full disk": 1, "restart": 1,
    "clock": 1, "dream": 1,
}  # fmt: skip
_RESTORED = {"back up": 1, "restore": 1}


def deeds_of(style: str) -> list[str]:
    """What can happen in such a life, the frequent more than once."""
    weights = _WEIGHTS | (_RESTORED if style == RESTORES else {})
    return [what for what, weight in weights.items() for _ in range(weight)]


def by_chance(style: str, number: int) -> Story:
    """Some ten deeds, most on the same three devices: only they can be at odds."""
    chance = random.Random(f"{style} {number}")
    kinds, network = deeds_of(style), [*NETWORK, *["fine"] * 8]
    cast = [*chance.sample(range(5), 3), chance.randrange(5)]
    deeds = tuple(
        Deed(
            chance.choice(kinds),
            chance.choice(cast),
            chance.randrange(60),
            tuple(chance.choice(network) for _ in range(chance.randrange(4))),
        )
        for _ in range(chance.randrange(6, 18))
    )
    days_off = tuple(chance.choice(DAYS_OFF) for _ in range(5))
    return Story(style, chance.choice(THEMES), days_off, deeds)


async def live(life: Life, story: Story) -> None:
    """Do all of it and heal; closed when it returns. Raises AssertionError."""
    try:
        for deed in story.deeds:
            await life.do(deed)
        await life.heal()
    finally:
        await life.close()


async def first_caught(folder: Path, style: str, limit: int, series: int = 0) -> int | None:
    """How many lives it takes until something does not hold, the directed ones first; None if all hold."""
    numbers = range(series * 1000, series * 1000 + limit)
    stories = chain(DIRECTED, (by_chance(style, number) for number in numbers))
    for lived, story in enumerate(stories, 1):
        here = folder / "life"
        service = Service(**STYLES[story.style])
        try:
            await live(Life(service, here, theme=story.theme, days_off=story.days_off), story)
        except Exception:  # whatever a fault makes of it
            return lived
        finally:
            shutil.rmtree(here, ignore_errors=True)
    return None
