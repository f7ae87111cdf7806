"""Who has looked at the caller's pages."""

from fastapi import APIRouter

from mia_companion.server.api.parts import Calling, Server
from mia_companion.wire.opened import Opened

router = APIRouter(tags=["sync"])


@router.get("/v1/opened")
async def opened(server: Server, caller: Calling) -> Opened:
    """For a participant: who was given what they share, and who took it out as a file, day by day."""
    return await server.opened.at(caller)
