"""A backend for as long as somebody needs it: what the command line uses."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from mia_companion.server.backend import Backend


@asynccontextmanager
async def running(backend: Backend) -> AsyncIterator[Backend]:
    """A started backend, stopped at the end."""
    await backend.start()
    try:
        yield backend
    finally:
        await asyncio.shield(backend.stop())
