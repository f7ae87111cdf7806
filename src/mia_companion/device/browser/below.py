"""Around everything that one process serves, where it lies below a path: inside, all paths begin at `/`.

/mia/v1/push   ──▶ /v1/push      a proxy that passes on what was asked for
/v1/push       ──▶ /v1/push      a proxy that took the path away, and whoever asks this process itself
/mia           ──▶ back to /mia/
"""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from mia_companion.device.browser.policy import HEADERS, file_policy

_Message = MutableMapping[str, Any]
_Receive = Callable[[], Awaitable[_Message]]
_Send = Callable[[_Message], Awaitable[None]]


class BelowPath:
    """ASGI middleware; `path` is that of a `wire.place.Place`."""

    def __init__(self, app: Callable[[Any, Any, Any], Awaitable[None]], path: str) -> None:
        self._app = app
        self._path = path

    async def __call__(self, scope: _Message, receive: _Receive, send: _Send) -> None:
        """ASGI."""
        asked = scope.get("path", "")
        if self._path and asked.startswith(f"{self._path}/"):
            rest = asked.removeprefix(self._path)
            raw = (scope.get("raw_path") or asked.encode()).removeprefix(self._path.encode())
            scope = {**scope, "path": rest, "raw_path": raw}
        elif self._path and asked == self._path and scope["type"] == "http":
            return await _lead_on(f"{self._path}/", scope, send)
        await self._app(scope, receive, send)


async def _lead_on(there: str, scope: _Message, send: _Send) -> None:
    query = scope.get("query_string", b"")
    to = there.encode() + (b"?" + query if query else b"")
    headers = [(b"location", to), (b"content-length", b"0"), file_policy(b""), *HEADERS]
    await send({"type": "http.response.start", "status": 308, "headers": headers})
    await send({"type": "http.response.body", "body": b""})
