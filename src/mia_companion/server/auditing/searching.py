"""The audit as the administrators of one association look through it.

Theirs is what their own staff has done, and what the server's command line has done to anybody or anything
of theirs. What participants do on their own devices is nobody's to look through. Who looks is a line too.
"""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.domain.rights import PARTICIPANT, SERVER
from mia_companion.server import audit as notes
from mia_companion.server.access import Caller, is_plain
from mia_companion.server.administration.borders import STAFF, check_administrator
from mia_companion.server.backend import Backend
from mia_companion.server.columns import Row
from mia_companion.server.schema import accounts, audit, sites
from mia_companion.wire.deeds import About, Deed, Deeds

LOOKED = "deeds-seen"

_a = audit.c


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; what is empty is not asked. `before` is a line's number."""

    by: str = ""
    about: str = ""
    what: str = ""
    since: datetime | None = None
    until: datetime | None = None
    before: int | None = None
    limit: int = 50


async def search(backend: Backend, caller: Caller, wanted: Wanted) -> Deeds:
    """The newest lines of the caller's association that are wanted. Raises `forbidden`."""
    association = check_administrator(caller)
    if not all(is_plain(one) for one in (wanted.by, wanted.about, wanted.what) if one):
        return Deeds(deeds=())
    async with backend.database.reading() as connection:
        found = await _found(connection, association, wanted)
        asked = {wanted.about, wanted.by}
        kinds = await _kinds(connection, association, {*asked, *(row.subject for row in found)})
    if wanted.before is None:
        now = backend.surroundings.clock()
        async with backend.database.writing() as connection:
            # Never what was asked for as it is: it may be anybody's words.
            about = next((one for one in (wanted.about, wanted.by) if one in kinds), association)
            await notes.note(connection, now, caller.account, LOOKED, about)
    lines = tuple(
        Deed(
            number=row.number,
            at=row.at,
            by=row.account,
            what=row.what,
            about=row.subject,
            kind=kinds.get(row.subject, "other"),
        )
        for row in found[: wanted.limit]
    )
    return Deeds(deeds=lines, more=len(found) > wanted.limit)


async def _found(connection: AsyncConnection, association: str, wanted: Wanted) -> list[Row]:
    """One more than wanted, where there is one."""
    theirs = sa.select(sites.c.id).where(sites.c.association == association)
    staff = sa.select(accounts.c.id).where(
        accounts.c.role.in_(STAFF),
        (accounts.c.association == association) | accounts.c.site.in_(theirs),
    )
    anybody = sa.select(accounts.c.id).where(
        (accounts.c.association == association) | accounts.c.site.in_(theirs)
    )
    by_the_server = (_a.account == SERVER) & (_a.subject.in_(anybody) | _a.subject.in_(theirs))
    chosen = (
        sa.select(_a.number, _a.at, _a.account, _a.what, _a.subject)
        .where(_a.account.in_(staff) | by_the_server)
        .order_by(_a.number.desc())
        .limit(wanted.limit + 1)
    )
    for column, value in (
        (_a.account, wanted.by),
        (_a.subject, wanted.about),
        (_a.what, wanted.what),
    ):
        chosen = chosen.where(column == value) if value else chosen
    if wanted.since is not None:
        chosen = chosen.where(_a.at >= wanted.since)
    if wanted.until is not None:
        chosen = chosen.where(_a.at < wanted.until)
    if wanted.before is not None:
        chosen = chosen.where(_a.number < wanted.before)
    return list((await connection.execute(chosen)).all())


async def _kinds(
    connection: AsyncConnection, association: str, subjects: set[str]
) -> dict[str, About]:
    """What each of them is, of those who are the association's."""
    at = sa.func.coalesce(accounts.c.association, sites.c.association)
    people = await connection.execute(
        sa.select(accounts.c.id, accounts.c.role)
        .outerjoin(sites, sites.c.id == accounts.c.site)
        .where(accounts.c.id.in_(subjects), at == association)
    )
    found: dict[str, About] = {
        id_: "participant" if role == PARTICIPANT else "staff" for id_, role in people
    }
    places = sa.select(sites.c.id).where(
        sites.c.id.in_(subjects), sites.c.association == association
    )
    for id_ in await connection.scalars(places):
        found[id_] = "site"
    return found
