"""Proving that an address or a number is right, before anything is sent there."""

from fastapi import APIRouter

from mia_companion.server.api.parts import Dear, Server
from mia_companion.wire.proofs import DigitsRead, ProofAsked

router = APIRouter(tags=["reminders"])


@router.post("/v1/proofs", status_code=204)
async def ask(asked: ProofAsked, server: Server, caller: Dear) -> None:
    """Send six digits there. One's own, or of somebody whom the caller follows."""
    await server.reminders.proving.ask(caller, asked)


@router.post("/v1/proofs/read", status_code=204)
async def read(said: DigitsRead, server: Server, caller: Dear) -> None:
    """The digits were read there: from now on reminders may be sent."""
    await server.reminders.proving.read(caller, said)
