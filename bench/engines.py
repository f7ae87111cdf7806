"""The two databases a server may stand on: a file, or a PostgreSQL of the run's own."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import sqlalchemy as sa

from bench.peers import postgres as peers
from bench.served import busy

Made = Callable[[str], str]
"""Makes an empty database of that name, and gives its URL."""


@contextmanager
def sqlite() -> Iterator[Made]:
    """Each a file where the server looks for it by itself: the URL is empty."""
    yield lambda _: ""


@contextmanager
def postgres() -> Iterator[Made]:
    """A server as it comes, on the servers' core, until the block is left."""
    with peers.postgres() as running:
        yield lambda name: running.database(name, "postgresql+asyncpg")


def processes(url: str) -> list[int]:
    """PostgreSQL's processes that are alive, its first one before the others."""
    folder = str(sa.make_url(url).query["host"])
    first = (Path(folder) / "postmaster.pid").read_text("ascii").split()[0]
    found = [int(first)]
    for one in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            if one.read_text("utf-8", "replace").rpartition(")")[2].split()[1] == first:
                found.append(int(one.parent.name))
    return found


def everywhere(url: str) -> None:
    """From now on PostgreSQL may use every core."""
    for one in processes(url):
        os.sched_setaffinity(one, range(os.cpu_count() or 1))


def busy_postgres(url: str) -> float:
    """Seconds that those processes which are alive have spent on a core."""
    found = 0.0
    for one in processes(url):
        with suppress(OSError):
            found += busy(one)
    return found


ENGINES = {"SQLite": sqlite, "PostgreSQL": postgres}
