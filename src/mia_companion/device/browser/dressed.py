"""What each answer of the web app bears: headers; an index page also its words, its policy and a key."""

from collections.abc import Awaitable, Callable, MutableMapping, Sequence
from dataclasses import dataclass
from typing import Any

from mia_companion.device.browser.cookie import cookie_for
from mia_companion.device.browser.front import Front
from mia_companion.device.browser.policy import HEADERS, content_security_policy, file_policy

Message = MutableMapping[str, Any]
Send = Callable[[Message], Awaitable[None]]

_OURS = {b"access-control-allow-origin", *(name for name, _ in HEADERS)}
"""What the web app's own server says of these does not count: said twice, some are not heard at all."""


@dataclass(frozen=True)
class Given:
    """What an index page comes with: the browser's key, its language, and whether all before is forgotten."""

    key: bytes
    language: str
    forgets: bool = False


class Dressed:
    """Passes messages on to `send`. `cached` is what a file may be kept by."""

    def __init__(self, send: Send, front: Front, given: Given, cached: bytes = b"") -> None:
        self._send = send
        self._front = front
        self._given = given
        self._cached = cached
        self._start: Message | None = None
        self._page = bytearray()

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            kept = [h for h in message["headers"] if h[0] not in _OURS]
            message = {**message, "headers": [*kept, *HEADERS]}
            kind = _kind(kept)
            if kind.startswith(b"text/html"):
                self._start = message
                return
            message["headers"].append(file_policy(kind))
            if self._cached and message["status"] in (200, 206, 304):
                message["headers"].append((b"cache-control", self._cached))
        elif self._start is not None:
            self._page += message.get("body", b"")
            if message.get("more_body"):
                return
            page = self._front.page(bytes(self._page), self._given.language)
            await self._send(self._dressed(self._start, page))
            message = {"type": "http.response.body", "body": page}
        await self._send(message)

    def _dressed(self, start: Message, page: bytes) -> Message:
        # Of the file on the disk, which is not what is sent.
        kept = [h for h in start["headers"] if h[0] not in _OF_THE_FILE]
        policy = content_security_policy(page).encode()
        added = [
            (b"content-length", str(len(page)).encode()),
            (b"content-language", self._given.language.encode()),
            (b"content-security-policy", policy),
            (b"cache-control", b"no-store"),
            (b"vary", b"accept-language, cookie"),
            (b"set-cookie", cookie_for(self._given.key, self._front.place).encode()),
        ]
        if self._given.forgets:
            added.append((b"set-cookie", self._front.forget().encode()))
        return {**start, "headers": [*kept, *added]}


_OF_THE_FILE = (b"content-length", b"etag", b"last-modified")


def _kind(headers: Sequence[tuple[bytes, bytes]]) -> bytes:
    return next((value for name, value in headers if name == b"content-type"), b"")
