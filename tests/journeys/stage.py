"""Real processes for journeys: a backend and a web app that can be killed and started again."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from mia_companion.server import operations
from mia_companion.server.backend import Backend
from mia_companion.server.running import running
from mia_companion.server.settings import Settings
from mia_companion.server.surroundings import Surroundings

EMAIL, PASSWORD, COORDINATOR = "anna@prov.example", "ett-langt-losenord", "Anna Lind"
BERIT, BERIT_EMAIL = "Berit Ask", "berit@prov.example"
JONAS, JONAS_EMAIL = "Jonas Berg", "jonas@prov.example"


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Process:
    """One server process; `path` answers when it is ready."""

    arguments: list[str]
    port: int
    path: str
    data: Path
    _running: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it and wait until it answers."""
        command = [sys.executable, "-m", "mia_companion.cli", *self.arguments]
        with (self.data / f"{self.port}.log").open("ab") as log:
            self._running = subprocess.Popen(
                command, env=_environment(self.data), stdout=log, stderr=log
            )
        until = time.monotonic() + 30
        while time.monotonic() < until:
            try:
                if httpx.get(self.address + self.path).is_success:
                    return
            except httpx.HTTPError:
                time.sleep(0.1)
        raise AssertionError(f"{self.arguments} did not answer")

    def kill(self) -> None:
        """SIGKILL: no word of farewell."""
        if self._running is not None:
            self._running.send_signal(signal.SIGKILL)
            self._running.wait()
            self._running = None

    def stop(self) -> None:
        """SIGTERM, as an upgrade does: it ends by itself, and with 0, also while a page is open."""
        if self._running is not None:
            self._running.terminate()
            assert self._running.wait(30) == 0, self.log()
            self._running = None

    def log(self) -> str:
        """What it printed."""
        return (self.data / f"{self.port}.log").read_text(errors="replace")


@dataclass
class Stage:
    """A backend and a web app in two processes, with one site, two coordinators and an administrator."""

    backend: Process
    web: Process

    @property
    def coordinator(self) -> str:
        """The address at which the coordinator's browser opens the app."""
        return self.web.address

    @property
    def participant(self) -> str:
        """The same app at another name, so that cookies are apart."""
        return self.web.address.replace("127.0.0.1", "localhost")

    def close(self) -> None:
        """Everything down."""
        self.web.kill()
        self.backend.kill()


def open_stage(data: Path) -> Stage:
    """A started stage in an empty folder."""
    found(data)
    back, front = free_port(), free_port()
    backend = Process(["serve", "--no-web", "--port", str(back)], back, "/v1/health", data)
    web = Process(["web", "--server", backend.address, "--port", str(front)], front, "/", data)
    stage = Stage(backend, web)
    try:
        backend.start()
        web.start()
    except BaseException:
        stage.close()
        raise
    return stage


def found(data: Path) -> None:
    """As an administrator does, in a thread of its own: Playwright's loop runs in this one."""
    with ThreadPoolExecutor(1) as apart:
        apart.submit(lambda: asyncio.run(_furnish(data))).result()


async def _furnish(data: Path) -> None:
    settings = Settings.from_environment(_environment(data))
    async with running(Backend(settings, Surroundings())) as backend:
        association = await operations.create_association(backend, "Förbundet Prov")
        site = await operations.create_site(backend, association, "MIA Vidare Prov")
        for name, email in ((COORDINATOR, EMAIL), (JONAS, JONAS_EMAIL)):
            await operations.create_coordinator(backend, site, name, email, PASSWORD)
        await operations.create_administrator(backend, association, BERIT, BERIT_EMAIL, PASSWORD)


def _environment(data: Path) -> dict[str, str]:
    return {**os.environ, "MIA_DATA_DIR": str(data), "MIA_ARGON2_MEMORY_KIB": "1024"}
