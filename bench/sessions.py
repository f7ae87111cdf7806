"""What one more browser costs in memory, beside one more session of Flet's own first example.

ours    a participant of the demo on Today: picture, store, live line and screens
floor   one line of text
both    on the same web server, in a process of its own; growth of its resident memory
"""

import asyncio
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from bench.figures import Figure
from bench.people import codes_for, let_in
from bench.stage import stage
from bench.tab import Tab
from mia_companion.demo.people import ELIN
from mia_companion.device.browser.cookie import file_name, store_key

ROUNDS = 3
BEFORE, MEASURED = 8, 30
"""Tabs that are opened before anything counts, and those that count."""
_TURNS = 3
"""Seconds in which each tab takes what comes."""


def figures() -> Iterator[Figure]:
    """Resident memory a session."""
    with tempfile.TemporaryDirectory() as name, stage("demo", Path(name) / "server") as server:
        browsers = Path(name) / "browsers"
        keys = [os.urandom(32) for _ in range(BEFORE + MEASURED)]
        asyncio.run(_let_in(server.address, Path(name) / "server", browsers, keys))
        rounds = [
            (_growth("web", browsers, server.address, keys), _growth("hello", browsers, "", keys))
            for _ in range(ROUNDS)
        ]
    ours, floor = (median(pair[n] for pair in rounds) for n in (0, 1))
    yield Figure(
        what=f"Memory of a web session, {MEASURED} beside each other",
        median=f"{ours / 1024:.0f} KiB",
        floor=f"{floor / 1024:.0f} KiB",
        ratio=median(mine / bare for mine, bare in rounds),
    )


async def _let_in(server: str, demo: Path, browsers: Path, keys: Sequence[bytes]) -> None:
    async with codes_for(server, demo, ELIN.name) as next_code:
        for key in keys:
            path, code = browsers / file_name(key), await next_code()
            companion = await let_in(server, code, path, store_key(key), in_memory=True)
            await companion.close()


def _growth(kind: str, browsers: Path, server: str, keys: Sequence[bytes]) -> float:
    """Bytes for each of the measured tabs."""
    with stage(kind, browsers, server) as web:
        tabs = _opened(web.address, keys[:BEFORE])
        before = _resident(web.pid)
        tabs += _opened(web.address, keys[BEFORE:])
        grown = _resident(web.pid) - before
        for tab in tabs:
            tab.close()
    return grown / MEASURED


def _opened(address: str, keys: Sequence[bytes]) -> list[Tab]:
    tabs = [Tab(address, key) for key in keys]
    for _ in range(_TURNS):
        time.sleep(1)
        for tab in tabs:
            tab.take_all()
    if not all(tab.received for tab in tabs):
        raise RuntimeError("a tab was shown nothing")
    return tabs


def _resident(pid: int) -> int:
    said = subprocess.run(
        ["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True, check=True
    )
    return int(said.stdout) * 1024
