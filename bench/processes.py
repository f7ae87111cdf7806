"""One, two and four backends on one PostgreSQL: what they do together, until the cores are spent.

Everybody may use every core: backends, PostgreSQL, and the load, whose shares are told. And a nudge from
one process to another: pushed at the first, seen by a live line at the second.
"""

import asyncio
import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

import uvloop

from bench.device import Device
from bench.engines import busy_postgres, everywhere, postgres
from bench.figures import Figure, duration
from bench.filled import Filled, Plan
from bench.filling import fill
from bench.peers.load import Client, Taken, run
from bench.served import Served, served
from bench.talking import line_to, listen_to
from bench.timing import quantile
from mia_companion.domain.ids import Ids, system_clock
from mia_companion.server.settings import Settings

COUNTS = (1, 2, 4)
CLIENTS = 32
SECONDS, ROUNDS = 4.0, 5
NUDGES = 300
NEW = 10


@dataclass(frozen=True, slots=True)
class Together:
    """Requests a second, and the cores that each took, of those there are."""

    rate: float
    p99: float
    backends: float
    database: float
    load: float

    def said(self) -> str:
        """The shares."""
        return (
            f"{self.rate:.0f}/s, cores: backends {self.backends:.2f}, PostgreSQL "
            f"{self.database:.2f}, load {self.load:.2f}"
        )


def figures() -> Iterator[Figure]:
    """Push and pull with each count of processes, in turns; then the nudge."""
    with postgres() as database, tempfile.TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder), database_url=database("together"))
        everywhere(settings.url)
        filled = fill(settings, Plan(participants=2 * CLIENTS, entries=200 * CLIENTS))
        cores = set(range(os.cpu_count() or 1))
        with ExitStack() as stack:
            servers = [
                stack.enter_context(served(settings, cores=cores)) for _ in range(max(COUNTS))
            ]
            devices = [
                Device(filled, one, Ids(system_clock, os.urandom)) for one in filled.participants
            ]
            # Pulled first: what is pushed afterwards would be new, too.
            for what, asked in ((f"Pull {NEW} new", _pulls), ("Push 1 entry", _pushes)):
                clients = [partial(asked, one) for one in devices[:CLIENTS]]
                yield from _compare(what, servers, settings.url, clients)
            for what, to in (("the same", servers[0]), ("another", servers[1])):
                crossed = _nudges(filled, devices[0], servers[0], to)
                yield Figure(
                    f"From a push sent to the nudge, live line at {what} process, PostgreSQL",
                    duration(median(crossed)),
                    duration(quantile(crossed, 0.99)),
                )


def _compare(
    what: str, servers: Sequence[Served], url: str, clients: Sequence["partial[Client]"]
) -> Iterator[Figure]:
    kept: list[list[Together]] = []
    for _ in range(ROUNDS + 1):
        kept.append([_together(servers[:count], url, clients) for count in COUNTS])
    kept.pop(0)
    for n, count in enumerate(COUNTS):
        mine = [one[n] for one in kept]
        ratio = median(one[n].rate / one[0].rate for one in kept)
        middle = sorted(mine, key=lambda one: one.rate)[len(mine) // 2]
        print(f"  {what}, {count}: {middle.said()}, {ratio:.2f} ×", file=sys.stderr, flush=True)
        yield Figure(
            f"{what}, {CLIENTS} clients, {count} process{'es' if count > 1 else ''}, PostgreSQL",
            f"{middle.rate:.0f}/s",
            duration(median(one.p99 for one in mine)),
            floor=f"{median(one[0].rate for one in kept):.0f}/s" if n else "",
            ratio=ratio if n else None,
        )


def _together(
    servers: Sequence[Served], url: str, clients: Sequence["partial[Client]"]
) -> Together:
    """The clients spread over the servers, all at once; a thread for each server."""
    before = [one.busy for one in servers], busy_postgres(url), time.process_time()
    took: list[Taken] = [Taken() for _ in servers]

    def load(n: int) -> None:
        took[n] = run(servers[n].port, [one() for one in clients[n :: len(servers)]], SECONDS)

    threads = [threading.Thread(target=load, args=(n,)) for n in range(len(servers))]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    each = [t for one in took for t in one.each]
    seconds = max(one.seconds for one in took)
    return Together(
        rate=len(each) / seconds,
        p99=quantile(each, 0.99),
        backends=sum(one.busy - was for one, was in zip(servers, before[0], strict=True)) / seconds,
        database=(busy_postgres(url) - before[1]) / seconds,
        load=(time.process_time() - before[2]) / seconds,
    )


def _pushes(device: Device) -> Client:
    while True:
        body = yield device.push()
        if b'"accepted"' not in body:
            raise RuntimeError("a server did not take an entry")


def _pulls(device: Device) -> Client:
    person = device.person
    asked = device.pull({person.shared: person.head - NEW})
    while True:
        yield asked


def _nudges(filled: Filled, device: Device, at: Served, to: Served) -> list[float]:
    return uvloop.run(_nudge(filled, device, at, to))


async def _nudge(filled: Filled, device: Device, at: Served, to: Served) -> list[float]:
    """Seconds from sending each push until the line at the other process tells of it."""
    came = asyncio.Event()
    times: list[float] = []
    reader = Device(filled, filled.coordinators[0], Ids(system_clock, os.urandom))
    live = await listen_to(to.port, reader.listen(), lambda *_: came.set())
    line = await line_to(at.port)
    for n in range(NUDGES + 20):
        came.clear()
        began = time.perf_counter()
        asking = asyncio.create_task(line.ask(device.push()))
        async with asyncio.timeout(10):
            await came.wait()
        if n >= 20:
            times.append(time.perf_counter() - began)
        await asking
    live.close()
    line.close()
    return times
