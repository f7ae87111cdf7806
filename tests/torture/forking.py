"""A process that has imported everything, and forks a server from itself whenever it is told to.

Starting Python and importing the backend takes a second; a server that is killed two hundred times is
started two hundred times. What runs in the fork is `mia-companion serve`, as in production.

One line in, JSON: {"arguments": [...], "environment": {...}}. One line out: the new process's id.
When the line in ends, it ends, and with it every server.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any


def main() -> None:
    """Until nobody is left to tell it anything."""
    from mia_companion import cli, serving  # noqa: F401, PLC0415
    from mia_companion.server.api import application  # noqa: F401, PLC0415

    fork_on_demand(lambda said: cli.main(said["arguments"]))


def fork_on_demand(run: Callable[[dict[str, Any]], int]) -> None:
    """For each line in, `run` in a process of its own, whose exit code it gives."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the dead are gone at once
    forked = []
    for line in sys.stdin:
        said = json.loads(line)
        pid = os.fork()
        if pid == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            os.environ.update(said["environment"])
            os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
            os.dup2(2, 1)
            os._exit(run(said))
        forked.append(pid)
        print(pid, flush=True)
    for pid in forked:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


if __name__ == "__main__":
    main()
