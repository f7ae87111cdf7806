"""The floor as a side: `bench.peers.bare` with the same records in it."""

import itertools
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.peers.bare import ID
from bench.peers.load import Client, request, run
from bench.peers.processes import free_port, serving
from bench.peers.records import Author, Records, fresh_ids, pattern
from bench.peers.sides import BATCH, BEFORE, BEHIND, wanted

_AUTHOR = Author("0" * 32, "participant-000", "device-000000")
_AT_ONCE = 500


@contextmanager
def floor(folder: Path, database_url: str = "") -> Iterator["Floor"]:
    """A bare server on SQLite in that folder, or on PostgreSQL."""
    folder.mkdir(parents=True, exist_ok=True)
    port, kept = free_port(), database_url or str(folder / "bare.db")
    command = [sys.executable, "-m", "bench.peers.bare", str(port), kept]
    with serving(command, port, folder) as pid:
        made = Floor(port, pid)
        run(port, [made.fill()], 60)
        yield made


class Floor:
    """See `sides.Side`."""

    def __init__(self, port: int, pid: int) -> None:
        self.port, self.pid = port, pid
        self._records = Records()
        self._salts = (f"{n:08x}" for n in itertools.count(1))

    def fill(self) -> Client:
        """The ten thousand."""
        for _ in range(BEFORE // _AT_ONCE):
            entries = [self._records.entry(_AUTHOR) for _ in range(_AT_ONCE)]
            lines = [one.id.encode() + one.model_dump_json().encode() for one in entries]
            yield request("POST", "/", b"\n".join(lines))

    def writes(self, _: int) -> Client:
        """One line."""
        return self._lines(1)

    def batches(self) -> Client:
        """A hundred lines."""
        return self._lines(BATCH)

    def _lines(self, count: int) -> Client:
        shape = pattern(self._records.entry(_AUTHOR))
        ids = fresh_ids(next(self._salts))
        size = count * (ID + len(shape.filled(next(ids))) + 1) - 1
        head = request("POST", "/", b" " * size)[:-size]
        while True:
            some = itertools.islice(ids, count)
            yield head + b"\n".join([id_ + shape.filled(id_) for id_ in some])

    def pulls(self, _: int) -> Client:
        """What comes after the record that is ten before the end of the first ten thousand."""
        # What was written since is not asked for: the floor reads as much as the others do.
        asked = request("GET", f"/between/{BEFORE - BEHIND}/{BEFORE}")
        wanted((yield asked).count(b'"id":'), BEHIND)
        while True:
            yield asked

    def first_sync(self) -> Client:
        """All of them in one answer."""
        wanted((yield request("GET", f"/between/0/{BEFORE}")).count(b'"id":'), BEFORE)

    def echo(self, size: int) -> Client:
        """That many bytes, from nowhere."""
        while True:
            yield request("GET", f"/echo/{size}/0")
