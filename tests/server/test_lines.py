"""Who is told what, on lines that take it and on lines that do not."""

import asyncio
import json
import random
from collections.abc import Coroutine
from typing import Any

import pytest

from mia_companion.domain.rights import PARTICIPANT
from mia_companion.server.access import Caller
from mia_companion.server.eager import begun
from mia_companion.server.live import Hub
from mia_companion.server.subscription import Subscription


class Line:
    """What a device was sent. While it is full, writing waits."""

    def __init__(self, hub: Hub, name: str, *journals: str) -> None:
        self.came: list[bytes] = []
        self.takes = asyncio.Event()
        self.takes.set()
        self.breaks = False
        self.one = Subscription(Caller(name, PARTICIPANT, "s", "d"), self.write, b"retry: 1\n\n")
        hub.add(self.one)
        hub.follow(self.one, dict.fromkeys(journals, 0))

    async def write(self, event: bytes) -> None:
        if not self.takes.is_set():
            await self.takes.wait()
        if self.breaks:
            raise OSError
        self.came.append(event)

    def nudges(self) -> list[tuple[str, int]]:
        lines = b"".join(self.came).decode().splitlines()
        said = [json.loads(line[6:]) for line in lines if line.startswith("data: ")]
        return [(one["journal"], one["seq"]) for one in said]


async def settle() -> None:
    """Let the loop turn until nothing is left to do."""
    for _ in range(20):
        await asyncio.sleep(0)


async def test_nothing_is_written_before_the_stream_has_begun() -> None:
    hub = Hub()
    line = Line(hub, "a", "j")
    hub.publish({"j": 1})
    hub.publish({"j": 2})
    await settle()
    assert line.came == []
    line.one.flush()
    assert line.came[0].startswith(b"retry: 1\n\nevent: nudge\n")
    assert line.nudges() == [("j", 2)]


async def test_everyone_is_told_once_a_turn_of_the_newest() -> None:
    hub = Hub()
    lines = [Line(hub, f"a{n}", "all", f"j{n}") for n in range(200)]
    for line in lines:
        line.one.flush()
    hub.publish({"all": 1, "j7": 5})
    hub.publish({"all": 3, "unheard of": 9})
    hub.publish({"all": 2})
    await settle()
    for number, line in enumerate(lines):
        assert line.nudges() == [("all", 3), *([("j7", 5)] if number == 7 else [])]
        assert len(line.came) == 2, "what waits goes in one piece, after the beginning"


async def test_a_line_that_is_full_holds_up_nobody_and_keeps_one_nudge_a_journal() -> None:
    hub = Hub()
    full, other = Line(hub, "full", "j", "k"), Line(hub, "other", "j", "k")
    full.one.flush()
    other.one.flush()
    full.takes.clear()
    for seq in range(1, 1001):
        hub.publish({"j": seq, "k": 2 * seq})
        hub.keep_warm()
        await asyncio.sleep(0)
    await settle()
    assert other.nudges()[-1] == ("k", 2000)
    assert full.nudges() == []
    assert len(full.one._kept or ()) == 3, "two journals, and that the line is warm"
    full.takes.set()
    await settle()
    assert full.nudges()[-2:] == [("j", 1000), ("k", 2000)]
    assert len(full.nudges()) == 4, "what was under way, and the newest"
    hub.publish({"j": 1001})
    await settle()
    assert full.nudges()[-1] == ("j", 1001)


@pytest.mark.parametrize("while_full", [False, True])
async def test_a_line_that_breaks_ends_and_harms_no_other(while_full: bool) -> None:
    hub = Hub()
    broken, other = Line(hub, "broken", "j"), Line(hub, "other", "j")
    ended: list[str] = []
    for line in (broken, other):
        line.one.flush()
        line.one.when_ended(lambda who=line.one.caller.account: ended.append(who))  # type: ignore[misc]
    broken.breaks = True
    if while_full:
        broken.takes.clear()
    hub.publish({"j": 1})
    await settle()
    broken.takes.set()
    await settle()
    assert (ended, other.nudges()) == (["broken"], [("j", 1)])
    hub.drop(broken.one)
    hub.publish({"j": 2})
    await settle()
    assert (ended, other.nudges()[-1]) == (["broken"], ("j", 2))
    hub.drop(other.one)
    assert hub.heads == {}, "nobody's journals are looked at no more"


async def test_a_stream_that_ended_before_it_stood_is_told_so() -> None:
    hub, ended = Hub(), []
    line = Line(hub, "a", "j")
    hub.end_all()
    line.one.when_ended(lambda: ended.append(1))
    hub.end_all()
    line.one.flush()
    assert (ended, line.came) == ([1], [])


async def test_followers_are_whoever_was_last_said_to_be() -> None:
    hub, chance = Hub(), random.Random(5)
    lines = [Line(hub, f"a{n}") for n in range(6)]
    for line in lines:
        line.one.flush()
    follows: dict[int, set[str]] = {n: set() for n in range(6)}
    for seq in range(1, 300):
        number = chance.randrange(6)
        follows[number] = set(chance.sample("jklm", chance.randrange(5)))
        hub.follow(lines[number].one, dict.fromkeys(follows[number], 0))
        await settle()
        for line in lines:
            line.came.clear()
        hub.publish(dict.fromkeys("jklm", seq))
        await settle()
        for n, line in enumerate(lines):
            assert {journal for journal, _ in line.nudges()} == follows[n]
        assert hub.heads.keys() == set().union(*follows.values())


async def test_work_that_waits_for_nothing_needs_no_task() -> None:
    done: list[Any] = []
    gate: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    async def at_once() -> None:
        done.append("at once")

    async def waits() -> None:
        await asyncio.sleep(0)
        done.append(await gate)

    async def fails() -> None:
        await asyncio.sleep(0)
        raise KeyError

    async def tidies() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            done.append("tidied")

    def rest(work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        left = begun(work)
        assert left is not None
        return asyncio.ensure_future(left)

    assert begun(at_once()) is None
    waiting, failing, cancelled = rest(waits()), rest(fails()), rest(tidies())
    await settle()
    assert done == ["at once"]
    gate.set_result(3)
    await waiting
    with pytest.raises(KeyError):
        await failing
    cancelled.cancel()
    with pytest.raises(asyncio.CancelledError):
        await cancelled
    assert done == ["at once", 3, "tidied"]
