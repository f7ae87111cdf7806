"""The statement's pages in front of whatever else is served: they need no app, no script and no sign-in.

/tillganglighet  ──▶ in Swedish          anything else ──▶ the application behind
/accessibility   ──▶ in English
"""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from mia_companion.device.browser.policy import HEADERS
from mia_companion.device.statement.operator import Operator
from mia_companion.device.statement.page import PATHS, POLICY, page
from mia_companion.device.statement.told import statement

_Scope = MutableMapping[str, Any]
_Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
_Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]


class WithStatement:
    """ASGI. The pages are made once; `behind` is asked for everything else."""

    def __init__(
        self,
        behind: Callable[[_Scope, _Receive, _Send], Awaitable[None]],
        operator: Operator,
        below: str = "",
    ) -> None:
        self._behind = behind
        self._pages = {
            path: page(statement(), tag, operator, below).encode() for path, tag in PATHS.items()
        }

    async def __call__(self, scope: _Scope, receive: _Receive, send: _Send) -> None:
        path = scope.get("path", "").rstrip("/")
        reads = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
        if not reads or path not in self._pages:
            return await self._behind(scope, receive, send)
        body = self._pages[path]
        headers = [
            (b"content-type", b"text/html; charset=utf-8"),
            (b"content-length", str(len(body)).encode()),
            (b"content-language", PATHS[path].encode()),
            (b"cache-control", b"no-cache"),
            (b"content-security-policy", POLICY.encode()),
            *HEADERS,
        ]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send(
            {"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body}
        )
