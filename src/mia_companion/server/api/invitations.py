"""Room for new participants."""

from fastapi import APIRouter

from mia_companion.server.api.parts import Calling, Server
from mia_companion.wire.accounts import Invitation, Invite

router = APIRouter(tags=["invitations"])


@router.post("/v1/invitations")
async def invite(asked: Invite, server: Server, caller: Calling) -> Invitation:
    """A code to hand over. Asked again for the same participant, a fresh one replaces it."""
    return await server.invitations.invite(caller, asked)
