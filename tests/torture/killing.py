"""Kills phones: `python -m tests.torture.killing FOLDER SEED KILLS FAULT` prints what was seen, as JSON.

One process of few threads, which has loaded everything, forks a phone, is its server, notes what the
phone acknowledges, and kills it after a random time. Then it looks at what is there, often at a copy, so
that it is the next phone that finds the file as the kill left it.

    a file, new or of an earlier version ──▶ 25 kills ──▶ one that may finish: both sides are even
"""

import gc
import itertools
import json
import random
import shutil
import sys
from pathlib import Path
from typing import Any

from mia_companion.store.outbox import Outbox
from mia_companion.sync import line
from tests.torture.killed_file import OneFile, Seen

KILLS_EACH = 25
STORES = ("", "store-v1", "", "store-v2", "store-v3")
"""What phones begin with, in turns."""


def main(folder: Path, seed: int, kills: int) -> Seen:
    """So many kills, over so many files."""
    seen, chance = Seen(), random.Random(seed)
    line._trust()  # 20 ms, which each phone finds done
    gc.freeze()
    for n in itertools.count():
        if (left := kills - seen.kills) <= 0:
            return seen
        files = OneFile(folder / f"{n}", STORES[n % len(STORES)], chance.randrange(1 << 30), seen)
        files.kill_some(min(left, KILLS_EACH), chance.randrange(1 << 30))
        shutil.rmtree(folder / f"{n}")
    raise AssertionError


def make_hasty() -> None:
    """The fault that this must see: what is recorded is written with the next, and is said to be done."""
    write, behind = Outbox.add_all, list[Any]()

    def late(outbox: Outbox, written: Any) -> None:
        if behind:
            write(outbox, behind)
        behind[:] = written

    Outbox.add_all = late  # type: ignore[method-assign, assignment]


if __name__ == "__main__":
    if sys.argv[4]:
        make_hasty()
    told = main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
    print(json.dumps(vars(told)))
