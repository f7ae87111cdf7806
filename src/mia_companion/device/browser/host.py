"""The ASGI application around the web app: cookie, headers, fonts; the backend's paths pass through.

/v1/…               ──▶ backend, if it lives in this process
/manifest/…         ──▶ what browsers install the app by, in a language
/assets/fonts/…     ──▶ our own fonts
/uploads/…          ──▶ the page of the same browser that waits for a file
/letters/…          ──▶ the page of the same browser that waits for a font
anything else, /ws  ──▶ the web app, with the browser's key in `browser_key`
"""

from collections.abc import Awaitable, Callable, Container, MutableMapping
from typing import Any

from mia_companion.device.browser.address import browser_address, browser_network
from mia_companion.device.browser.cookie import browser_key, new_key, read_key
from mia_companion.device.browser.dressed import Dressed, Given
from mia_companion.device.browser.fonts import CACHED, OURS, ours
from mia_companion.device.browser.front import MANIFESTS, Front
from mia_companion.device.browser.home import browser_home, home_in
from mia_companion.device.browser.letters import PREFIX as LETTERS
from mia_companion.device.browser.letters import Letters
from mia_companion.device.browser.policy import HEADERS, file_policy
from mia_companion.device.browser.uploads import PREFIX as UPLOADS
from mia_companion.device.browser.uploads import Uploads
from mia_companion.device.browser.voices import browser_voices, voices_in

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Asgi = Callable[[Scope, Receive, Send], Awaitable[None]]

_MANIFEST = "/manifest.json"
"""Where it lay before there was one a language; the browser's own is found for it."""


class BrowserHost:
    """Serves the web app to browsers. `lifespan` belongs to the whole and is run by `main`.

    `front` is what the index page says. A browser with one of the `forgotten` keys gets another one with its
    next page.
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
        front: Front | None = None,
        forgotten: Container[bytes] = (),
    ) -> None:
        self._forgotten = forgotten
        self._uploads = uploads
        self._front = front or Front()
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
        key = read_key(_header(scope, b"cookie"), self._front.place)
        if scope["type"] == "websocket":
            if not self._is_ours(scope):
                return await send({"type": "websocket.close", "code": 1008})
            browser_key.set(key)
            origin = _header(scope, b"origin")
            browser_address.set(origin and origin + self._front.place.path)
            query = scope.get("query_string", b"")
            browser_voices.set(voices_in(query))
            browser_home.set(home_in(query))
            browser_network.set((scope.get("client") or ("",))[0])
            return await self._web(scope, receive, send)
        await self._http(key, scope, receive, send)

    async def _http(self, key: bytes | None, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"]
        if path.startswith(UPLOADS):
            mine = key if self._is_ours(scope) else None
            await self._uploads.handle(mine, scope, receive, send)
        elif path.startswith(LETTERS) and scope["method"] == "POST":
            if self._is_ours(scope):
                self._letters.note(key, OURS + path.removeprefix(LETTERS))
            await _answer_nothing(send)
        else:
            await self._page_or_file(key, scope, receive, send)

    async def _page_or_file(
        self, key: bytes | None, scope: Scope, receive: Receive, send: Send
    ) -> None:
        path = scope["path"]
        forgets = key in self._forgotten
        cookies = "" if forgets else _header(scope, b"cookie")
        language = self._front.language(cookies, _header(scope, b"accept-language"))
        if path == _MANIFEST:
            path = MANIFESTS + language
        if (manifest := self._front.manifest(path)) is not None:
            return await _answer_manifest(manifest, scope, send)
        if key is None or forgets:
            key = new_key(self._random)
        font, cached = ours(path), b""
        if font.startswith(OURS):
            scope, cached = {**scope, "path": font, "raw_path": font.encode()}, CACHED
        given = Given(key, language, forgets)
        await self._web(scope, receive, Dressed(send, self._front, given, cached))

    def _is_ours(self, scope: Scope) -> bool:
        """A page of another origin must not open a socket with our cookie. What stands before us may call
        us by another name than browsers do."""
        origin = _header(scope, b"origin")
        known = (self._front.place.origin, f"//{_header(scope, b'host')}")
        return not origin or origin == known[0] or origin.partition(":")[2] == known[1]


def _header(scope: Scope, name: bytes) -> str:
    return next((value.decode("latin-1") for key, value in scope["headers"] if key == name), "")


async def _answer_nothing(send: Send) -> None:
    headers = [(b"cache-control", b"no-store"), file_policy(b""), *HEADERS]
    await send({"type": "http.response.start", "status": 204, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


async def _answer_manifest(manifest: bytes, scope: Scope, send: Send) -> None:
    headers = [
        (b"content-type", b"application/manifest+json"),
        (b"content-length", str(len(manifest)).encode()),
        (b"cache-control", b"private, no-cache"),
        (b"vary", b"accept-language, cookie"),
        file_policy(b""),
        *HEADERS,
    ]
    body = b"" if scope["method"] == "HEAD" else manifest
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})
