"""How staff sign in outside the app, show who they are once more, and keep passkeys."""

from typing import Annotated

from fastapi import APIRouter, Path

from mia_companion.server.api.parts import Address, Calling, Server
from mia_companion.wire.accounts import Tokens
from mia_companion.wire.login import (
    AskMine,
    AskTicket,
    Passkeys,
    Redeem,
    ShowAgain,
    Ticket,
    Ways,
)

router = APIRouter(tags=["login"])

PasskeyId = Annotated[str, Path(pattern="^[A-Za-z0-9-]{8,64}$")]


@router.get("/v1/login")
async def ways(server: Server) -> Ways:
    """How staff sign in here."""
    return server.login.ways()


@router.post("/v1/login/tickets")
async def ticket(asked: AskTicket, server: Server, address: Address) -> Ticket:
    """A ticket, and where to sign in for it."""
    return await server.login.ticket(asked, address)


@router.post("/v1/login/tickets/mine")
async def mine(asked: AskMine, server: Server, caller: Calling) -> Ticket:
    """A ticket that the caller alone can sign in for: to show who they are, or to add a passkey."""
    return await server.login.mine(caller, asked)


@router.post("/v1/login/redemptions")
async def redeem(asked: Redeem, server: Server, address: Address) -> Tokens:
    """The ticket and the digits that the browser shows. The same ones may be repeated."""
    return await server.login.redeem(asked, address)


@router.post("/v1/login/again", status_code=204)
async def again(asked: ShowAgain, server: Server, caller: Calling, address: Address) -> None:
    """Show who one is by the password. It counts for five minutes, on this device."""
    await server.login.again(caller, asked, address)


@router.get("/v1/passkeys")
async def passkeys(server: Server, caller: Calling) -> Passkeys:
    """The caller's own."""
    return Passkeys(passkeys=await server.login.passkeys(caller))


@router.delete("/v1/passkeys/{passkey}", status_code=204)
async def remove_passkey(passkey: PasskeyId, server: Server, caller: Calling) -> None:
    """It opens nothing from now on."""
    await server.login.remove_passkey(caller, passkey)
