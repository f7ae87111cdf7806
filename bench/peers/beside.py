"""The table beside others: on SQLite with PocketBase, on PostgreSQL with Kinto, each with its floor."""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

from bench.figures import duration
from bench.peers.cells import KINTO, OURS, megabytes, rate, row
from bench.peers.floors import Floor, floor
from bench.peers.kinto import kinto
from bench.peers.ours import ours
from bench.peers.pocketbase import pocketbase
from bench.peers.postgres import postgres
from bench.peers.processes import on_load_core
from bench.peers.rounds import (
    PULL,
    PUSH,
    SYNC,
    WRITE_MANY,
    WRITE_ONE,
    Measured,
    Work,
    in_turns,
)
from bench.peers.rows import FLOOR, POCKETBASE, Reach, Row
from bench.peers.sides import READERS, Side

SQLITE, POSTGRESQL = "SQLite", "PostgreSQL"
OF_THE_FLOOR = 0.6
"""What is wanted on PostgreSQL, as a share of the floor's rate there."""


def rows(busy: list[float]) -> Iterator[Row]:
    """Every row that goes over HTTP, but those of the live line.

    To `busy` goes, for each, the highest share of a round in which the load's own core had work.
    """
    on_load_core()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        sides: dict[str, Side] = {
            OURS: stack.enter_context(ours(folder / "ours")),
            POCKETBASE: stack.enter_context(pocketbase(folder / "pocketbase")),
            FLOOR: (bare := stack.enter_context(floor(folder / "floor"))),
        }
        yield from _on(SQLITE, sides, bare, busy)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        server = stack.enter_context(postgres())
        mine = server.database("ours", "postgresql+asyncpg")
        sides = {
            OURS: stack.enter_context(ours(folder / "ours", mine)),
            KINTO: stack.enter_context(kinto(folder / "kinto", server.database("kinto"))),
            FLOOR: (bare := stack.enter_context(floor(folder / "floor", server.database("bare")))),
        }
        yield from _on(POSTGRESQL, sides, bare, busy)


def _on(engine: str, sides: Mapping[str, Side], bare: Floor, busy: list[float]) -> Iterator[Row]:
    beside_pocketbase = engine == SQLITE

    def measure(work: Work) -> dict[str, Measured]:
        found = in_turns(sides, work)
        busy.append(max(one.busy for one in found.values()))
        return found

    for work, times in ((WRITE_MANY, 3.0), (WRITE_ONE, 1.0), (PUSH, 8.0), (PULL, 3.0)):
        found = measure(work)
        wanted = Reach(times, POCKETBASE) if beside_pocketbase else Reach(OF_THE_FLOOR, FLOOR)
        rates = {name: one.rates for name, one in found.items()}
        yield row(f"{work.what}, {engine}", rates, rate, wanted)
        if work is WRITE_MANY:
            p99s = {name: [one.p99] for name, one in found.items()}
            third = Reach(1 / 3, POCKETBASE, at_most=True)
            yield row(f"its p99, {engine}", p99s, duration, *([third] if beside_pocketbase else []))
        if work is PULL and beside_pocketbase:
            yield _echo(bare, found[OURS], busy)
    found = measure(SYNC)
    quarter = Reach(0.25, POCKETBASE, at_most=True)
    as_fast = Reach(1 / OF_THE_FLOOR, FLOOR, at_most=True)
    seconds = {name: one.seconds for name, one in found.items()}
    yield row(
        f"{SYNC.what}, {engine}", seconds, duration, quarter if beside_pocketbase else as_fast
    )
    small = Reach(0.3, POCKETBASE, at_most=True)
    sizes = {name: [float(one.received)] for name, one in found.items()}
    yield row(
        f"its bytes on the wire, {engine}",
        sizes,
        megabytes,
        *([small] if beside_pocketbase else []),
    )


def _echo(bare: Floor, pulled: Measured, busy: list[float]) -> Row:
    """As many bytes as those pulls were answered with, from nowhere."""
    size = pulled.received // pulled.answers
    work = Work(PULL.what, lambda _: [bare.echo(size) for _ in range(READERS)])
    found = in_turns({FLOOR: bare}, work)
    busy.append(found[FLOOR].busy)
    what = f"Echo of {size:,} bytes, as that pull answers, bare uvicorn"
    return row(what, {FLOOR: found[FLOOR].rates}, rate, absent={})
