"""The country's Monday morning: 20,000 participants and 1,300 coordinators, on one core.

The server on core 0, everybody on core 1. What is counted begins when those who are there from the
beginning have come in.
"""

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import uvloop

from bench.engines import ENGINES
from bench.figures import Figure, duration, table
from bench.filled import Filled, Plan
from bench.filling import fill
from bench.morning import Morning, Rates
from bench.online import Heard
from bench.peers.processes import on_load_core
from bench.served import Served, served
from bench.timing import quantile
from mia_companion.server.settings import Settings

COUNTRY = Plan(participants=20_000, entries=1_000_000, sites=80, coordinators=1_300, followed_by=4)
"""Eighty sites of 250, each participant followed by four of the site's coordinators: a caseload of 61."""
SECONDS = 120.0
MORE = (2, 4, 8)
REACH_P95, REACH_GROWTH = 0.2, 1.05


@dataclass(frozen=True, slots=True)
class Came:
    """What came of a morning."""

    heard: Heard
    seconds: float
    busy: float
    before: int
    after: int

    @property
    def all(self) -> list[float]:
        """Seconds of every request."""
        return [one for each in self.heard.each.values() for one in each]

    @property
    def rate(self) -> float:
        """Requests a second."""
        return len(self.all) / self.seconds

    def lines(self) -> Iterator[str]:
        """A line for each kind of request."""
        for kind, each in sorted(self.heard.each.items(), key=lambda one: -len(one[1])):
            yield (
                f"{kind:20} {len(each):6} {len(each) / self.seconds:6.2f}/s  median "
                f"{duration(median(each))}, p95 {duration(quantile(each, 0.95))}, "
                f"p99 {duration(quantile(each, 0.99))}"
            )


def morning(server: Served, filled: Filled, rates: Rates, seconds: float, seed: int) -> Came:
    """Play one. Raises RuntimeError when anything was not answered as it should be."""
    begun: list[tuple[float, float, int]] = []
    play = Morning(server.port, filled, rates, seed)

    def warmed() -> None:
        begun.append((time.perf_counter(), server.busy, server.resident))

    uvloop.run(play.run(seconds, warmed))
    began, busy, before = begun[0]
    came = Came(
        play.heard, time.perf_counter() - began, server.busy - busy, before, server.resident
    )
    if play.heard.wrong:
        raise RuntimeError(f"{len(play.heard.wrong)} went wrong: {play.heard.wrong[:5]}")
    return came


def figures(seconds: float = SECONDS, engine: str = "SQLite") -> Iterator[Figure]:
    """Ten times the average rate, and more of it until p95 passes the reach."""
    cores = os.sched_getaffinity(0)
    with (
        ENGINES[engine]() as database,
        tempfile.TemporaryDirectory(prefix="mia-bench-") as name,
    ):
        settings = Settings(data_dir=Path(name) / "server", database_url=database("country"))
        filled = fill(settings, COUNTRY)
        with served(settings, cores={0}) as server:
            on_load_core()
            came = morning(server, filled, Rates(), seconds, seed=1)
            _tell(came)
            yield from _figures(f"Monday morning, {engine}", came)
            for more in MORE:
                came = morning(server, filled, Rates().times(more), 45.0, seed=more)
                _tell(came)
                yield _p95(f"Monday morning {more} times over, {engine}", came)
                if quantile(came.all, 0.95) > REACH_P95:
                    break
    os.sched_setaffinity(0, cores)


def _tell(came: Came) -> None:
    heard = came.heard
    print(
        f"{came.rate:.1f} requests/s in {came.seconds:.0f} s, {heard.online} online at the end, "
        f"{heard.entries / came.seconds:.2f} entries/s, core {came.busy / came.seconds:.0%}, "
        f"{heard.received / came.seconds / 1024:.0f} KiB/s, memory {came.before / 2**20:.1f} -> "
        f"{came.after / 2**20:.1f} MiB",
        *came.lines(),
        sep="\n  ",
        file=sys.stderr,
        flush=True,
    )


def _figures(what: str, came: Came) -> Iterator[Figure]:
    yield _p95(what, came)
    yield Figure(
        f"{what}: from a tap until another has it",
        duration(median(came.heard.seen)),
        duration(quantile(came.heard.seen, 0.99)),
    )
    yield Figure(f"{what}: the server's core", f"{came.busy / came.seconds:.0%}")
    yield Figure(
        f"{what}: memory at the end",
        f"{came.after / 2**20:.0f} MiB",
        floor=f"{came.before / 2**20:.0f} MiB",
        ratio=came.after / came.before,
        reach=REACH_GROWTH,
    )


def _p95(what: str, came: Came) -> Figure:
    p95 = quantile(came.all, 0.95)
    return Figure(
        f"{what}: p95 at {came.rate:.0f} requests/s",
        duration(p95),
        duration(quantile(came.all, 0.99)),
        floor=duration(REACH_P95),
        ratio=p95 / REACH_P95,
        reach=1.0,
    )


if __name__ == "__main__":
    print(table(list(figures(30 * 60, *sys.argv[1:]))))
