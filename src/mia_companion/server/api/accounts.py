"""Coming in, staying in, going out, and who one is."""

from fastapi import APIRouter

from mia_companion.server.api.parts import Address, Calling, Server, Waiting
from mia_companion.wire.accounts import (
    Account,
    ChangePassword,
    Enrol,
    Enrolled,
    Refresh,
    SignIn,
    Tokens,
)

router = APIRouter(tags=["accounts"])


@router.post("/v1/enrolments")
async def enrol(asked: Enrol, server: Server, address: Address) -> Enrolled:
    """Open the app with a code. The same code from the same device may be repeated for ten minutes."""
    return await server.entering.enrol(asked, address)


@router.post("/v1/sign-in")
async def sign_in(asked: SignIn, server: Server, address: Address) -> Tokens:
    """Sign staff in: coordinators, administrators and funders."""
    return await server.accounts.sign_in(asked, address)


@router.post("/v1/tokens")
async def refresh(asked: Refresh, server: Server) -> Tokens:
    """The next pair of tokens."""
    return await server.accounts.refresh(asked)


@router.post("/v1/sign-out", status_code=204)
async def sign_out(server: Server, caller: Waiting) -> None:
    """End this device's access."""
    await server.accounts.remove_device(caller.account, caller.device, by=caller.account)


@router.post("/v1/password")
async def change_password(
    asked: ChangePassword, server: Server, caller: Calling, address: Address
) -> Tokens:
    """A password of one's own. The account's other devices have to sign in again."""
    return await server.credentials.change(caller, asked, address)


@router.get("/v1/me")
async def me(server: Server, caller: Calling) -> Account:
    """Who the caller is."""
    return await server.accounts.me(caller)
