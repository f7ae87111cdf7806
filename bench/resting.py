"""What a process holds that no table of `make bench` says: `python -m bench.resting`, for `bench.model`.

resting    a whole process, backend and web app, when it is ready and nobody has come; on each engine
read       what a person takes in a web process where a coordinator of theirs is there: sixty people with a
           year's entries each, read by the first browser of the process, and drawn
"""

import asyncio
import gc
import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from datetime import UTC, datetime
from pathlib import Path

import httpx

from bench.carried import YEAR
from bench.caseload import MINE, PEOPLE, Site
from bench.engines import ENGINES
from bench.founded import found
from bench.measured import RESTING
from bench.peers.processes import free_port
from mia_companion.server.api.application import create_app
from mia_companion.server.settings import Settings


def resting(engine: str) -> float:
    """MiB of a process that nobody has come to."""
    with ENGINES[engine]() as database, tempfile.TemporaryDirectory() as folder:
        port = free_port()
        told = {"MIA_DATA_DIR": folder, "MIA_DATABASE_URL": database("resting")}
        command = [sys.executable, "-m", "mia_companion.cli", "serve", "--port", str(port)]
        with (Path(folder) / "said.txt").open("wb") as said:
            process = subprocess.Popen(command, env=os.environ | told, stdout=said, stderr=said)
        try:
            _wait(f"http://127.0.0.1:{port}/readyz")
            return _resident(process.pid)
        finally:
            process.kill()
            process.wait()


async def read() -> float:
    """MiB for each of sixty people, in this process."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        app = create_app(Settings(folder, argon2_memory_kib=1024, requests_per_second=0))
        backend = app.state.backend
        await backend.start()
        try:
            await found(backend, PEOPLE, YEAR)
            made = Site(folder, backend, httpx.ASGITransport(app))
            gc.collect()
            before = _resident(os.getpid())
            mine = await made.signed_in(MINE)
            gc.collect()
            grown = _resident(os.getpid()) - before
            await mine.close()
            return grown / PEOPLE
        finally:
            await backend.stop()


def _wait(address: str) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("it was never ready")


def _resident(pid: int) -> float:
    fields = Path(f"/proc/{pid}/statm").read_text("ascii").split()
    return int(fields[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def main() -> None:
    measured = {
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "resting_mib": {engine: round(resting(engine)) for engine in ENGINES},
        "person_read_mib": round(asyncio.run(read()), 2),
    }
    RESTING.write_text(json.dumps(measured, indent=2) + "\n", "utf-8")
    print(measured)


if __name__ == "__main__":
    main()
