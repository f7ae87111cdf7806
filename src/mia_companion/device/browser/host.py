"""The ASGI application around the web app: cookie, headers, fonts; the backend's paths pass through.

/v1/…               ──▶ backend, if it lives in this process
/assets/fonts/…     ──▶ our own fonts
/uploads/…          ──▶ the page of the same browser that waits for a file
/letters/…          ──▶ the page of the same browser that waits for a font
anything else, /ws  ──▶ the web app, with the browser's key in `browser_key`
"""

from collections.abc import Awaitable, Callable, Container, MutableMapping
from typing import Any

from mia_companion.device.browser.address import browser_address, browser_network
from mia_companion.device.browser.cookie import browser_key, cookie_for, new_key, read_key
from mia_companion.device.browser.fonts import CACHED, OURS, ours
from mia_companion.device.browser.letters import PREFIX as LETTERS
from mia_companion.device.browser.letters import Letters
from mia_companion.device.browser.policy import HEADERS, content_security_policy, file_policy
from mia_companion.device.browser.uploads import PREFIX as UPLOADS
from mia_companion.device.browser.uploads import Uploads
from mia_companion.device.browser.voices import browser_voices, voices_in

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Asgi = Callable[[Scope, Receive, Send], Awaitable[None]]


_PLACE = b"<!-- offlineWords -->"


class BrowserHost:
    """Serves the web app to browsers. `lifespan` belongs to the whole and is run by `main`.

    `offline` is put into the index page, for when its line is cut. A browser with one of the `forgotten`
    keys gets another one with its next page.
    """

    def __init__(
        self,
        web: Asgi,
        backend: Asgi | None,
        lifespan: Asgi,
        *,
        random: Callable[[int], bytes],
        uploads: Uploads,
        letters: Letters,
        offline: str = "",
        forgotten: Container[bytes] = (),
    ) -> None:
        self._forgotten = forgotten
        self._uploads = uploads
        self._offline = offline.encode()
        self._web = web
        self._backend = backend
        self._letters = letters
        self._lifespan = lifespan
        self._random = random

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        if scope["type"] == "lifespan":
            return await self._lifespan(scope, receive, send)
        path = scope["path"]
        if self._backend is not None and (path == "/v1" or path.startswith("/v1/")):
            return await self._backend(scope, receive, send)
        key = read_key(_header(scope, b"cookie"))
        if scope["type"] == "websocket":
            if not _same_origin(scope):
                return await send({"type": "websocket.close", "code": 1008})
            browser_key.set(key)
            browser_address.set(_header(scope, b"origin"))
            browser_voices.set(voices_in(scope.get("query_string", b"")))
            browser_network.set((scope.get("client") or ("",))[0])
            return await self._web(scope, receive, send)
        await self._http(key, scope, receive, send)

    async def _http(self, key: bytes | None, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"]
        if path.startswith(UPLOADS):
            mine = key if _same_origin(scope) else None
            await self._uploads.handle(mine, scope, receive, send)
        elif path.startswith(LETTERS) and scope["method"] == "POST":
            if _same_origin(scope):
                self._letters.note(key, OURS + path.removeprefix(LETTERS))
            await _answer_nothing(send)
        else:
            if key is not None and key in self._forgotten:
                key = None
            dressed = _Dressed(send, key or new_key(self._random), self._offline)
            if (font := ours(path)).startswith(OURS):
                scope, dressed.cached = {**scope, "path": font, "raw_path": font.encode()}, CACHED
            await self._web(scope, receive, dressed)


_OURS = {b"access-control-allow-origin", *(name for name, _ in HEADERS)}
"""What the web app's own server says of these does not count: said twice, some are not heard at all."""


class _Dressed:
    """Adds headers; for an index page, also its policy and the browser's key."""

    def __init__(self, send: Send, key: bytes, offline: bytes) -> None:
        self._send = send
        self._key = key
        self._offline = offline
        self._start: Message | None = None
        self._page = bytearray()
        self.cached = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            kept = [h for h in message["headers"] if h[0] not in _OURS]
            message = {**message, "headers": [*kept, *HEADERS]}
            if _is_html(kept):
                self._start = message
                return
            message["headers"].append(file_policy(_kind(kept)))
            if self.cached and message["status"] in (200, 206, 304):
                message["headers"].append((b"cache-control", self.cached))
        elif self._start is not None:
            self._page += message.get("body", b"")
            if message.get("more_body"):
                return
            page = bytes(self._page).replace(_PLACE, self._offline)
            await self._send(self._dressed(self._start, page))
            message = {"type": "http.response.body", "body": page}
        await self._send(message)

    def _dressed(self, start: Message, page: bytes) -> Message:
        kept = [h for h in start["headers"] if h[0] != b"content-length"]
        policy = content_security_policy(page).encode()
        added = [
            (b"content-length", str(len(page)).encode()),
            (b"content-security-policy", policy),
            (b"cache-control", b"no-store"),
            (b"set-cookie", cookie_for(self._key).encode()),
        ]
        return {**start, "headers": [*kept, *added]}


def _header(scope: Scope, name: bytes) -> str:
    return next((value.decode("latin-1") for key, value in scope["headers"] if key == name), "")


def _kind(headers: list[tuple[bytes, bytes]]) -> bytes:
    return next((value for name, value in headers if name == b"content-type"), b"")


def _is_html(headers: list[tuple[bytes, bytes]]) -> bool:
    return _kind(headers).startswith(b"text/html")


def _same_origin(scope: Scope) -> bool:
    """A page of another origin must not open a socket with our cookie."""
    origin = _header(scope, b"origin")
    return not origin or origin.split("://", 1)[-1] == _header(scope, b"host")


async def _answer_nothing(send: Send) -> None:
    headers = [(b"cache-control", b"no-store"), file_policy(b""), *HEADERS]
    await send({"type": "http.response.start", "status": 204, "headers": headers})
    await send({"type": "http.response.body", "body": b""})
