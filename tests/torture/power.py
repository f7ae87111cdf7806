"""The power is cut, many times: where on a tape, and what is found then."""

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.torture.tape import Disk, Tape

Left = dict[str, bytes]
"""Files by path."""


def cuts(tape: Tape, count: int, chance: random.Random) -> Iterator[tuple[int, list[object], Left]]:
    """How many commits had returned, what was acknowledged, and what is on the disk; so many."""
    where = Counter(chance.randrange(len(tape.asked) + 1) for _ in range(count))
    disk, commits, said = Disk(tape), 0, list[object]()
    for n, one in enumerate([*tape.asked, None]):
        for left, _ in zip(disk.states(chance), range(where[n]), strict=False):
            yield commits, said, left
        if one is None:
            return
        commits += one.what == "commit"
        if one.what == "acknowledged":
            said.append(one.to)
        disk.play(one)


def put_back(left: Left, root: Path, to: Path) -> None:
    """The files as they were below `root`, and no others, below `to`; what is there already stays."""
    files = {to / Path(path).relative_to(root): raw for path, raw in left.items()}
    for file in to.rglob("*"):
        if file not in files and file.is_file():
            file.unlink()
    for file, raw in files.items():
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
        elif file.stat().st_size == len(raw) and file.read_bytes() == raw:
            continue
        file.write_bytes(raw)
