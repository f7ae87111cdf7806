"""What a person does with what is kept about them."""

from fastapi import APIRouter

from mia_companion.server.api.parts import Calling, Server

router = APIRouter(tags=["rights"])


@router.delete("/v1/own/{journal}", status_code=204)
async def erase_own(journal: str, server: Server, caller: Calling) -> None:
    """Erase what is the participant's alone, at once and for good. The same may be repeated."""
    await server.own.erase(caller, journal)
