"""A real mail server that takes, refuses, or dies in the middle, and an SMS provider on a real socket."""

import asyncio
import base64
import json
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any
from urllib.parse import parse_qs, urlsplit

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

TAKES, NOT_NOW, NEVER, NEVER_AT_DATA, DIES = "takes", "not now", "never", "never at data", "dies"


@dataclass
class PostOffice:
    """The mail server's handler, and what came. `moods` are of the next mails, `mood` of the rest."""

    mood: str = TAKES
    moods: list[str] = field(default_factory=list)
    came: list[tuple[Envelope, EmailMessage]] = field(default_factory=list)
    port: int = 0
    seconds: float = 0.0
    """How long it takes to say that it has taken a mail."""

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """By its mood."""
        mood = self.moods[0] if self.moods else self.mood
        if mood == NOT_NOW:
            self._next()
            return f"450 4.2.0 {address} later"
        if mood == NEVER:
            self._next()
            return f"550 5.1.1 {address} nobody here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Taken, or taken and the line cut before the answer."""
        mood = self._next()
        if mood == NEVER_AT_DATA:
            return "554 5.7.1 not this"
        assert isinstance(envelope.content, bytes)
        said = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(said, EmailMessage)
        self.came.append((envelope, said))
        await asyncio.sleep(self.seconds)
        if mood == DIES:
            assert isinstance(server.transport, asyncio.Transport)
            server.transport.abort()
        return "250 OK"

    def _next(self) -> str:
        return self.moods.pop(0) if self.moods else self.mood


@contextmanager
def post_office(**more: Any) -> Iterator[PostOffice]:
    """One in a thread of its own."""
    made = PostOffice()
    with socket.create_server(("127.0.0.1", 0)) as free:
        made.port = free.getsockname()[1]
    controller = Controller(made, hostname="127.0.0.1", port=made.port, **more)
    controller.start()
    try:
        yield made
    finally:
        controller.stop()


@dataclass
class Provider:
    """An SMS provider as the operator may have: `sent` is what it sends on, each id once."""

    statuses: list[int] = field(default_factory=list)
    cuts: int = 0
    """So many answers never arrive, though the message is sent."""
    sent: list[dict[str, Any]] = field(default_factory=list)
    asked: list[tuple[str, dict[str, str], dict[str, Any]]] = field(default_factory=list)
    url: str = ""

    def answer(
        self, method: str, target: str, headers: dict[str, str], body: bytes
    ) -> tuple[int, Any]:
        """Status and JSON."""
        if headers.get("authorization", "").startswith("Basic "):
            return self._elks(method, target, headers, body)
        said = json.loads(body)
        self.asked.append((method, headers, said))
        if self.statuses:
            return self.statuses.pop(0), {}
        if said["id"] not in [one["id"] for one in self.sent]:
            self.sent.append(said)
        return 201, {}

    def _elks(
        self, method: str, target: str, headers: dict[str, str], body: bytes
    ) -> tuple[int, Any]:
        if base64.b64decode(headers["authorization"].split()[1]) != b"user:secret":
            return 401, {}
        values = parse_qs(body.decode() if method == "POST" else urlsplit(target).query)
        said = {name: value[0] for name, value in values.items()}
        self.asked.append((method, headers, said))
        if self.statuses:
            return self.statuses.pop(0), {}
        if method == "POST":
            self.sent.append({"direction": "outgoing", "status": "sent", **said})
            return 200, self.sent[-1]
        return 200, {"data": [one for one in self.sent if one["to"] == said["to"]]}


@asynccontextmanager
async def provider() -> AsyncIterator[Provider]:
    """One on a socket."""
    made = Provider()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        method, target, _ = head[0].split()
        pairs = (line.split(": ", 1) for line in head[1:] if line)
        headers = {name.lower(): value for name, value in pairs}
        body = await reader.readexactly(int(headers.get("content-length", 0)))
        status, said = made.answer(method, target, headers, body)
        if made.cuts and method == "POST":
            made.cuts -= 1
        else:
            content = json.dumps(said).encode()
            length = f"content-length: {len(content)}\r\nconnection: close"
            writer.write(f"HTTP/1.1 {status} X\r\n{length}\r\n\r\n".encode() + content)
            await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    made.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/sms"
    async with server:
        yield made
