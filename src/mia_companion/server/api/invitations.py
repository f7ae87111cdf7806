"""Room for new participants."""

from fastapi import APIRouter

from mia_companion.server.api.parts import Calling, Dear, Server, Waiting
from mia_companion.wire.accounts import Invitation, Invite
from mia_companion.wire.pairing import Compared, Inviting

router = APIRouter(tags=["invitations"])


@router.post("/v1/invitations")
async def invite(asked: Invite, server: Server, caller: Dear) -> Invitation:
    """A code to hand over. Asked again for the same participant, a fresh one replaces it."""
    return await server.invitations.invite(caller, asked)


@router.get("/v1/invitations/{participant}")
async def inviting(participant: str, server: Server, caller: Calling) -> Inviting:
    """How the newest code stands, and the two words once a phone has come in with it."""
    return await server.pairings.state(caller, participant)


@router.post("/v1/invitations/{participant}/pairing")
async def compared(participant: str, asked: Compared, server: Server, caller: Calling) -> Inviting:
    """The coordinator's yes or no to the two words. A no ends that phone's access at once."""
    return await server.pairings.coordinator_says(caller, participant, asked)


@router.get("/v1/pairing")
async def pairing(server: Server, caller: Waiting) -> Inviting:
    """How the two words of this phone stand."""
    return await server.pairings.on_phone(caller)


@router.post("/v1/pairing", status_code=204)
async def compared_on_phone(asked: Compared, server: Server, caller: Waiting) -> None:
    """The participant's yes or no. A no ends this phone's access at once."""
    await server.pairings.phone_says(caller, asked)
