"""In front of everything that one process serves: is it alive, is it ready, and, as it stops, goodbye.

/livez   ──▶ 200 as long as the process answers at all
/readyz  ──▶ 200 or 503: see `readiness.py`
"""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mia_companion.server.watching.readiness import Readiness
from mia_companion.wire.headers import API

LIVE, READY = "/livez", "/readyz"
_HEADERS = [(name.encode(), value.encode()) for name, value in API.items()]


class Door:
    """ASGI middleware. While the process stops, each answer asks its connection to end: then none is idle
    and about to be used when the process closes it."""

    def __init__(self, app: ASGIApp, readiness: Readiness) -> None:
        self._app, self._readiness = app, readiness

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sending(message: Message) -> None:
            if self._readiness.stopping and message["type"] == "http.response.start":
                MutableHeaders(scope=message)["connection"] = "close"
            await send(message)

        if scope["path"] in (LIVE, READY):
            await self._answer(scope, sending)
        else:
            await self._app(scope, receive, sending)

    async def _answer(self, scope: Scope, send: Send) -> None:
        if scope["method"] not in ("GET", "HEAD"):
            status, said = 405, b"GET only\n"
        elif scope["path"] == LIVE or await self._readiness.is_ready():
            status, said = 200, b"ok\n"
        else:
            status, said = 503, b"not ready\n"
        length = (b"content-length", str(len(said)).encode())
        headers = [*_HEADERS, (b"content-type", b"text/plain"), length]
        if status == 405:
            headers.append((b"allow", b"GET, HEAD"))
        await send({"type": "http.response.start", "status": status, "headers": headers})
        body = b"" if scope["method"] == "HEAD" else said
        await send({"type": "http.response.body", "body": body})
