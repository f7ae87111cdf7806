"""Around every request under `/v1`: how long it may be, what no cache may keep, one line in the log.

Whatever else the same process serves keeps its own policy and caching.
"""

import logging
import secrets
import time
import traceback

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import DEFAULT_EXCLUDED_CONTENT_TYPES, GZipMiddleware
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mia_companion.domain.blobs import MAX_BLOB_BYTES
from mia_companion.server.api.problem_answers import problem_answer
from mia_companion.wire import headers, problems

ROOT = "/v1"
_GZIP_FROM = 1024

log = logging.getLogger("mia_companion.server.requests")


class Frame:
    """ASGI middleware. A body is counted as it comes in, so that a lie about its length helps nobody."""

    def __init__(self, app: ASGIApp, max_json_bytes: int) -> None:
        self._other = app
        self._max_json_bytes = max_json_bytes
        self._api = GZipMiddleware(
            app,
            minimum_size=_GZIP_FROM,
            compresslevel=5,
            exclude_content_types=(*DEFAULT_EXCLUDED_CONTENT_TYPES, "application/octet-stream"),
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        if scope["type"] != "http":
            await self._other(scope, receive, send)
            return
        if not (path == ROOT or path.startswith(ROOT + "/")):
            await self._other(scope, receive, with_headers(send, headers.SAFE))
            return
        await framed(self._limited, scope, receive, with_headers(send))

    async def _limited(self, scope: Scope, receive: Receive, send: Send) -> None:
        most = self._most(scope["path"], scope["method"])
        length = Headers(scope=scope).get("content-length", "0")
        if length.isdigit() and int(length) > most:
            await problem_answer(problems.TOO_LARGE, 413)(scope, receive, send)
            return
        came = 0

        async def receiving() -> Message:
            nonlocal came
            message = await receive()
            came += len(message.get("body", b""))
            if came > most:
                raise HTTPException(413)
            return message

        await self._api(scope, receiving, send)

    def _most(self, path: str, method: str) -> int:
        return MAX_BLOB_BYTES if "/blobs/" in path and method == "PUT" else self._max_json_bytes


async def framed(app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    """Let `app` answer. What fails is a problem, and one line of the log tells what was asked and came."""
    began, status, request = time.monotonic(), 0, secrets.token_hex(8)

    async def noting(message: Message) -> None:
        nonlocal status
        status = message.get("status", status)
        await send(message)

    try:
        await app(scope, receive, noting)
    except ClientDisconnect:
        pass  # there is nobody to answer
    except Exception as error:
        # Here and not further out, where its message would be logged: that may quote a body.
        named = {"error": type(error).__name__, "place": _place(error)}
        log.error("request failed", extra={"request": request, "route": _pattern(scope), **named})
        if status:
            raise ConnectionAbortedError from None
        await problem_answer(problems.UNAVAILABLE, 500)(scope, receive, with_headers(noting))
    finally:
        took = time.monotonic() - began
        figures = scope["app"].state.backend.watched.figures
        figures.request(_pattern(scope), scope["method"], status, took)
        if log.isEnabledFor(logging.INFO):
            # The route's pattern and never the path, which carries ids; no address.
            said = {
                "request": request,
                "method": scope["method"],
                "route": _pattern(scope),
                "status": status,
                "milliseconds": round(took * 1000, 1),
            }
            log.info("request", extra=said)


def with_headers(send: Send, said: dict[str, str] = headers.API) -> Send:
    """Passes a message on, and gives the start of an answer what every answer bears."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            bears = MutableHeaders(scope=message)
            for name, value in said.items():
                bears.setdefault(name, value)  # a page has a policy of its own
        await send(message)

    return sending


def _pattern(scope: Scope) -> str:
    """The pattern of the route that was found; what is hot is its own."""
    route = scope.get("route")
    if route is None:
        return str(scope["path"]) if scope.get("hot") else "-"
    return str(route.path)


def _place(error: Exception) -> str:
    """Where it was raised: files, lines and functions, without anything that was in them."""
    frames = traceback.extract_tb(error.__traceback__)[-4:]
    return " < ".join(f"{one.filename}:{one.lineno} {one.name}" for one in reversed(frames))
