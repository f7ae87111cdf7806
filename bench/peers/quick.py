"""`python -m bench.peers.quick [seconds]`: ours beside the floor on SQLite, at once and without ceremony."""

import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from bench.peers.floors import floor
from bench.peers.load import Client, Taken, run
from bench.peers.ours import ours
from bench.peers.processes import on_load_core
from bench.peers.sides import BATCH, READERS, WRITERS, Side
from bench.timing import quantile


def main(seconds: float) -> None:
    """One round of each kind of work, after a short one that is not counted."""
    on_load_core()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        mine = stack.enter_context(ours(folder / "ours"))
        bare = stack.enter_context(floor(folder / "floor"))
        sides: dict[str, Side] = {"ours": mine, "floor": bare}
        for what, makes, count in (
            ("write, 32 clients", _writers(WRITERS), 1),
            ("write, 1 client", _writers(1), 1),
            ("push of 100, 1 client", lambda side: [side.batches()], BATCH),
            ("pull 10 of 10,000, 8 clients", _readers, 1),
        ):
            for who, side in sides.items():
                run(side.port, makes(side), min(1.0, seconds / 3))
                _say(f"{what}, {who}", run(side.port, makes(side), seconds), count)
        for who, side in sides.items():
            run(side.port, [side.first_sync()], 60)
            taken = run(side.port, [side.first_sync()], 60)
            size = taken.received / 1e6
            print(f"{'first sync, ' + who:42}{taken.seconds:7.3f} s  {size:.2f} MB")


def _writers(count: int):  # type: ignore[no-untyped-def]
    return lambda side: [side.writes(n) for n in range(count)]


def _readers(side: Side) -> list[Client]:
    return [side.pulls(n) for n in range(READERS)]


def _say(what: str, taken: Taken, count: int) -> None:
    rate = len(taken.each) * count / taken.seconds
    p50, p99 = (quantile(taken.each, share) * 1e3 for share in (0.5, 0.99))
    busy = taken.busy / taken.seconds
    print(f"{what:42}{rate:9,.0f}/s  median {p50:6.2f} ms  p99 {p99:6.2f} ms  load {busy:4.0%}")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 3.0)
