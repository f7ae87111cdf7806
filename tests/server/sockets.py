"""A real server on a real socket, and a listener on its live line."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import httpx
import uvicorn
from fastapi import FastAPI

from mia_companion.server.subscription import Subscription
from tests.server.world import Person


@asynccontextmanager
async def serving(app: FastAPI) -> AsyncIterator[str]:
    """The app behind uvicorn, its backend already started; gives the address."""
    server = uvicorn.Server(
        uvicorn.Config(app, port=0, lifespan="off", log_config=None, timeout_graceful_shutdown=1)
    )
    task = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110  it has no event for this
        await asyncio.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        await task


async def listens(person: Person) -> Subscription:
    """A line of the person's that leads nowhere. What ends it or what it follows is seen on it."""

    async def write(event: bytes) -> None:
        """To nobody."""

    backend = person.world.backend
    one = Subscription(await backend.accounts.check(person.tokens.access), write, b"")
    await backend.relay.subscribe(one)
    return one


async def until(holds: Callable[[], object], seconds: float = 15) -> None:
    """Until it holds; raises TimeoutError."""
    async with asyncio.timeout(seconds):
        while not holds():  # noqa: ASYNC110
            await asyncio.sleep(0.01)


class Listener:
    """The lines of one person's live line."""

    def __init__(self, lines: AsyncIterator[str]) -> None:
        self._lines = lines

    async def skip_all(self) -> None:
        """Everything that comes, until the line ends and StopAsyncIteration is raised."""
        while True:
            await self.next()

    async def next(self, seconds: float = 5) -> str:
        """The next line that is not empty; raises StopAsyncIteration when the line has ended."""
        while True:
            line = await asyncio.wait_for(anext(self._lines), seconds)
            if line:
                return line


@asynccontextmanager
async def listening(address: str, person: Person) -> AsyncIterator[Listener]:
    """A person who listens; the line stands when this begins."""
    async with (
        httpx.AsyncClient() as http,
        http.stream("GET", f"{address}/v1/live", headers=person.headers) as answer,
    ):
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/event-stream")
        assert "content-encoding" not in answer.headers
        listener = Listener(answer.aiter_lines())
        assert (await listener.next()).startswith("retry: ")
        yield listener
