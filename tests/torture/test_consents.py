"""Nothing is passed on outside a consent, whatever the order in which devices speak."""

import asyncio
import random
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

import pytest

from mia_companion.server.login import freshness
from tests.server.databases import SqliteFiles
from tests.server.world import World
from tests.torture.at_once import a_loop
from tests.torture.consent_histories import Counted, History
from tests.torture.consent_model import ConsentModel, disclosed
from tests.torture.consent_people import some_people
from tests.torture.consent_seeded import CONSENT_FAULTS
from tests.torture.printed import Told
from tests.torture.sizes import times

T = TypeVar("T")

HISTORIES = times(150, 10_000)
FEW = 120
"""Histories within which a fault is caught."""
FAULTS = dict(list(CONSENT_FAULTS.items())[: times(2, len(CONSENT_FAULTS))])
_EACH = 10
"""Histories of the same people."""
_DEEDS = (1, 4)

pytestmark = pytest.mark.slow


@asynccontextmanager
async def a_server(folder: Path) -> AsyncIterator[World]:
    world = World(folder, await SqliteFiles(folder).copy_to(folder))
    await world.start()
    await world.furnish()
    try:
        yield world
    finally:
        await world.stop()


async def together(*lives: Coroutine[Any, Any, T]) -> list[T]:
    """Side by side, each to its end; then the first that failed is raised."""
    done = await asyncio.gather(*lives, return_exceptions=True)
    for one in done:
        if isinstance(one, BaseException):
            raise one
    return [one for one in done if not isinstance(one, BaseException)]


async def live(world: World, histories: int, counted: Counted, *, beside: int = 6) -> None:
    """Histories of several people side by side, each at its own seed; in the midst of some, days pass.

    At the end of some people's, their whole journal is looked through once more.
    """
    chance = random.Random(histories)
    for begin in range(0, histories, beside * _EACH):
        people = await together(*(some_people(world) for _ in range(beside)))
        models = [ConsentModel() for _ in people]
        for first in range(begin, begin + beside * _EACH, beside):
            lives = [
                History(who, model, random.Random(number), counted, on_paper=number % 3 == 0)
                for number, who, model in zip(
                    range(first, first + beside), people, models, strict=True
                )
            ]
            await together(*(one.begin() for one in lives))
            await together(*(one.live(one.chance.randint(*_DEEDS)) for one in lives))
            if chance.random() < 0.4:
                world.clock.forward(hours=chance.choice((1, 13, 24)))
                await together(*(one.refresh() for one in people))
            await together(*(one.live(one.chance.randint(*_DEEDS)) for one in lives))
            await together(*(one.end() for one in lives))
        for who in people:
            count, wrong = disclosed(await who.phone.person.read(who.phone.shared))
            counted.looked_through += count
            assert not wrong, wrong


@pytest.fixture
def on_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    """A coordinator takes consents down however long ago they signed in, so that one push holds them and a
    claim."""
    monkeypatch.setattr(freshness, "GRAVE", frozenset())


@pytest.mark.timeout(times(300, 3_600))
@pytest.mark.usefixtures("on_paper")
def test_nothing_is_passed_on_outside_a_consent(tmp_path: Path, tell: Told) -> None:
    counted = Counted()

    async def lives() -> None:
        async with a_server(tmp_path) as world:
            await live(world, HISTORIES, counted)

    with a_loop() as loop:
        loop.run(lives())
    assert counted.looked_through == counted.accepted
    assert min(counted.accepted, counted.with_a_sheet) > HISTORIES / 10
    assert counted.raced > HISTORIES / 100
    claims = counted.accepted + counted.refused
    tell(
        12,
        "Consents given, withdrawn and given again by two devices and a coordinator's, offline, in batches,"
        " in the middle of a sync and at once, with disclosures among them",
        f"{HISTORIES:,} histories, {claims:,} disclosures tried, {counted.with_a_sheet:,} taken with a sheet",
        f"0 outside a consent; {counted.refused:,} refused, each of them rightly",
    )


@pytest.mark.timeout(times(300, 3_600))
@pytest.mark.usefixtures("on_paper")
def test_faults_are_caught(tmp_path: Path, tell: Told) -> None:
    async def faults() -> None:
        async with a_server(tmp_path) as world:
            for what, seed in FAULTS.items():
                with pytest.MonkeyPatch.context() as patch:
                    seed(patch)
                    assert await _is_caught(world), f"not caught: {what}"

    with a_loop() as loop:
        loop.run(faults())
    tell(
        12,
        "a fault seeded in the rules of consents, one at a time",
        f"{len(FAULTS)} faults",
        f"all caught within {FEW} histories",
    )


async def _is_caught(world: World) -> bool:
    try:
        await live(world, FEW, Counted(), beside=3)
    except AssertionError:
        return True
    return False
