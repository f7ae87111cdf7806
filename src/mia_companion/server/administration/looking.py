"""The association as its administrators see it: who works where, and how many each follows. No journal is
read but the sites' directories, and of those only where coordinators are reached."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.domain.directory import CoordinatorListed
from mia_companion.server.access import Caller
from mia_companion.server.administration.borders import STAFF, check_administrator
from mia_companion.server.backend import Backend
from mia_companion.server.directories import listed_at
from mia_companion.server.schema import accounts, assignments, associations, devices, sites
from mia_companion.wire.administration import Administered, SiteSeen, StaffMember


async def look(backend: Backend, caller: Caller) -> Administered:
    """Everything at once: an association has a handful of sites. Raises `forbidden`."""
    association, now = check_administrator(caller), backend.surroundings.clock()
    mine = sites.c.association == association
    async with backend.database.reading() as connection:
        name = await connection.scalar(
            sa.select(associations.c.name).where(associations.c.id == association)
        )
        places = (await connection.execute(sa.select(sites.c.id, sites.c.name).where(mine))).all()
        people = await _people(connection, association, [place.id for place in places])
        seen = await _seen(connection, [row.id for row in people])
        followed = await followed_by(connection, [row.id for row in people], now)
        at_site = await _followed_at(connection, [place.id for place in places], now)
    phones: dict[str, str] = {}
    for place in places:
        for line in (await listed_at(backend, place.id)).values():
            if isinstance(line.fact, CoordinatorListed):
                phones[line.fact.coordinator_id] = line.fact.phone
    members = [
        _member(row, seen.get(row.id, ()), followed.get(row.id, 0), phones.get(row.id, ""))
        for row in people
    ]
    members.sort(key=lambda one: (one.ended is not None, one.name.casefold(), one.id))
    return Administered(
        association=str(name),
        sites=tuple(
            SiteSeen(
                id=place.id,
                name=place.name,
                participants=at_site.get(place.id, 0),
                coordinators=tuple(one for one in members if one.site == place.id),
            )
            for place in sorted(places, key=lambda place: (place.name.casefold(), place.id))
        ),
        office=tuple(one for one in members if not one.site),
    )


def _member(
    row: sa.Row[Any], seen: tuple[datetime, ...], participants: int, phone: str
) -> StaffMember:
    return StaffMember(
        id=row.id,
        role=row.role,
        site=row.site or "",
        name=row.display_name or "",
        email=row.email or "",
        phone=phone,
        since=row.made_at,
        ended=row.ended_at,
        seen=seen,
        participants=participants,
        password_given=row.password_until is not None,
    )


async def followed_by(
    connection: AsyncConnection, coordinators: list[str], at: datetime
) -> dict[str, int]:
    """How many participants each follows at that time; who follows nobody is left out."""
    a = assignments.c
    rows = await connection.execute(
        sa.select(a.coordinator, sa.func.count(sa.distinct(a.participant)))
        .where(a.coordinator.in_(coordinators), a.starts_at <= at)
        .where(a.ends_at.is_(None) | (a.ends_at > at))
        .group_by(a.coordinator)
    )
    return {coordinator: int(count) for coordinator, count in rows}


async def _followed_at(
    connection: AsyncConnection, places: list[str], at: datetime
) -> dict[str, int]:
    a = assignments.c
    rows = await connection.execute(
        sa.select(accounts.c.site, sa.func.count(sa.distinct(a.participant)))
        .join(accounts, accounts.c.id == a.coordinator)
        .where(accounts.c.site.in_(places), a.starts_at <= at)
        .where(a.ends_at.is_(None) | (a.ends_at > at))
        .group_by(accounts.c.site)
    )
    return {site: int(count) for site, count in rows}


async def _people(
    connection: AsyncConnection, association: str, places: list[str]
) -> Sequence[Any]:
    a = accounts.c
    found = await connection.execute(
        sa.select(
            a.id, a.role, a.site, a.display_name, a.email, a.made_at, a.ended_at, a.password_until
        ).where(
            a.role.in_(STAFF),
            (a.association == association) | a.site.in_(places),
        )
    )
    return found.all()


async def _seen(connection: AsyncConnection, people: list[str]) -> dict[str, tuple[datetime, ...]]:
    d = devices.c
    rows = await connection.execute(
        sa.select(d.account, d.seen_at)
        .where(d.account.in_(people), d.revoked_at.is_(None))
        .order_by(d.seen_at.desc())
    )
    found: dict[str, tuple[datetime, ...]] = {}
    for account, at in rows:
        found[account] = (*found.get(account, ()), at)
    return found
