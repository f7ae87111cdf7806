"""The live line: server-sent events that say where journals are, and never what is in them."""

from collections.abc import AsyncIterator

from fastapi import APIRouter
from starlette.responses import StreamingResponse

from mia_companion.server.api.parts import Calling, Server
from mia_companion.server.live import Subscription
from mia_companion.server.relay import Relay

HEARTBEAT_SECONDS = 15.0
RETRY_MS = 3_000

router = APIRouter(tags=["sync"])


class EventStream(StreamingResponse):
    """`text/event-stream`, passed on at once by proxies that know nginx's header."""

    media_type = "text/event-stream"


@router.get(
    "/v1/live",
    response_class=EventStream,
    responses={
        200: {
            "description": "`event: nudge` with a Nudge as data; a comment every 15 seconds. "
            "Pull once the line stands, for what happened before.",
            "content": {"text/event-stream": {"schema": {"type": "string"}}},
        }
    },
)
async def live(server: Server, caller: Calling) -> EventStream:
    """Nudges for as long as the device may listen."""
    one = await server.relay.subscribe(caller)
    return EventStream(_events(server.relay, one), headers={"x-accel-buffering": "no"})


async def _events(relay: Relay, one: Subscription) -> AsyncIterator[str]:
    try:
        yield f"retry: {RETRY_MS}\n\n"
        while not one.ended:
            nudges = await one.take(HEARTBEAT_SECONDS)
            if not nudges and not one.ended:
                yield ": still here\n\n"
            for nudge in nudges:
                yield f"event: nudge\ndata: {nudge.model_dump_json()}\n\n"
    finally:
        relay.unsubscribe(one)
