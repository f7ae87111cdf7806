"""`python -m bench.peers.quick [seconds] [postgresql]`: ours beside the floor, at once and without ceremony.

For whoever works on the server: one round of each kind of work, on SQLite unless told otherwise.
"""

import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from bench.peers.floors import floor
from bench.peers.load import Taken, run
from bench.peers.ours import ours
from bench.peers.postgres import postgres
from bench.peers.processes import on_load_core
from bench.peers.rounds import PULL, PUSH, SYNC, WRITE_MANY, WRITE_ONE
from bench.peers.sides import Side
from bench.timing import quantile

_PATIENCE = 60.0


def main(seconds: float, engine: str) -> None:
    """Each after a short round that is not counted."""
    on_load_core()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        mine = bare = ""
        if engine == "postgresql":
            server = stack.enter_context(postgres())
            mine, bare = server.database("ours", "postgresql+asyncpg"), server.database("bare")
        sides: dict[str, Side] = {
            "ours": stack.enter_context(ours(folder / "ours", mine)),
            "floor": stack.enter_context(floor(folder / "floor", bare)),
        }
        for work in (WRITE_MANY, WRITE_ONE, PUSH, PULL):
            for who, side in sides.items():
                run(side.port, work.clients(side), min(1.0, seconds / 3))
                _say(
                    f"{work.what}, {who}", run(side.port, work.clients(side), seconds), work.records
                )
        for who, side in sides.items():
            run(side.port, SYNC.clients(side), _PATIENCE)
            taken = run(side.port, SYNC.clients(side), _PATIENCE)
            print(
                f"{SYNC.what + ', ' + who:60}{taken.seconds:7.3f} s  {taken.received / 1e6:.2f} MB"
            )


def _say(what: str, taken: Taken, records: int) -> None:
    rate = len(taken.each) * records / taken.seconds
    p50, p99 = (quantile(taken.each, share) * 1e3 for share in (0.5, 0.99))
    busy = taken.busy / taken.seconds
    print(f"{what:60}{rate:9,.0f}/s  median {p50:6.2f} ms  p99 {p99:6.2f} ms  load {busy:4.0%}")


if __name__ == "__main__":
    said = dict(enumerate(sys.argv[1:]))
    main(float(said.get(0, "3")), said.get(1, "sqlite"))
