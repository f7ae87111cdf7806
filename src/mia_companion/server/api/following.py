"""Who follows whom: handing over, covering, and what was left behind."""

from fastapi import APIRouter

from mia_companion.server.api.parts import Calling, Dear, Server
from mia_companion.wire.following import CoverAsked, HandOver, LeftBehind

router = APIRouter(tags=["following"])


@router.post("/v1/handovers", status_code=204)
async def hand_over(asked: HandOver, server: Server, caller: Dear) -> None:
    """Another coordinator of the site takes over a participant. The same id may be repeated."""
    await server.handovers.hand_over(caller, asked)


@router.post("/v1/covers", status_code=204)
async def cover(asked: CoverAsked, server: Server, caller: Dear) -> None:
    """The caller is away on these days, and who answers meanwhile. The same id may be repeated."""
    await server.covers.away(caller, asked)


@router.delete("/v1/covers/{cover}", status_code=204)
async def end_cover(cover: str, server: Server, caller: Calling) -> None:
    """The caller is back, or does not go."""
    await server.covers.end(caller, cover)


@router.get("/v1/journals/{journal}/left-behind")
async def left_behind(journal: str, server: Server, caller: Calling) -> LeftBehind:
    """What came too late from those who followed the participant before, and nobody has looked at."""
    found = await server.left_behind.of(caller, journal)
    if found.entries:
        server.looks.note(caller, [journal])
    return found


@router.delete("/v1/journals/{journal}/left-behind/{entry}", status_code=204)
async def looked_at(journal: str, entry: str, server: Server, caller: Calling) -> None:
    """The caller has read it, so that nobody is shown it any more."""
    await server.left_behind.look_at(caller, journal, entry)
