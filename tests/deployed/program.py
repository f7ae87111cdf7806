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
from dataclasses import dataclass, field
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
from tests.deployed.proxies import ROOT, free_ports
from tests.example_data import KEY

EMAIL, PASSWORD = "karin@example.org", "ett långt lösenord"


STOP_DELAY = 4


@dataclass
class Program:
    """One process of `mia-companion serve`, which may be killed and started again."""

    port: int
    data: Path
    told: dict[str, str]
    process: subprocess.Popen[bytes] = field(init=False)

    def begin(self) -> None:
        """Start it, and do not wait."""
        with (self.data / f"{self.port}.log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "mia_companion.cli", "serve", "--port", str(self.port)],
                env=os.environ | paths() | self.told,
                stdout=log,
                stderr=log,
            )

    def wait(self) -> None:
        """Until it is ready."""
        until = time.monotonic() + 60
        while time.monotonic() < until and self.process.poll() is None:
            with suppress(httpx.HTTPError):
                if httpx.get(f"http://127.0.0.1:{self.port}/readyz").is_success:
                    return
            time.sleep(0.05)
        raise AssertionError((self.data / f"{self.port}.log").read_text("utf-8", "replace")[-2000:])

    def start(self) -> None:
        """Start it, and wait until it is ready."""
        self.begin()
        self.wait()

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
        "MIA_STOP_DELAY_SECONDS": str(STOP_DELAY),
    }
    made = [Program(port, data, told) for port in free_ports(count)]
    with ExitStack() as stack:
        for one in made:
            one.begin()
            stack.callback(one.kill)
        for one in made:
            one.wait()
        yield made


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
