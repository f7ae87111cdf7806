"""The same lives at the real server, whose every answer is held to the model's."""

import shutil
from pathlib import Path

import pytest

from tests.torture.at_once import a_loop
from tests.torture.chance import by_chance, live
from tests.torture.deeds import Story
from tests.torture.directed import DIRECTED
from tests.torture.life import Life
from tests.torture.people import PLAIN
from tests.torture.printed import Told
from tests.torture.real_service import Town, a_town
from tests.torture.seeded_server_faults import SERVER_FAULTS
from tests.torture.sizes import times

LIVES = times(12, 1_000)
FEW = 10
"""Lives within which a fault in the server is caught."""
_SHORT_PAGE = 2

pytestmark = pytest.mark.slow


async def _live(town: Town, folder: Path, story: Story, limit: int | None) -> int:
    """How many answers were compared."""
    service = await town.people(limit)
    await live(Life(service, folder, theme=story.theme, days_off=story.days_off), story)
    shutil.rmtree(folder)
    return service.compared


@pytest.mark.timeout(times(600, 3_600))
def test_the_real_server_answers_as_the_model_does(tmp_path: Path, tell: Told) -> None:
    async def lives() -> int:
        compared = 0
        async with a_town(tmp_path) as town:
            for number in range(LIVES):
                limit = _SHORT_PAGE if number % 2 else None
                story = by_chance(PLAIN, number)
                try:
                    compared += await _live(town, tmp_path / f"life-{number}", story, limit)
                except BaseException:
                    print(f"life {number}, pages of {limit}: {story}")
                    raise
        return compared

    with a_loop() as loop:
        compared = loop.run(lives())
    assert compared > LIVES
    tell(
        3,
        "the same at the real server on SQLite, each answer beside the model's",
        f"{LIVES:,} lives, {compared:,} answers",
        "one picture on all, and no answer that the model would not have given",
    )


@pytest.mark.timeout(times(300, 3_600))
def test_each_fault_in_the_server_is_caught(tmp_path: Path, tell: Told) -> None:
    async def lives(folder: Path) -> int | None:
        async with a_town(folder) as town:
            told = (story for story in DIRECTED if story.style == PLAIN)
            stories = [*told, *(by_chance(PLAIN, number) for number in range(FEW))]
            for number, story in enumerate(stories, 1):
                try:
                    await _live(town, folder / f"life-{number}", story, None)
                except Exception:  # whatever a fault makes of it
                    return number
        return None

    found: dict[str, int] = {}
    with a_loop() as loop:
        for number, (what, seed) in enumerate(list(SERVER_FAULTS.items())[:: times(2, 1)]):
            with pytest.MonkeyPatch.context() as patch:
                seed(patch)
                lived = loop.run(lives(tmp_path / f"{number}"))
            assert lived is not None, f"not caught: {what}"
            found[what] = lived
    tell(
        3,
        "a fault seeded in the server, one at a time",
        f"{len(found)} faults",
        f"{len(found)} caught, each within {max(found.values())} lives",
    )
