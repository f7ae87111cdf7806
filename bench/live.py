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
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import uvloop

from bench.figures import Figure, duration, table
from bench.live_load import Stream
from bench.live_subjects import Subject, floor, ours
from bench.timing import quantile

STREAMS, EVENTS = 500, 20
ROUNDS, WRITES = 6, 100
_BEFORE = 20


@dataclass(frozen=True, slots=True)
class Seen:
    """Seconds from sending a write: until it was answered, the event read, the record there."""

    answered: list[float] = field(default_factory=list)
    nudged: list[float] = field(default_factory=list)
    there: list[float] = field(default_factory=list)


async def seen(*subjects: Subject, rounds: int = ROUNDS, each: int = WRITES) -> list[Seen]:
    """One writer who waits until all is done, and one subscriber; subjects take turns in each round.

    The first round is not counted.
    """
    streams = []
    for one in subjects:
        streams.append(await one.stream(0))
    found = [Seen() for _ in subjects]
    for number in range(rounds + 1):
        for one, stream, times in zip(subjects, streams, found, strict=True):
            await one.ready()
            for _ in range(each):
                took = await _once(one, stream)
                if number:
                    for kept, seconds in zip(
                        (times.answered, times.nudged, times.there), took, strict=True
                    ):
                        kept.append(seconds)
    for stream in streams:
        stream.close()
    return found


async def _once(subject: Subject, stream: Stream) -> tuple[float, float, float]:
    began = time.perf_counter()
    written = asyncio.create_task(_timed(subject.write(), began))
    while not subject.is_news(await stream.event()):
        pass
    nudged = time.perf_counter() - began
    await subject.fetch()
    there = time.perf_counter() - began
    answered = await written
    await subject.fetch()  # untimed, as a device does: the server learns how far it has read
    return answered, nudged, there


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
        some = await asyncio.gather(*(subject.stream(number) for number in range(_BEFORE)))
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
    with (
        tempfile.TemporaryDirectory() as name,
        floor(Path(name)) as bare,
        ours(Path(name) / "server", STREAMS) as subject,
    ):
        mine, under = uvloop.run(seen(subject, bare))
        heavy, light = uvloop.run(memory(subject)), uvloop.run(memory(bare))
    below = under.nudged
    for what, times in (
        ("answered to its writer", mine.answered),
        ("nudge read by a subscriber", mine.nudged),
        ("entry there by the pull that follows", mine.there),
    ):
        yield Figure(
            what=f"A write on SQLite, {what}",
            median=duration(median(times)),
            p99=duration(quantile(times, 0.99)),
            floor=f"{duration(median(below))}, p99 {duration(quantile(below, 0.99))}",
            ratio=median(times) / median(below),
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
