"""Servers as processes on core 0, and everything else on core 1."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

SERVER_CORE, LOAD_CORE = 0, 1
_START_SECONDS = 30.0


def on_load_core() -> None:
    """From now on this process runs where the load runs."""
    _pin(0, LOAD_CORE)


def pin_to_server_core(pid: int) -> None:
    """That process, its threads, and the children that it has, run where servers run."""
    for one in [pid, *_children(pid)]:
        for task in Path(f"/proc/{one}/task").iterdir():
            _pin(int(task.name), SERVER_CORE)


def _pin(pid: int, core: int) -> None:
    if core < (os.cpu_count() or 1):
        os.sched_setaffinity(pid, {core})


def _children(pid: int) -> list[int]:
    found = []
    for one in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(one.read_text("utf-8", errors="replace").rpartition(")")[2].split()[1])
        except OSError:
            continue
        if parent == pid:
            found.append(int(one.parent.name))
    return found


@contextmanager
def serving(command: Sequence[str | Path], port: int, folder: Path, **more: str) -> Iterator[int]:
    """A server at that port, until the block is left; gives its process id.

    `more` is added to its environment. What it says goes to `folder/said.txt`.
    """
    said = folder / "said.txt"
    with said.open("ab") as out:
        process = subprocess.Popen(
            command,
            env=os.environ | more,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            preexec_fn=lambda: _pin(0, SERVER_CORE),
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
