"""Waiting for other processes, which tell nobody when they are ready."""

import asyncio
from collections.abc import Callable


async def until(holds: Callable[[], bool], seconds: float, every: float = 0.02) -> None:
    """Until it holds. Raises TimeoutError."""
    async with asyncio.timeout(seconds):
        while not holds():  # noqa: ASYNC110
            await asyncio.sleep(every)
