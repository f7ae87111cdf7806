"""A real reverse proxy with TLS before a real server: Caddy, with a certificate of an authority of our own.

browser ──https, a name that only it knows──┐
                                            ├──▶ Caddy ──http──▶ mia-companion serve
app ──https://localhost──────────────────────┘        └──▶ a neighbour, for all that is not ours
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, Response

from mia_companion.sync import line
from tests.journeys.authority import Authority, authority
from tests.journeys.chromium import FLAGS
from tests.journeys.person import DESKTOP, MOTION, Person
from tests.journeys.stage import Process, found, free_port

NEIGHBOUR = "this is another's"


@dataclass(frozen=True)
class Behind:
    """`home` is where browsers are, `server` where an app is, and `trusts` what both know it by."""

    home: str
    server: str
    port: int
    trusts: Authority
    process: Process

    @contextmanager
    def trusted(self) -> Iterator[None]:
        """Our own app believes the authority, as on a computer where it was installed."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SSL_CERT_FILE", str(self.trusts.file))
            line._trust.cache_clear()
            yield
        line._trust.cache_clear()

    @contextmanager
    def visited(
        self, other: Browser, folder: Path, size: tuple[int, int] = DESKTOP, **said: Any
    ) -> Iterator["Visit"]:
        """A browser of its own, beside another, which finds the name at our port and knows the key.

        It is no private window: in one nothing can be installed.
        """
        host = self.home.split("/")[2]
        flags = [
            *FLAGS,
            f"--host-resolver-rules=MAP {host} 127.0.0.1:{self.port}",
            f"--ignore-certificate-errors-spki-list={self.trusts.pin}",
        ]
        program = os.environ.get("CHROME") or None
        width, height = size
        context = other.browser_type.launch_persistent_context(
            folder,
            executable_path=program,
            args=flags,
            viewport={"width": width, "height": height},
            reduced_motion=MOTION,
            **said,
        )
        try:
            visit = Visit(Person(context.new_page(), self.home))
            context.on("request", lambda request: visit.asked.append(request.url))
            context.on("response", visit.note)
            visit.who.page.on("websocket", lambda socket: visit.asked.append(socket.url))
            yield visit
        finally:
            context.close()


@dataclass
class Visit:
    """What a browser asked for, and what it was refused."""

    who: Person
    asked: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    def note(self, answer: Response) -> None:
        """An answer came."""
        if answer.status >= 400:
            self.refused.append(f"{answer.status} {answer.url}")


KEEPS, TAKES = "handle", "handle_path"
"""What a proxy does with the path: passes on what was asked for, or takes the path away."""


@contextmanager
def behind(folder: Path, home: str, way: str = KEEPS, **said: str) -> Iterator[Behind]:
    """Server and proxy, at that public address."""
    _, _, host, *rest = home.split("/")
    path = "".join(f"/{part}" for part in rest)
    back, front = free_port(), free_port()
    trusts = authority(folder, host, "localhost")
    inside = f"reverse_proxy 127.0.0.1:{back}"
    ours = f"{way} {path}/* {{ {inside} }}\nhandle {path} {{ {inside} }}" if path else inside
    file = folder / "Caddyfile"
    file.write_text(
        "{\nadmin off\nauto_https off\npersist_config off\n}\n"
        f"https://:{front} {{\nbind 127.0.0.1\ntls {trusts.certificate} {trusts.key}\n"
        + ours.replace("{ ", "{\n").replace(" }", "\n}")
        + (f'\nhandle {{\nrespond "{NEIGHBOUR}"\n}}\n' if path else "\n")
        + "}\n"
    )
    found(folder)
    process = Process(["serve", "--port", str(back)], back, "/v1/health", folder)
    for name, value in {"PUBLIC_URL": home, "BEHIND_TLS": "1", **said}.items():
        process.said[f"MIA_{name}"] = value
    with (folder / "caddy.log").open("ab") as log:
        command = [_caddy(), "run", "--config", str(file), "--adapter", "caddyfile"]
        caddy = subprocess.Popen(
            command, stdout=log, stderr=log, env={**os.environ, "HOME": str(folder)}
        )
    try:
        process.start()
        server = f"https://localhost:{front}{path}"
        _wait_for(server, trusts)
        yield Behind(home, server, front, trusts, process)
    finally:
        caddy.terminate()
        caddy.wait()
        process.kill()


def _caddy() -> str:
    places = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    program = shutil.which("caddy", path=places)
    assert program, "caddy is among what the tests are installed with (requirements/dev.lock)"
    return program


def _wait_for(server: str, trusts: Authority) -> None:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        try:
            if httpx.get(f"{server}/v1/health", verify=trusts.context()).is_success:
                return
        except httpx.HTTPError:
            time.sleep(0.1)
    raise AssertionError("the proxy did not answer")
