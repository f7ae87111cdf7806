"""The live line: server-sent events that say where journals are, and never what is in them.

It is answered in front of everything that stands around other routes: what stands around a stream
stays as long as the stream, and there are thousands.
"""

import asyncio
from contextlib import suppress
from typing import Any

from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from mia_companion.server.api.frame import with_headers
from mia_companion.server.api.hot import SAFE
from mia_companion.server.api.parts import caller_of
from mia_companion.server.api.problem_answers import answer_to
from mia_companion.server.eager import Work
from mia_companion.server.refusals import Refusal
from mia_companion.server.subscription import Subscription

PATH = "/v1/live"
_FIRST = b"retry: 3000\n\n"
_LAST_SECONDS = 1.0
"""For the end of a stream that is full. After that it is cut."""

_START: dict[str, Any] = {
    "type": "http.response.start",
    "status": 200,
    "headers": [
        *SAFE,
        (b"content-type", b"text/event-stream; charset=utf-8"),
        # Proxies that know nginx's header pass everything on at once.
        (b"x-accel-buffering", b"no"),
    ],
}

DESCRIBED: dict[str, Any] = {
    "tags": ["sync"],
    "summary": "Nudges for as long as the device may listen.",
    "operationId": "live",
    "responses": {
        "200": {
            "description": "`event: nudge` with a Nudge as data; a comment every 15 seconds. "
            "Pull once the line stands, for what happened before.",
            "content": {"text/event-stream": {"schema": {"type": "string"}}},
        }
    },
}


class LiveLine:
    """`GET /v1/live` as ASGI.

    One task a stream, which waits for the device to hang up; the hub writes what there is to tell.
    """

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Nudges for as long as the device may listen."""
        relay = scope["app"].state.backend.relay
        try:
            caller = await caller_of(Request(scope))
        except Refusal as refusal:
            await answer_to(refusal)(scope, receive, with_headers(send))
            return

        def write(event: bytes) -> Work:
            return send({"type": "http.response.body", "body": event, "more_body": True})  # type: ignore[return-value]

        one = Subscription(caller, write, _FIRST)
        try:
            await relay.subscribe(one)
            await send({**_START, "headers": list(_START["headers"])})
            one.flush()
            with suppress(TimeoutError):
                async with asyncio.timeout(None) as until:
                    one.when_ended(lambda: until.reschedule(0))
                    while (await receive())["type"] != "http.disconnect":
                        pass
            if one.ended:
                with suppress(TimeoutError):
                    async with asyncio.timeout(_LAST_SECONDS):
                        await send({"type": "http.response.body", "body": b"", "more_body": False})
        finally:
            relay.unsubscribe(one)


LINE = LiveLine()
