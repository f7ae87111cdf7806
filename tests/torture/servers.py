"""Real server processes that are killed, and started again on what they left."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, cast

import httpx

from tests.journeys.stage import free_port

_ROOT = Path(__file__).parents[2]


class Forker:
    """See `forking`; or another module that does likewise."""

    def __init__(self, log: Path, module: str = "tests.torture.forking") -> None:
        paths = os.pathsep.join((str(_ROOT), str(_ROOT / "src")))
        with log.open("ab") as said:
            self._process = subprocess.Popen(
                [sys.executable, "-m", module],
                env={
                    **os.environ,
                    "PYTHONPATH": paths,
                    "MIA_ARGON2_MEMORY_KIB": "1024",
                    "MIA_STAFF_IDLE_MINUTES": "0",  # whoever taps here is no hand on a screen
                },
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=said,
                text=True,
            )

    def fork(self, arguments: list[str], environment: dict[str, str]) -> int:
        """A new process that runs the command line with these arguments; its id."""
        into, out = cast(IO[str], self._process.stdin), cast(IO[str], self._process.stdout)
        print(
            json.dumps({"arguments": arguments, "environment": environment}), file=into, flush=True
        )
        return int(out.readline())

    def close(self) -> None:
        """It ends, and every process of its own with it."""
        self._process.communicate()


class Server:
    """One backend process. Its port and its data stay the same over all its lives."""

    def __init__(self, forker: Forker, data: Path, database_url: str = "", **more: str) -> None:
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self._forker = forker
        self._environment = {"MIA_DATA_DIR": str(data), "MIA_DATABASE_URL": database_url, **more}
        self._pid = 0
        self.killed = self.stopped = 0

    def start(self) -> None:
        """Start it, and do not wait."""
        serve = ["serve", "--no-web", "--port", str(self.port)]
        self._pid = self._forker.fork(serve, self._environment)

    def wait(self) -> None:
        """Until it answers."""
        until = time.monotonic() + 30
        while time.monotonic() < until:
            with suppress(httpx.HTTPError):
                if httpx.get(f"{self.address}/v1/health").is_success:
                    return
            time.sleep(0.02)
        raise AssertionError("the server did not answer")

    def stop(self, seconds: float = 30) -> None:
        """SIGTERM, and it has ended by itself when this returns."""
        os.kill(self._pid, signal.SIGTERM)
        until = time.monotonic() + seconds
        with suppress(ProcessLookupError):
            while time.monotonic() < until:
                os.kill(self._pid, 0)
                time.sleep(0.01)
            raise AssertionError("the server did not stop")
        self.stopped += 1

    def kill(self) -> None:
        """SIGKILL, and nobody is there any more when this returns."""
        with suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)
            while True:
                os.kill(self._pid, 0)
                time.sleep(0.001)
        self.killed += 1


@contextmanager
def forking(log: Path, module: str = "tests.torture.forking") -> Iterator[Forker]:
    """A forker, closed in the end."""
    made = Forker(log, module)
    try:
        yield made
    finally:
        made.close()
