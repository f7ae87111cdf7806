"""What waits is done together, and what one asks for harms no other."""

import asyncio
from collections.abc import Sequence

import pytest

from mia_companion.server.groups import Groups


class Work:
    """Doubles numbers a group at a time; a group can be made to wait, and numbers to fail."""

    def __init__(self) -> None:
        self.groups: list[list[int]] = []
        self.goes_on = asyncio.Event()
        self.bad: dict[int, Exception] = {}

    async def __call__(self, asked: Sequence[int]) -> Sequence[int | Exception]:
        self.groups.append(list(asked))
        await self.goes_on.wait()
        for one in asked:
            if one in self.bad:
                raise self.bad[one]
        return [ValueError(f"{one}") if one < 0 else one * 2 for one in asked]


async def _asked(groups: Groups[int, int], *numbers: int) -> list[asyncio.Task[int]]:
    tasks = [asyncio.create_task(groups.ask(one)) for one in numbers]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    return tasks


async def test_what_comes_while_a_group_is_done_makes_up_the_next() -> None:
    work = Work()
    groups: Groups[int, int] = Groups(work, most=10)
    first = await _asked(groups, 1)
    later = await _asked(groups, 2, 3, 4)
    work.goes_on.set()
    assert await asyncio.gather(*first, *later) == [2, 4, 6, 8]
    assert work.groups == [[1], [2, 3, 4]]


async def test_a_group_holds_no_more_than_it_may_and_what_weighs_most_is_alone() -> None:
    work = Work()
    groups: Groups[int, int] = Groups(work, most=5, weigh=lambda one: one)
    first = await _asked(groups, 1)
    later = await _asked(groups, 2, 3, 1, 5, 9, 1)
    work.goes_on.set()
    assert await asyncio.gather(*first, *later) == [2, 4, 6, 2, 10, 18, 2]
    assert work.groups == [[1], [2, 3], [1], [5], [9], [1]]


async def test_one_that_fails_is_told_so_alone_and_the_others_have_their_answers() -> None:
    work = Work()
    work.goes_on.set()
    work.bad[3] = RuntimeError("three")
    groups: Groups[int, int] = Groups(work, most=10)
    found = await asyncio.gather(*[groups.ask(n) for n in (1, 2, 3, 4)], return_exceptions=True)
    assert found[:2] == [2, 4]
    assert isinstance(found[2], RuntimeError)
    assert found[3] == 8


async def test_an_exception_in_the_place_of_an_answer_is_raised_to_its_asker() -> None:
    work = Work()
    work.goes_on.set()
    groups: Groups[int, int] = Groups(work, most=10)
    found = await asyncio.gather(groups.ask(-1), groups.ask(1), return_exceptions=True)
    assert isinstance(found[0], ValueError)
    assert found[1] == 2
    assert len(work.groups) <= 2  # and nothing was done twice for it


async def test_what_befalls_all_alike_is_tried_once_and_told_to_all() -> None:
    work = Work()
    groups: Groups[int, int] = Groups(work, most=10, alike=(OSError,))
    first = await _asked(groups, 1)
    later = await _asked(groups, 2, 3, 4)
    work.bad[3] = OSError("no room")
    work.goes_on.set()
    found = await asyncio.gather(*first, *later, return_exceptions=True)
    assert found[0] == 2
    assert [type(one) for one in found[1:]] == [OSError] * 3
    assert work.groups == [[1], [2, 3, 4]]


async def test_who_no_longer_waits_keeps_nobody_from_an_answer() -> None:
    work = Work()
    groups: Groups[int, int] = Groups(work, most=10)
    first = await _asked(groups, 1)
    gone, stays = await _asked(groups, 2, 3)
    gone.cancel()
    with pytest.raises(asyncio.CancelledError):
        await gone
    work.goes_on.set()
    assert await asyncio.gather(*first, stays) == [2, 6]
    assert work.groups == [[1], [2, 3]]  # what was asked for is done
