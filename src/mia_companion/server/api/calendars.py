"""A participant's feed: opening and ending it, and what a calendar gets that knows its address."""

import hashlib
from typing import Annotated

from fastapi import APIRouter, Header, Path, Response

from mia_companion.calendars.writing import MEDIA_TYPE
from mia_companion.server.api.parts import Calling, Dear, Server
from mia_companion.wire.calendar import Feed, FeedWished

router = APIRouter(tags=["calendars"])

_CACHED = "private, max-age=300"
Name = Annotated[str, Path(max_length=200)]


@router.get("/v1/calendar")
async def mine(server: Server, caller: Calling) -> Feed:
    """The participant's feed, if one is open."""
    return await server.feeds.mine(caller)


@router.put("/v1/calendar")
async def wish(wished: FeedWished, server: Server, caller: Dear) -> Feed:
    """Open a feed, or change what the open one shows; its address stays."""
    return await server.feeds.wish(caller, wished)


@router.delete("/v1/calendar", status_code=204)
async def end(server: Server, caller: Calling) -> None:
    """End the feed for good. One opened later has another address."""
    await server.feeds.end(caller)


@router.get(
    "/v1/calendars/{name}",
    response_class=Response,
    responses={
        200: {"content": {MEDIA_TYPE: {"schema": {"type": "string"}}}},
        304: {"description": "What was asked for has not changed"},
    },
)
async def read(
    name: Name, server: Server, if_none_match: Annotated[str, Header()] = ""
) -> Response:
    """The calendar itself (RFC 5545). Whoever knows the address reads it."""
    body = await server.feeds.read(name)
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {"cache-control": _CACHED, "etag": tag, "x-robots-tag": "noindex"}
    if tag in [one.strip().removeprefix("W/") for one in if_none_match.split(",")]:
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=f"{MEDIA_TYPE}; charset=utf-8", headers=headers)
