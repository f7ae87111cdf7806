"""Servers as processes on core 0, and everything else on core 1."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

SERVER_CORE, LOAD_CORE = 0, 1
_START_SECONDS = 90.0


def on_load_core() -> None:
    """From now on this process runs where the load runs."""
    _pin(LOAD_CORE)


@contextmanager
def on_server_core() -> Iterator[None]:
    """What is started in the block runs where servers run."""
    _pin(SERVER_CORE)
    try:
        yield
    finally:
        _pin(LOAD_CORE)


def _pin(core: int) -> None:
    if sys.platform == "linux" and core < (os.cpu_count() or 1):
        os.sched_setaffinity(0, {core})


@contextmanager
def serving(command: Sequence[str | Path], port: int, folder: Path, **more: str) -> Iterator[int]:
    """A server at that port, until the block is left; gives its process id.

    `more` is added to its environment. What it says goes to `folder/said.txt`.
    """
    said = folder / "said.txt"
    with said.open("ab") as out, on_server_core():
        process = subprocess.Popen(
            command, env=os.environ | more, stdin=subprocess.DEVNULL, stdout=out, stderr=out
        )
    try:
        _wait(process, port, said)
        yield process.pid
    finally:
        process.kill()  # its folder goes with it
        process.wait()


def _wait(process: subprocess.Popen[bytes], port: int, said: Path) -> None:
    until = time.monotonic() + _START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError(f"a server did not start: {said.read_text('utf-8', 'replace')[-2000:]}")


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def peers_program(name: str) -> Path:
    """A program of the peers' own environment, which `make bench` makes. Raises FileNotFoundError."""
    found = Path(sys.prefix) / "peers" / "bin" / name
    if not found.exists():
        raise FileNotFoundError(f"{found}: `make bench` makes the peers' environment")
    return found
