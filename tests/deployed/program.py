"""Processes of the program on a real PostgreSQL, as `deploy/` runs them, and people's devices."""

import asyncio
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import httpx

from mia_companion.app.actions import Actions
from mia_companion.app.companion import Companion
from mia_companion.app.opening import open_companion
from mia_companion.domain.ids import system_clock
from mia_companion.server import operations
from mia_companion.server.backend import Backend
from mia_companion.server.running import running
from mia_companion.server.settings import Settings
from mia_companion.server.surroundings import Surroundings
from tests.deployed.proxies import ROOT
from tests.example_data import KEY
from tests.journeys.stage import free_port

EMAIL, PASSWORD = "karin@example.org", "ett långt lösenord"


@dataclass
class Program:
    """One process of `mia-companion serve`."""

    port: int
    process: subprocess.Popen[bytes]

    def kill(self) -> None:
        """SIGKILL."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


def paths() -> dict[str, str]:
    """What a process of ours needs, to find this code."""
    return {"PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "src")))}


@contextmanager
def programs(data: Path, url: str, public: str, count: int = 1) -> Iterator[list[Program]]:
    """So many on the same data, ready; gone in the end. One site and its coordinator are there."""
    with ThreadPoolExecutor(1) as apart:
        apart.submit(lambda: asyncio.run(_furnish(data, url))).result()
    told = {
        "MIA_DATA_DIR": str(data),
        "MIA_DATABASE_URL": url,
        "MIA_PUBLIC_URL": public,
        "MIA_BEHIND_TLS": "1",
        "MIA_ARGON2_MEMORY_KIB": "1024",
    }
    with ExitStack() as stack:
        made = [_start(data, told, stack) for _ in range(count)]
        for one in made:
            _wait(one, data)
        yield made


def _start(data: Path, told: dict[str, str], stack: ExitStack) -> Program:
    port = free_port()
    with (data / f"{port}.log").open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "mia_companion.cli", "serve", "--port", str(port)],
            env=os.environ | paths() | told,
            stdout=log,
            stderr=log,
        )
    stack.callback(process.wait)
    stack.callback(process.kill)
    return Program(port, process)


def _wait(one: Program, data: Path) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and one.process.poll() is None:
        with suppress(httpx.HTTPError):
            if httpx.get(f"http://127.0.0.1:{one.port}/v1/health").is_success:
                return
        time.sleep(0.05)
    raise AssertionError((data / f"{one.port}.log").read_text("utf-8", "replace")[-2000:])


async def _furnish(data: Path, url: str) -> None:
    settings = Settings(data, url, argon2_memory_kib=1024)
    async with running(Backend(settings, Surroundings())) as backend:
        association = await operations.create_association(backend, "Samordning Väst")
        site = await operations.create_site(backend, association, "MIA Väst")
        await operations.create_coordinator(backend, site, "Karin Lind", EMAIL, PASSWORD)


def device(path: Path, server: str, transport: httpx.AsyncBaseTransport | None = None) -> Companion:
    """The app on somebody's device, which reaches the server as that transport does. Close it."""
    return open_companion(
        path, KEY, server,
        clock=system_clock, random=os.urandom, uniform=random.uniform, transport=transport,
    )  # fmt: skip


def doing(companion: Companion) -> Actions:
    """What its owner can do."""
    return Actions(companion)
