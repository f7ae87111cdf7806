"""The load: connections that speak HTTP/1.1 with ready-made bytes, as little work as can be.

A client is a generator that yields requests and is sent the body of each answer. It runs over one
connection, the next request following at once on the last answer, until it ends or time is up.
"""

import asyncio
import time
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import cast

import uvloop

Client = Generator[bytes, bytes, None]
"""Yields whole requests; is sent bodies, as they came."""

_OK = b"HTTP/1.1 2"
_PATIENCE = 60.0
"""Seconds that a last answer may take, before the server is taken for stuck."""
_END = b"\r\n\r\n"


@dataclass(slots=True)
class Taken:
    """What one run took: seconds of each answered request, of all of it, and of this process's core."""

    seconds: float = 0.0
    busy: float = 0.0
    each: list[float] = field(default_factory=list)
    received: int = 0
    """Bytes that came, heads and all."""


def run(port: int, clients: Sequence[Client], seconds: float) -> Taken:
    """All clients at once, for so long or until each has ended.

    Raises RuntimeError on an answer that is no success, ConnectionError when the server hangs up, and
    whatever a client raises: a server that refuses quickly has no figure.
    """
    return uvloop.run(_run(port, clients, seconds))


async def _run(port: int, clients: Sequence[Client], seconds: float) -> Taken:
    taken, lines = Taken(), list[_Line]()
    loop = asyncio.get_running_loop()
    try:
        for client in clients:
            lines.append(_Line(client, taken))
            await loop.create_connection(partial(_itself, lines[-1]), "127.0.0.1", port)
        began, busy = time.perf_counter(), time.process_time()
        for line in lines:
            line.begin(began + seconds)
        async with asyncio.timeout(seconds + _PATIENCE):
            await asyncio.gather(*(line.ended for line in lines))
        taken.seconds, taken.busy = time.perf_counter() - began, time.process_time() - busy
    finally:
        for line in lines:
            line.close()
        await asyncio.sleep(0)  # the loop lets go of them; it would not end with one that is open
    return taken


def _itself(line: "_Line") -> "_Line":
    return line


class _Line(asyncio.Protocol):
    """One connection of one client."""

    def __init__(self, client: Client, taken: Taken) -> None:
        self._client, self._taken = client, taken
        self._came = bytearray()
        self._transport: asyncio.Transport | None = None
        self._until = self._sent = 0.0
        self.ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)

    def begin(self, until: float) -> None:
        """Send the first request."""
        self._until = until
        self._send(next(self._client))

    def _send(self, request: bytes) -> None:
        self._sent = time.perf_counter()
        if self._transport is not None:
            self._transport.write(request)

    def data_received(self, data: bytes) -> None:
        self._came += data
        body = answer_in(self._came)
        if body is None:
            return
        now = time.perf_counter()
        self._taken.each.append(now - self._sent)
        self._taken.received += len(self._came)
        if not self._came.startswith(_OK):
            self._fail(RuntimeError(bytes(self._came[:600]).decode("utf-8", "replace")))
            return
        self._came.clear()
        try:
            if now < self._until:
                self._send(self._client.send(body))
                return
            self._client.send(body)
        except StopIteration:
            pass
        except Exception as error:
            self._fail(error)
            return
        self._end()

    def connection_lost(self, _: Exception | None) -> None:
        self._fail(ConnectionError("the server hung up"))

    def _end(self) -> None:
        if not self.ended.done():
            self.ended.set_result(None)

    def _fail(self, error: Exception) -> None:
        if not self.ended.done():
            self.ended.set_exception(error)

    def close(self) -> None:
        """Hang up, if it ever stood."""
        if self._transport is not None:
            self._transport.abort()


def answer_in(came: bytearray) -> bytes | None:
    """The body of the answer, once all of it has come."""
    head = came.find(_END)
    if head < 0:
        return None
    start = head + len(_END)
    fields = came[:start].lower()
    at = fields.find(b"\r\ncontent-length:")
    if at >= 0:
        length = int(fields[at + 17 : fields.find(b"\r\n", at + 17)])
        return bytes(came[start : start + length]) if len(came) >= start + length else None
    if fields.find(b"\r\ntransfer-encoding: chunked") < 0:
        return b""
    if not came.endswith(b"0\r\n\r\n"):
        return None
    return _unchunked(came, start)


def _unchunked(came: bytearray, at: int) -> bytes | None:
    parts: list[bytes] = []
    while True:
        line = came.find(b"\r\n", at)
        if line < 0:
            return None
        size = int(came[at:line], 16)
        if size == 0:
            return b"".join(parts)
        parts.append(bytes(came[line + 2 : line + 2 + size]))
        at = line + 2 + size + 2
        if at > len(came):
            return None


def request(method: str, path: str, body: bytes = b"", **headers: str) -> bytes:
    """One whole request. Compressed answers are welcome, as they are to any client."""
    said = {"Host": "127.0.0.1", "Accept-Encoding": "gzip", **headers}
    if body:
        said |= {"Content-Type": "application/json", "Content-Length": str(len(body))}
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in said.items())
    return f"{method} {path} HTTP/1.1\r\n{lines}\r\n".encode() + body
