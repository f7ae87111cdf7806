"""For administrators of one association: its sites and its staff. Nobody else gets past the first line."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import AwareDatetime

from mia_companion.server.administration import ending, looking, people, sites
from mia_companion.server.api.parts import Calling, Dear, Server
from mia_companion.server.auditing.searching import Wanted, search
from mia_companion.wire.administration import (
    AddStaff,
    Administered,
    ChangeStaff,
    GivenPassword,
    Moved,
    MoveParticipants,
    NameSite,
    SiteMade,
)
from mia_companion.wire.deeds import MAX_NUMBER, MOST_DEEDS, Deeds
from mia_companion.wire.login import LoginLink

Some = Annotated[str, Query(max_length=64)]

ROOT = "/v1/administration"

router = APIRouter(tags=["administration"])


@router.get(ROOT)
async def look(server: Server, caller: Calling) -> Administered:
    """The association, its sites and everyone who works there."""
    return await looking.look(server, caller)


@router.get(ROOT + "/deeds")
async def deeds(
    *,
    server: Server,
    caller: Dear,
    by: Some = "",
    about: Some = "",
    what: Some = "",
    since: AwareDatetime | None = None,
    until: AwareDatetime | None = None,
    before: Annotated[int | None, Query(ge=1, le=MAX_NUMBER)] = None,
    limit: Annotated[int, Query(ge=1, le=MOST_DEEDS)] = 50,
) -> Deeds:
    """What the association's staff has done, the newest first. That it was looked at is a line too."""
    wanted = Wanted(by, about, what, since, until, before, limit)
    return await search(server, caller, wanted)


@router.post(ROOT + "/sites")
async def make_site(asked: NameSite, server: Server, caller: Dear) -> SiteMade:
    """A new site."""
    return await sites.make_site(server, caller, asked)


@router.put(ROOT + "/sites/{site}", status_code=204)
async def rename_site(site: str, asked: NameSite, server: Server, caller: Calling) -> None:
    """What the site is called from now on."""
    await sites.rename_site(server, caller, site, asked)


@router.post(ROOT + "/staff")
async def add(asked: AddStaff, server: Server, caller: Dear) -> GivenPassword:
    """Somebody new, and the password for their first time."""
    return await people.add(server, caller, asked)


@router.put(ROOT + "/staff/{account}", status_code=204)
async def change(account: str, asked: ChangeStaff, server: Server, caller: Calling) -> None:
    """What they are called from now on, and where they are reached."""
    await people.change(server, caller, account, asked)


@router.post(ROOT + "/staff/{account}/password")
async def reset_password(account: str, server: Server, caller: Dear) -> GivenPassword:
    """A new password for one time. The one before and every device end at once."""
    return await people.reset_password(server, caller, account)


@router.post(ROOT + "/staff/{account}/login-link")
async def make_login_link(account: str, server: Server, caller: Calling) -> LoginLink:
    """A link for one time, by which their own electronic identity opens the account."""
    return await people.make_login_link(server, caller, account)


@router.post(ROOT + "/staff/{account}/participants")
async def move(account: str, asked: MoveParticipants, server: Server, caller: Dear) -> Moved:
    """Hand over everyone whom a coordinator follows to another one of the same site."""
    return await ending.move_participants(server, caller, account, asked)


@router.delete(ROOT + "/staff/{account}", status_code=204)
async def end(account: str, server: Server, caller: Dear) -> None:
    """Their work here ends, at once on every device."""
    await ending.end(server, caller, account)
