"""The backend as a process of its own, and what it has cost so far."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.peers.processes import free_port, serving
from mia_companion.server.settings import Settings


@dataclass(frozen=True, slots=True)
class Served:
    """A running backend."""

    port: int
    pid: int

    @property
    def busy(self) -> float:
        """Seconds that it has spent on a core."""
        return busy(self.pid)

    @property
    def resident(self) -> int:
        """Bytes of memory that are its own or shared."""
        fields = Path(f"/proc/{self.pid}/statm").read_text("ascii").split()
        return int(fields[1]) * os.sysconf("SC_PAGE_SIZE")


@contextmanager
def served(settings: Settings, *, cores: set[int]) -> Iterator[Served]:
    """`mia-companion serve --no-web` on those cores, until the block is left."""
    port = free_port()
    command = [sys.executable, "-m", "mia_companion.cli", "serve", "--no-web", "--port", str(port)]
    told = {
        "MIA_DATA_DIR": str(settings.data_dir),
        "MIA_DATABASE_URL": settings.database_url,
        "MIA_KEY_DIR": str(settings.keys),
        "MIA_LEDGER": str(settings.ledger_file),
        "MIA_REQUESTS_PER_SECOND": "0",  # here one device asks for many
    }
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    with serving(command, port, settings.data_dir, **told) as pid:
        for task in Path(f"/proc/{pid}/task").iterdir():
            os.sched_setaffinity(int(task.name), cores)
        yield Served(port, pid)


def busy(pid: int) -> float:
    """Seconds that a process has spent on a core, its threads that have ended too: exact, unlike the
    ticks in its `stat`."""
    return time.clock_gettime((~pid << 3) | _ITS_CORE_TIME)


_ITS_CORE_TIME = 2
"""Linux's clock of a whole process, beside the process's complement."""
