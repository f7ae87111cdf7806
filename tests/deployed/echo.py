"""What stands behind a proxy and tells what reached it: the head as it came, and pieces as they come.

GET  /readyz     200
GET  /drip       a piece every time the test lets one go
POST /anything   after the first bytes of the body, before the rest, they are heard
else             the head of the request, as text
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field


@dataclass
class Echo:
    """What it has heard. `bodies` gets every piece of a body when it is here."""

    port: int = 0
    heads: list[str] = field(default_factory=list)
    bodies: asyncio.Queue[bytes] = field(default_factory=asyncio.Queue)
    drips: asyncio.Queue[bytes] = field(default_factory=asyncio.Queue)
    tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """A connection."""
        task = asyncio.ensure_future(self.answer(reader, writer))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, request after request."""
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                if head.startswith("GET /readyz "):
                    writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n")
                elif head.startswith("GET /drip "):
                    await self._drip(writer)
                elif head.startswith(("POST ", "PUT ")):
                    self.heads.append(head)
                    while piece := await reader.read(65536):  # until it is hung up on
                        self.bodies.put_nowait(piece)
                else:
                    self.heads.append(head)
                    said = head.encode("latin-1")
                    writer.write(b"HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n")
                    writer.write(f"content-length: {len(said)}\r\n\r\n".encode() + said)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async def _drip(self, writer: asyncio.StreamWriter) -> None:
        writer.write(
            b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n"
            b"transfer-encoding: chunked\r\n\r\n"
        )
        while piece := await self.drips.get():
            writer.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
            await writer.drain()
        writer.write(b"0\r\n\r\n")


@asynccontextmanager
async def echoing() -> AsyncIterator[Echo]:
    """One, listening."""
    echo = Echo()
    server = await asyncio.start_server(echo.accept, "127.0.0.1", 0, limit=2**20)
    echo.port = server.sockets[0].getsockname()[1]
    try:
        yield echo
    finally:
        server.close()
        for task in tuple(echo.tasks):
            task.cancel()
        await asyncio.gather(*echo.tasks, return_exceptions=True)
