"""Servers to measure, each a process of its own: `python -m bench.stage KIND FOLDER PORT [SERVER]`.

demo    backend, web app and the demo's people
web     the web app alone, in front of SERVER
hello   Flet's own first example on the same web server
bare    our screens as bare Flet, from the trees in FOLDER

It says where it is as one line of JSON on stdout, and lives until it is killed or its stdin closes.
"""

import asyncio
import json
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import flet as ft

from bench.bare import bare_app
from mia_companion.demo.scene import open_scene
from mia_companion.serving import Served, serving, web_app

if TYPE_CHECKING:
    from mia_companion.device.browser.host import Asgi

_ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Stage:
    """A running server. `codes` let participants in, by name; only the demo has any."""

    address: str
    codes: dict[str, str]
    pid: int


@contextmanager
def stage(kind: str, folder: Path, server: str = "", *, module: str = __name__) -> Iterator[Stage]:
    """Such a server, until the block is left."""
    command = [sys.executable, "-m", module, kind, str(folder), str(_free_port()), server]
    process = subprocess.Popen(
        command, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        said = json.loads((process.stdout and process.stdout.readline()) or "{}")
        if not said:
            raise RuntimeError(f"the {kind} server did not start")
        yield Stage(said["address"], said["codes"], process.pid)
    finally:
        process.kill()  # its folder goes with it
        process.communicate()


async def main(kind: str, folder: str, port: str, server: str) -> None:
    """Be that server."""
    async with _open(kind, Path(folder), int(port), server) as codes:
        said = {"address": f"http://127.0.0.1:{port}", "codes": codes}
        print(json.dumps(said), flush=True)
        await asyncio.to_thread(sys.stdin.read)


@asynccontextmanager
async def _open(kind: str, folder: Path, port: int, server: str) -> AsyncIterator[dict[str, str]]:
    if kind == "demo":
        async with open_scene(folder, port, datetime.now(UTC)) as scene:
            yield scene.codes
        return
    if kind == "web":
        served = web_app(server, folder)
    else:
        served = Served(_alone(bare_app(folder) if kind == "bare" else _hello), lambda: None)
    running = serving(served, "127.0.0.1", port)
    task = asyncio.create_task(running.serve())
    while not running.started:  # noqa: ASYNC110  it tells nobody
        await asyncio.sleep(0.02)
    yield {}
    running.should_exit = True
    await task


def _hello(page: ft.Page) -> None:
    page.add(ft.Text("Hello, world!"))


def _alone(main: Callable[[ft.Page], None]) -> "Asgi":
    app: Asgi = ft.run(main, export_asgi_app=True, no_cdn=True)
    return app


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:5]))
