"""A process that forks a sender of reminders whenever it is told to: the backend's own worker, and no more.

What is lost with a dead one is taken up after two seconds instead of five minutes, so that a test can wait
for it. Lines in and out are those of `forking`.
"""

import asyncio
import json
import os
import random
import signal
import sys
from contextlib import suppress
from datetime import timedelta


def main() -> None:
    """Until nobody is left to tell it anything."""
    from mia_companion.server import backend  # noqa: F401, PLC0415

    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    forked = []
    for line in sys.stdin:
        said = json.loads(line)
        pid = os.fork()
        if pid == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            os.environ.update(said["environment"])
            os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
            os.dup2(2, 1)
            random.seed()
            asyncio.run(_send())
        forked.append(pid)
        print(pid, flush=True)
    for pid in forked:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


async def _send() -> None:
    from mia_companion.server.backend import Backend  # noqa: PLC0415
    from mia_companion.server.reminders import claiming  # noqa: PLC0415
    from mia_companion.server.settings import Settings  # noqa: PLC0415
    from mia_companion.server.surroundings import Surroundings  # noqa: PLC0415

    claiming.LOST_AFTER = timedelta(seconds=2)
    backend = Backend(Settings.from_environment(), Surroundings(), poll_seconds=0.1)
    backend.reminders.start()
    await asyncio.Event().wait()


if __name__ == "__main__":
    main()
