"""Two lines to a server for a load that waits for answers: one that is asked, one that is told."""

import asyncio
import re
from collections.abc import Callable
from typing import cast

from bench.peers.load import answer_in

_NUDGE = re.compile(rb'"journal":"([^"]+)","seq":(\d+)')


class HungUp(ConnectionError):
    """The server closed the line."""


class Line(asyncio.Protocol):
    """One kept connection; one request at a time."""

    def __init__(self) -> None:
        self._came = bytearray()
        self._answer: asyncio.Future[tuple[int, bytes]] | None = None
        self.gone = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)

    async def ask(self, request: bytes) -> tuple[int, bytes]:
        """The status and the body of the answer, still compressed."""
        if self.gone:
            raise HungUp
        self._answer = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        return await self._answer

    def data_received(self, data: bytes) -> None:
        self._came += data
        body = answer_in(self._came)
        if body is None or self._answer is None or self._answer.done():
            return
        self._answer.set_result((int(self._came[9:12]), body))
        self._came.clear()

    def connection_lost(self, _: Exception | None) -> None:
        self.gone = True
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(HungUp())

    def close(self) -> None:
        """Hang up."""
        self._transport.close()


class Listening(asyncio.Protocol):
    """A live line; `told` is called with each nudge's journal and seq."""

    def __init__(self, asked: bytes, told: Callable[[str, int], None]) -> None:
        self._asked, self._told = asked, told
        self._kept = b""
        self.stands: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)
        self._transport.write(self._asked)

    def data_received(self, data: bytes) -> None:
        if not self.stands.done():
            if not data.startswith(b"HTTP/1.1 200"):
                self.stands.set_exception(HungUp(data[:200].decode("latin-1")))
                return
            self.stands.set_result(None)
        whole, _, self._kept = (self._kept + data).rpartition(b"\n")
        for journal, seq in _NUDGE.findall(whole):
            self._told(journal.decode(), int(seq))

    def connection_lost(self, _: Exception | None) -> None:
        if not self.stands.done():
            self.stands.set_exception(HungUp())

    def close(self) -> None:
        """Hang up."""
        self._transport.close()


async def line_to(port: int) -> Line:
    """A fresh connection."""
    _, line = await asyncio.get_running_loop().create_connection(Line, "127.0.0.1", port)
    return line


async def listen_to(port: int, asked: bytes, told: Callable[[str, int], None]) -> Listening:
    """A live line that stands."""
    loop = asyncio.get_running_loop()
    _, line = await loop.create_connection(lambda: Listening(asked, told), "127.0.0.1", port)
    await line.stands
    return line
