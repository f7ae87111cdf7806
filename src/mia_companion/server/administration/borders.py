"""Whom an administrator may act on: their own association's sites and staff. Default no.

What belongs to another association is answered as what does not exist.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.domain.rights import ADMINISTRATOR, COORDINATOR, FUNDER
from mia_companion.server.access import Caller, is_plain
from mia_companion.server.backend import Backend
from mia_companion.server.changes import Change
from mia_companion.server.login.freshness import check_fresh
from mia_companion.server.refusals import Refusal
from mia_companion.server.schema import accounts, associations, sites
from mia_companion.wire import problems

STAFF = (COORDINATOR, ADMINISTRATOR, FUNDER)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who works for the association now. `site` is empty for those who have none."""

    id: str
    role: str
    site: str
    name: str


def check_administrator(caller: Caller) -> str:
    """The association that the caller administers. Raises `forbidden`."""
    if caller.role != ADMINISTRATOR or not caller.association:
        raise Refusal(problems.FORBIDDEN)
    return caller.association


@asynccontextmanager
async def administering(
    backend: Backend, caller: Caller, *, grave: bool = True
) -> AsyncIterator[Change]:
    """An open change to the caller's association, one at a time.

    Raises `forbidden`, also for a caller whose own work has ended in this very moment; and where it is
    `grave`, as all is that changes who may come in and read, `sign-in-again`.
    """
    association = check_administrator(caller)
    if grave:
        check_fresh(caller, backend.surroundings.clock())
    async with backend.changes.open() as change:
        one = sa.select(associations.c.id).where(associations.c.id == association)
        await change.connection.execute(one.with_for_update())
        ended = sa.select(accounts.c.ended_at).where(accounts.c.id == caller.account)
        if await change.connection.scalar(ended) is not None:
            raise Refusal(problems.FORBIDDEN)
        yield change


async def check_site(connection: AsyncConnection, caller: Caller, site: str) -> None:
    """Raises `not-found` for a site of another association, or of none."""
    mine = (sites.c.id == _plain(site)) & (sites.c.association == caller.association)
    if await connection.scalar(sa.select(sites.c.id).where(mine)) is None:
        raise Refusal(problems.NOT_FOUND)


async def member(connection: AsyncConnection, caller: Caller, account: str) -> Member:
    """Somebody of the caller's association, locked until the transaction ends.

    Raises `not-found` for participants, for those who have ended, and for everyone else's staff.
    """
    association = sa.select(sites.c.association).where(sites.c.id == accounts.c.site)
    a = accounts.c
    found = await connection.execute(
        sa.select(a.id, a.role, a.site, a.display_name)
        .where(a.id == _plain(account), a.role.in_(STAFF), a.ended_at.is_(None))
        .where(sa.func.coalesce(a.association, association.scalar_subquery()) == caller.association)
        .with_for_update(of=accounts)
    )
    row = found.first()
    if row is None:
        raise Refusal(problems.NOT_FOUND)
    return Member(row.id, row.role, row.site or "", row.display_name or "")


def _plain(id_: str) -> str:
    return id_ if is_plain(id_) else ""
