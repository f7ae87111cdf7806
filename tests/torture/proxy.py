"""A box between a device and the server, as wifi, tunnels and company proxies are: TCP on both sides.

Every request comes on a connection of its own, and meets a fault or none:

    refused   thrown out, and for a while nobody listens       silent    taken, and never answered
    half      half of it arrives, and the line breaks          late      answered when nobody waits any more
    unheard   it arrives, the line breaks before the answer    cut       the answer ends in its middle
    drip      the answer comes a few bytes at a time           twice     it arrives twice at once
    html …    502, 503, 401, 200 or 302 from somebody on the way, before or after it arrived
"""

import asyncio
import random
import socket
import struct
from collections import Counter
from contextlib import suppress

from tests.journeys.stage import free_port
from tests.torture.pages import HTML, page

SHARE = 0.35
FAULTS = ("refused", "silent", "half", "late", "unheard", "cut", "drip", "twice", *HTML)


class Proxy:
    """One device's way to the server; fine until it is stormy."""

    def __init__(self, server: int, randomness: random.Random, *, late: float) -> None:
        """`server` is its port; what is late, is so by that many seconds."""
        self.port = free_port()
        self.is_stormy = False
        """Whether requests meet faults: each kind as often as any other, together `SHARE` of all."""
        self.met: Counter[str] = Counter()
        self._server = server
        self._random = randomness
        self._late = late
        self._dealt: list[str] = []
        self._listening: asyncio.Server | None = None
        self._lines: dict[asyncio.Task[None], asyncio.StreamWriter] = {}

    async def open(self) -> None:
        """Listen, if nobody does."""
        if self._listening is None:
            self._listening = await asyncio.start_server(self._accept, "127.0.0.1", self.port)

    def shut(self) -> None:
        """Nobody listens, and every line breaks."""
        if self._listening is not None:
            self._listening.close()
            self._listening = None
        for line in self._lines.values():
            _break(line)

    async def close(self) -> None:
        """Nothing goes on."""
        self.shut()
        for task in (ending := tuple(self._lines)):
            task.cancel()
        await asyncio.gather(*ending, return_exceptions=True)

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.get_running_loop().create_task(self._serve(reader, writer))
        self._lines[task] = writer
        task.add_done_callback(self._lines.pop)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            with suppress(OSError, EOFError, ValueError):
                request = await _read_request(reader)
                fault = "fine"
                if self.is_stormy:
                    self._dealt = self._dealt or self._shuffled()
                    fault = self._dealt.pop()
                self.met[fault] += 1
                if b" /v1/live " in request:
                    await self._follow(request, writer, fault)
                else:
                    await self._answer(request, writer, fault)
        finally:
            writer.close()

    async def _answer(self, request: bytes, writer: asyncio.StreamWriter, fault: str) -> None:
        if fault == "refused":
            _break(writer)
            await self._be_away()
            return
        if fault == "silent":
            await asyncio.sleep(self._late)
            _break(writer)
            return
        if fault == "half":
            await self._carry(request[: len(request) // 2], whole=False)
            _break(writer)
            return
        if fault in HTML and fault != "html after":
            await _send(writer, page(fault))
            return
        if fault == "twice":
            first, answer = await asyncio.gather(self._carry(request), self._carry(request))
            answer = answer or first
        else:
            answer = await self._carry(request)
        await self._give(answer, writer, fault)

    async def _give(self, answer: bytes, writer: asyncio.StreamWriter, fault: str) -> None:
        if fault == "unheard" or not answer:
            _break(writer)
        elif fault == "late":
            await asyncio.sleep(self._late)
            await _send(writer, answer)
        elif fault == "cut":
            await _send(writer, answer[: self._random.randrange(1, len(answer))])
        elif fault == "drip":
            step = max(40, len(answer) // 8)
            for start in range(0, len(answer), step):
                await _send(writer, answer[start : start + step])
                await asyncio.sleep(self._late / 20)
        elif fault == "html after":
            await _send(writer, page(fault))
        else:
            await _send(writer, answer)

    async def _follow(self, request: bytes, writer: asyncio.StreamWriter, fault: str) -> None:
        """The live line: what comes goes on at once, until something breaks."""
        if fault in HTML:
            await _send(writer, page(fault))
            return
        reader, to_server = await asyncio.open_connection("127.0.0.1", self._server)
        try:
            await _send(to_server, request)
            life = None if fault == "fine" else self._random.uniform(0, 2)
            with suppress(TimeoutError):
                async with asyncio.timeout(life):
                    while came := await reader.read(4096):
                        await _send(writer, came)
        finally:
            to_server.close()
            _break(writer)

    async def _carry(self, request: bytes, *, whole: bool = True) -> bytes:
        """To the server; what it answers, or nothing if it is not there or dies meanwhile."""
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", self._server)
        except OSError:
            return b""
        try:
            await _send(writer, request)
            if not whole:
                _break(writer)
                return b""
            return await reader.read(-1)
        except OSError:
            return b""
        finally:
            writer.close()

    async def _be_away(self) -> None:
        if self._listening is None:
            return
        self._listening.close()
        self._listening = None
        await asyncio.sleep(self._random.uniform(0.02, 0.1))
        if self.is_stormy:
            await self.open()

    def _shuffled(self) -> list[str]:
        fine = ["fine"] * round(len(FAULTS) * (1 - SHARE) / SHARE)
        return self._random.sample([*FAULTS, *fine], len(FAULTS) + len(fine))


async def _read_request(reader: asyncio.StreamReader) -> bytes:
    head = await reader.readuntil(b"\r\n\r\n")
    length = 0
    lines = head[:-4].split(b"\r\n")
    for line in lines:
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    kept = [line for line in lines if not line.lower().startswith(b"connection:")]
    body = await reader.readexactly(length)
    return b"\r\n".join([*kept, b"connection: close", b"", body])


async def _send(writer: asyncio.StreamWriter, content: bytes) -> None:
    writer.write(content)
    await writer.drain()


def _break(writer: asyncio.StreamWriter) -> None:
    """Reset the connection: no farewell, and what was not delivered is gone."""
    raw = writer.get_extra_info("socket")
    if raw is not None and raw.fileno() >= 0:
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()
