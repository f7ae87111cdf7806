"""A process that forks a sender of reminders whenever it is told to: the backend's own worker, and no more.

What is lost with a dead one is taken up after two seconds instead of five minutes, so that a test can wait
for it. Lines in and out are those of `forking`.
"""

import asyncio
import random
from datetime import timedelta
from typing import Any

from tests.torture.forking import fork_on_demand


def main() -> None:
    """Until nobody is left to tell it anything."""
    from mia_companion.server import backend  # noqa: F401, PLC0415

    fork_on_demand(_sent)


def _sent(_: dict[str, Any]) -> int:
    random.seed()
    asyncio.run(_send())
    return 0


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
