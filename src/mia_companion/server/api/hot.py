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

from mia_companion.server.api.frame import with_headers
from mia_companion.server.api.parts import backend_of, said_by
from mia_companion.server.api.problem_answers import answer_to
from mia_companion.server.backend import Backend
from mia_companion.server.refusals import Refusal
from mia_companion.server.tokens import Pair
from mia_companion.wire.headers import API

Model = TypeVar("Model", bound=BaseModel)
Work = Callable[[Backend, Pair, bytes], Awaitable[bytes]]

GZIP_FROM = 8 * 1024
"""Bytes from which an answer is compressed: below, it costs more than it spares."""
_LEVEL = 1
"""It is waited for: more would cost the server more than it spares the line."""

SAFE = [(name.encode(), value.encode()) for name, value in API.items()]
"""What every answer bears, as it goes out."""
_HEADERS = [*SAFE, (b"content-type", b"application/json"), (b"vary", b"accept-encoding")]


class Hot:
    """An ASGI endpoint. `takes` and `gives` are for the description; bodies are at most `longest` bytes, or
    as long as any other route's."""

    def __init__(
        self,
        work: Work,
        takes: type[BaseModel],
        gives: type[BaseModel],
        longest: int | None = None,
    ) -> None:
        self.work = work
        self.takes = takes
        self.gives = gives
        self._longest = longest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        try:
            said, backend = said_by(request), backend_of(request)
            raw = await _body(receive, self._longest or backend.settings.max_json_bytes)
            answer = await self.work(backend, said, raw)
        except (Refusal, HTTPException, RequestValidationError) as wrong:
            await answer_to(wrong)(scope, receive, with_headers(send))
            return
        headers = _HEADERS
        if len(answer) >= GZIP_FROM and "gzip" in request.headers.get("accept-encoding", ""):
            answer = gzip.compress(answer, _LEVEL, mtime=0)
            headers = [*headers, (b"content-encoding", b"gzip")]
        length = (b"content-length", b"%d" % len(answer))
        await send({"type": "http.response.start", "status": 200, "headers": [*headers, length]})
        await send({"type": "http.response.body", "body": answer})


def read(raw: bytes, model: type[Model]) -> Model:
    """What a body says. Raises RequestValidationError, which quotes nothing of it."""
    try:
        return model.model_validate_json(raw)
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False, include_context=False)
        raise RequestValidationError(
            [{**one, "loc": ("body", *one["loc"])} for one in found]
        ) from None


async def _body(receive: Receive, longest: int) -> bytes:
    parts, came = [], 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        part = message.get("body", b"")
        came += len(part)
        if came > longest:
            raise HTTPException(413)
        parts.append(part)
        if not message.get("more_body"):
            return b"".join(parts)
