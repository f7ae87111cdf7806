"""The load: HTTP and event streams on raw sockets, with as little work of its own as can be.

`httpx` would cost more than what is measured.
"""

import asyncio
from dataclasses import dataclass
from typing import Self

_LIMIT = 16 * 1024 * 1024


class Requests:
    """One open connection: a request, then its answer."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    @classmethod
    async def to(cls, port: int) -> Self:
        """Connected to the loopback."""
        return cls(*await asyncio.open_connection("127.0.0.1", port, limit=_LIMIT))

    async def post(self, path: str, body: bytes, access: str = "") -> bytes:
        """The body of the answer. Raises RuntimeError on any but 200."""
        head = f"POST {path} HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer {access}\r\n"
        head += f"content-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
        self._writer.write(head.encode() + body)
        answer = (await self._reader.readuntil(b"\r\n\r\n")).lower()
        length = int(answer.partition(b"content-length:")[2].partition(b"\r\n")[0])
        said = await self._reader.readexactly(length)
        if not answer.startswith(b"http/1.1 200"):
            raise RuntimeError(f"{path}: {answer!r} {said!r}")
        return said

    def close(self) -> None:
        """Hang up."""
        self._writer.close()


@dataclass(slots=True)
class Stream:
    """An event stream. Its chunks are read as they come; every event is one."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    @classmethod
    async def to(cls, port: int, path: str, access: str = "") -> Self:
        """The line stands when this returns. Small buffers: there are many of them."""
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=4096)
        head = f"GET {path} HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer {access}\r\n"
        head += (
            "accept: text/event-stream\r\naccept-encoding: gzip, deflate\r\n\r\n"  # as httpx does
        )
        writer.write(head.encode())
        answer = await reader.readuntil(b"\r\n\r\n")
        if not answer.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(f"{path}: {answer!r}")
        return cls(reader, writer)

    async def event(self) -> bytes:
        """The data of the next event; comments are passed over."""
        while True:
            line = await self.reader.readuntil(b"\n")
            if line.startswith(b"data:"):
                return line[5:].strip()

    def close(self) -> None:
        """Hang up."""
        self.writer.close()
