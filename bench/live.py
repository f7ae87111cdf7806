"""The live line: how soon a subscriber sees what is written, and what a subscriber costs in memory.

seen      from the moment when the write is sent: until the nudge is read, and until the entry itself is
          there, by the pull that the nudge brings about
memory    growth of the server's resident memory for each of 500 open streams, and again when every one
          of them has been told of 20 events

`python -m bench.live` prints these figures alone.
"""

import asyncio
import os
import tempfile
import time
from collections.abc import Awaitable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import uvloop

from bench.figures import Figure, duration, table
from bench.live_subjects import Subject, floor, ours
from bench.timing import quantile

STREAMS, EVENTS, WRITES = 500, 20, 600
_WARM = 100


@dataclass(frozen=True, slots=True)
class Seen:
    """Seconds from sending a write: until it was answered, the event read, the entry there."""

    answered: list[float]
    nudged: list[float]
    there: list[float]


async def seen(subject: Subject, writes: int = WRITES) -> Seen:
    """One subscriber, one writer who waits until all is done; seconds."""
    await subject.ready()
    stream = await subject.stream(0)
    found = Seen([], [], [])
    for number in range(_WARM + writes):
        began = time.perf_counter()
        written = asyncio.create_task(_timed(subject.write(), began))
        while not subject.is_news(await stream.event()):
            pass
        nudged = time.perf_counter() - began
        await subject.fetch()
        there = time.perf_counter() - began
        answered = await written
        await subject.fetch()  # untimed, as a device does: the server learns how far it has read
        if number >= _WARM:
            found.answered.append(answered)
            found.nudged.append(nudged)
            found.there.append(there)
    stream.close()
    return found


async def _timed(work: Awaitable[None], began: float) -> float:
    await work
    return time.perf_counter() - began


@dataclass(frozen=True, slots=True)
class Grown:
    """Bytes of the server's memory for each stream: when all stand, and when all were told."""

    standing: float
    told: float


async def memory(subject: Subject, streams: int = STREAMS, events: int = EVENTS) -> Grown:
    """Streams open in turn, after some that came and went; then everybody is told of all events."""
    await subject.ready()
    for _ in range(3):
        some = await asyncio.gather(*(subject.stream(number) for number in range(_WARM // 5)))
        await subject.tell_all()
        await asyncio.gather(*(one.event() for one in some))
        for one in some:
            one.close()
        await asyncio.sleep(0.2)
    before = _resident(subject.pid)
    opened = [await subject.stream(number) for number in range(streams)]
    await asyncio.sleep(1)
    standing = _resident(subject.pid)
    await subject.ready()  # anew: the server hangs up on those who say nothing for a while
    for _ in range(events):
        await subject.tell_all()
        await asyncio.gather(*(one.event() for one in opened))
    await asyncio.sleep(1)
    told = _resident(subject.pid)
    for one in opened:
        one.close()
    return Grown((standing - before) / streams, (told - before) / streams)


def _resident(pid: int) -> int:
    pages = Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def figures() -> Iterator[Figure]:
    """Seen by a subscriber, and memory for each of 500."""
    with tempfile.TemporaryDirectory() as name:
        with floor(Path(name)) as bare:
            theirs, light = uvloop.run(seen(bare)), uvloop.run(memory(bare))
        with ours(Path(name) / "server", STREAMS) as subject:
            mine, heavy = uvloop.run(seen(subject)), uvloop.run(memory(subject))
    under = theirs.nudged
    for what, times in (
        ("answered to its writer", mine.answered),
        ("nudge read by a subscriber", mine.nudged),
        ("entry there by the pull that follows", mine.there),
    ):
        yield Figure(
            what=f"A write on SQLite, {what}",
            median=duration(median(times)),
            p99=duration(quantile(times, 0.99)),
            floor=f"{duration(median(under))}, p99 {duration(quantile(under, 0.99))}",
            ratio=median(times) / median(under),
        )
    for what, grown, bottom in (
        ("", heavy.standing, light.standing),
        (f", after {EVENTS} events", heavy.told, light.told),
    ):
        yield Figure(
            what=f"Memory of a live subscriber, {STREAMS} of them{what}",
            median=f"{grown / 1024:.1f} KiB",
            floor=f"{bottom / 1024:.1f} KiB",
            ratio=grown / bottom,
        )


if __name__ == "__main__":
    print(table(list(figures())))
