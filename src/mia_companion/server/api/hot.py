"""The requests that come most, answered with as little around them as can be: JSON in, JSON out.

body, counted as it comes ─▶ token's MAC ─▶ one validation ─▶ work ─▶ bytes, compressed when long
                                 └─────────────┴─ refused ─▶ problem detail
"""

import gzip
from collections.abc import Awaitable, Callable
from typing import TypeVar

from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.types import Receive, Scope, Send

from mia_companion.server.api.parts import said_by
from mia_companion.server.api.problem_answers import answer_to
from mia_companion.server.backend import Backend
from mia_companion.server.refusals import Refusal
from mia_companion.server.tokens import Pair

Model = TypeVar("Model", bound=BaseModel)
Work = Callable[[Backend, Pair, bytes], Awaitable[bytes]]

GZIP_FROM = 8 * 1024
"""Bytes from which an answer is compressed: below, it costs more than it spares."""
_LEVEL = 1
"""It is waited for: more would cost the server more than it spares the line."""

SAFE = [
    (b"cache-control", b"no-store"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
]
"""What every answer bears."""
_HEADERS = [*SAFE, (b"content-type", b"application/json"), (b"vary", b"accept-encoding")]


class Hot:
    """An ASGI endpoint. `takes` and `gives` are for the description; bodies are at most `longest` bytes."""

    def __init__(
        self, work: Work, takes: type[BaseModel], gives: type[BaseModel], longest: int
    ) -> None:
        self.work = work
        self.takes = takes
        self.gives = gives
        self._longest = longest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        try:
            said = said_by(request)
            raw = await self._body(receive)
            answer = await self.work(request.app.state.backend, said, raw)
        except (Refusal, HTTPException, RequestValidationError) as wrong:
            refused = answer_to(wrong)
            refused.raw_headers.extend(SAFE)
            await refused(scope, receive, send)
            return
        headers = _HEADERS
        if len(answer) >= GZIP_FROM and "gzip" in request.headers.get("accept-encoding", ""):
            answer = gzip.compress(answer, _LEVEL, mtime=0)
            headers = [*headers, (b"content-encoding", b"gzip")]
        length = (b"content-length", b"%d" % len(answer))
        await send({"type": "http.response.start", "status": 200, "headers": [*headers, length]})
        await send({"type": "http.response.body", "body": answer})

    async def _body(self, receive: Receive) -> bytes:
        parts, came = [], 0
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise ClientDisconnect
            part = message.get("body", b"")
            came += len(part)
            if came > self._longest:
                raise HTTPException(413)
            parts.append(part)
            if not message.get("more_body"):
                return b"".join(parts)


def read(raw: bytes, model: type[Model]) -> Model:
    """What a body says. Raises RequestValidationError, which quotes nothing of it."""
    try:
        return model.model_validate_json(raw)
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False, include_context=False)
        raise RequestValidationError(
            [{**one, "loc": ("body", *one["loc"])} for one in found]
        ) from None
