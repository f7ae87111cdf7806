"""Cost follows the change, not what lies there: the same small pull and push with little and with very
much in the database.

One server for each size, all on core 0, the client on core 1, one request at a time, the sizes in turns.
The floor of each row is the smallest size of its kind.
"""

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.device import Device
from bench.engines import ENGINES
from bench.figures import Figure, duration
from bench.filled import Filled, Plan
from bench.filling import fill
from bench.peers.load import Client, run
from bench.peers.processes import on_load_core
from bench.served import served
from bench.timing import quantile
from mia_companion.domain.ids import Ids, system_clock
from mia_companion.server.settings import Settings

SIZES = ((10, 100), (10, 10_000), (10, 1_000_000), (10, 20_000), (1_000, 20_000), (20_000, 20_000))
"""Journals with entries in them, and entries in all; thrice as many journals stand empty beside them."""
FLOORS = (0, 0, 0, 3, 3, 3)
"""With which of the sizes each is compared: entries grow in the first three, journals in the others."""
NEW = 10
REACH = 1.3
ROUNDS, PULLS, PUSHES = 40, 15, 6
"""Requests for each size in a round: few, so that what else the computer does befalls all sizes alike,
and of pushes so few that the smallest size stays small."""


@dataclass(slots=True)
class _Case:
    size: tuple[int, int]
    port: int
    device: Device
    filled: Filled

    @property
    def name(self) -> str:
        journals, entries = self.size
        return f"{entries:,} entries in {journals:,} journals"

    def pulls(self) -> Client:
        """As many pulls of what is new as a round has."""
        person = self.filled.participants[0]
        said = self.device.pull({person.shared: person.head - NEW})
        for _ in range(PULLS):
            yield said

    def pushes(self) -> Client:
        """As many pushes of one entry."""
        for _ in range(PUSHES):
            body = yield self.device.push()
            if b'"accepted"' not in body:
                raise RuntimeError("the server did not take an entry")


def figures(sizes: Sequence[tuple[int, int]] = SIZES) -> Iterator[Figure]:
    """Both engines, pull and push, every size."""
    cores = os.sched_getaffinity(0)
    for engine in ENGINES:
        with ExitStack() as stack:
            cases = _cases(stack, engine, sizes)
            on_load_core()
            for what, asked in (
                (f"Pull {NEW} new", _Case.pulls),
                ("Push 1 entry", _Case.pushes),
            ):
                yield from _compare(f"{what}, {engine}", cases, asked)
        os.sched_setaffinity(0, cores)


def _cases(stack: ExitStack, engine: str, sizes: Sequence[tuple[int, int]]) -> list[_Case]:
    database = stack.enter_context(ENGINES[engine]())
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="mia-bench-")))
    cases = []
    for journals, entries in sizes:
        name = f"of_{journals}_{entries}"
        settings = Settings(data_dir=folder / name, database_url=database(name))
        filled = fill(settings, Plan(journals, entries, first=2 * NEW))
        port = stack.enter_context(served(settings, cores={0})).port
        device = Device(filled, filled.participants[0], Ids(system_clock, os.urandom))
        cases.append(_Case((journals, entries), port, device, filled))
    return cases


def _compare(what: str, cases: list[_Case], asked: Callable[[_Case], Client]) -> Iterator[Figure]:
    kept: list[list[list[float]]] = []
    for _ in range(ROUNDS + 1):
        kept.append([run(one.port, [asked(one)], 600).each for one in cases])
    kept.pop(0)
    for n, one in enumerate(cases):
        floor = FLOORS[n]
        yield Figure(
            what=f"{what}, {one.name}",
            median=duration(median(median(each[n]) for each in kept)),
            p99=duration(quantile([t for each in kept for t in each[n]], 0.99)),
            floor=duration(median(median(each[floor]) for each in kept)) if floor != n else "",
            ratio=median(median(each[n]) / median(each[floor]) for each in kept)
            if floor != n else None,
            reach=REACH if floor != n else None,
        )  # fmt: skip
