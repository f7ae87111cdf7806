"""A tap sends while somebody waits; what was read is told, and asked for again, soon after."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from mia_companion.app.companion import Companion
from mia_companion.domain.steps import StepPlanned
from mia_companion.sync.wishes import SOON_SECONDS
from mia_companion.wire.sync import Nudge
from tests.example_data import JOURNAL, confirmed, entry, message
from tests.sync.one_journal import Line, companion, line, record

__all__ = ["companion", "line"]


class Timed:
    """The runner's sleeping, ended by hand."""

    def __init__(self) -> None:
        self.sleeps: list[tuple[float, asyncio.Event]] = []

    async def __call__(self, seconds: float) -> None:
        done = asyncio.Event()
        self.sleeps.append((seconds, done))
        await done.wait()

    def pass_second(self) -> int:
        """How many waited for that."""
        ended = [one for one in self.sleeps if one[0] == SOON_SECONDS and not one[1].is_set()]
        for _, done in ended:
            done.set()
        return len(ended)


async def _settled(companion: Companion) -> None:
    for _ in range(10):  # threads write
        await asyncio.sleep(0.002)
        await companion.engine.at_rest()


async def test_a_tap_sends_now_and_pulls_once_a_second_later(
    companion: Companion, line: Line
) -> None:
    runner, timed = companion.runner, Timed()
    runner._wishes._sleep = timed
    run = asyncio.create_task(runner.run())
    await _settled(companion)
    assert line.asked == ["/v1/pull"]  # the first of all
    for _ in range(3):
        record(companion, line)
        await _settled(companion)
    assert line.asked == ["/v1/pull", *["/v1/push"] * 3]
    assert timed.pass_second() == 1
    await _settled(companion)
    assert line.pulled == [3, 6]
    assert timed.pass_second() == 0
    run.cancel()


@pytest.mark.parametrize(("seq", "at_once", "later"), [(2, [], []), (3, [], [3]), (4, [3], [3, 4])])
async def test_a_nudge_is_as_urgent_as_what_it_tells(
    companion: Companion, line: Line, seq: int, at_once: list[int], later: list[int]
) -> None:
    """What is beyond is fetched now, and that it came is told a second later."""
    runner, timed = companion.runner, Timed()
    runner._wishes._sleep = timed
    nudges: asyncio.Queue[Nudge] = asyncio.Queue()

    async def live() -> AsyncIterator[Nudge]:
        while True:
            yield await nudges.get()

    companion.client.live = live  # type: ignore[method-assign]
    tasks = [asyncio.create_task(work) for work in (runner.run(), runner.follow())]
    await _settled(companion)
    line.pulled.clear()
    if seq > len(line.told):
        line.told.append(confirmed(entry(message(), "elses-0001"), seq))
    nudges.put_nowait(Nudge(journal=JOURNAL, seq=seq))
    await _settled(companion)
    assert line.pulled == at_once
    timed.pass_second()
    await _settled(companion)
    assert line.pulled == later
    for task in tasks:
        task.cancel()


async def test_a_run_that_failed_is_followed_by_a_whole_one(
    companion: Companion, line: Line
) -> None:
    runner, timed = companion.runner, Timed()
    runner._wishes._sleep = timed
    run = asyncio.create_task(runner.run())
    await _settled(companion)
    line.pulled.clear()
    companion.record(JOURNAL, StepPlanned(step_id="new-1", words="Gå ut"))  # is not answered
    await _settled(companion)
    line.accept(companion)
    assert line.pulled == []
    for _, done in timed.sleeps:
        done.set()
    await _settled(companion)
    assert line.pulled[0] == 4
    assert companion.view.outbox == ()
    run.cancel()
