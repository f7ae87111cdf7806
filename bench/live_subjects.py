"""What the live line is measured on: our server, and the bare application that is its floor.

Each is a process of its own on the first core, for as long as its block lasts; the load is on the last.
A peer is measured alike when it has what a `Subject` has.
"""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from bench.live_load import Requests, Stream
from bench.live_site import Device, make_site

_ROOT = Path(__file__).parent.parent


class Subject(Protocol):
    """A server with something to write, and streams that are told of it."""

    port: int
    pid: int

    async def stream(self, number: int) -> Stream:
        """That many-th device's stream."""

    async def ready(self) -> None:
        """Connections that write and read stand."""

    async def write(self) -> None:
        """Send one record; it is durable when this returns."""

    def is_news(self, event: bytes) -> bool:
        """Whether the event tells of a record that was not there yet."""

    async def fetch(self) -> None:
        """Have the record itself. Nothing to do where the event was the record."""

    async def tell_all(self) -> None:
        """Write what every stream is told of."""


class Ours:
    """Our server. The coordinator listens to what the first participant writes."""

    def __init__(self, port: int, pid: int, devices: Sequence[Device]) -> None:
        self.port, self.pid = port, pid
        self._devices = devices
        self._cursors: dict[str, int] = {}
        self._epoch: str | None = None

    async def ready(self) -> None:
        """See above."""
        self._push, self._pull = await Requests.to(self.port), await Requests.to(self.port)
        await self.fetch()

    async def stream(self, number: int) -> Stream:
        """See above."""
        return await Stream.to(self.port, "/v1/live", self._devices[number].access)

    async def write(self) -> None:
        """See above."""
        await self._say(self._devices[1], self._devices[1].step())

    def is_news(self, event: bytes) -> bool:
        """A nudge at the cursor says how far others have read."""
        nudge = json.loads(event)
        return bool(nudge["seq"] > self._cursors.get(nudge["journal"], 0))

    async def fetch(self) -> None:
        """See above."""
        asked = json.dumps({"epoch": self._epoch, "cursors": self._cursors}).encode()
        answer = json.loads(await self._pull.post("/v1/pull", asked, self._devices[0].access))
        self._epoch = answer["epoch"]
        self._cursors |= {one["journal"]["id"]: one["head"] for one in answer["pages"]}

    async def tell_all(self) -> None:
        """See above."""
        await self._say(self._devices[0], self._devices[0].number())

    async def _say(self, device: Device, body: bytes) -> None:
        if b'"accepted"' not in await self._push.post("/v1/push", body, device.access):
            raise RuntimeError("the server did not take an entry")


class Floor:
    """A bare ASGI application: see `bench.live_floor`."""

    def __init__(self, port: int, pid: int) -> None:
        self.port, self.pid = port, pid

    async def ready(self) -> None:
        """See above."""
        self._push = await Requests.to(self.port)

    async def stream(self, number: int) -> Stream:
        """See above."""
        return await Stream.to(self.port, "/live")

    async def write(self) -> None:
        """See above."""
        await self._push.post("/write", b'{"words":"' + b"a" * 290 + b'"}')

    def is_news(self, event: bytes) -> bool:
        """See above."""
        return True

    async def fetch(self) -> None:
        """See above."""

    async def tell_all(self) -> None:
        """See above."""
        await self.write()


@contextmanager
def pinned(command: Sequence[str], port: int, **environment: str) -> Iterator[int]:
    """A server as a process of its own on the first core, until the block is left; its pid."""
    process = subprocess.Popen(
        command, cwd=_ROOT, env=os.environ | environment,
        preexec_fn=lambda: os.sched_setaffinity(0, {0}),  # noqa: PLW1509
    )  # fmt: skip
    try:
        os.sched_setaffinity(0, {(os.cpu_count() or 1) - 1})
        while True:
            with suppress(OSError), socket.create_connection(("127.0.0.1", port)):
                break
            if process.poll() is not None:
                raise RuntimeError("the server did not start")
            time.sleep(0.05)
        yield process.pid
    finally:
        process.kill()
        process.wait()
        os.sched_setaffinity(0, range(os.cpu_count() or 1))


@contextmanager
def ours(folder: Path, streams: int) -> Iterator[Ours]:
    """Our server, with a site of that many participants."""
    devices, port = make_site(folder, streams), _free_port()
    serve = [sys.executable, "-m", "mia_companion.cli", "serve", "--no-web", "--port", str(port)]
    with pinned(serve, port, MIA_DATA_DIR=str(folder)) as pid:
        yield Ours(port, pid, devices)


@contextmanager
def floor(folder: Path) -> Iterator[Floor]:
    """The bare application."""
    port = _free_port()
    serve = [sys.executable, "-m", "bench.live_floor", str(folder / "floor.sqlite"), str(port)]
    with pinned(serve, port) as pid:
        yield Floor(port, pid)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
