"""Participants, whom they are followed by, and the journals that they have because of it.

A participant has `shared`, `own` and `team`; each coordinator who follows them has a view of their own.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.domain.rights import COORDINATOR, OWN, PARTICIPANT, SHARED, TEAM
from mia_companion.server.instants import Instant
from mia_companion.server.ledger import ASSIGNED, PARTICIPANT_INVITED, UNASSIGNED, Ledger
from mia_companion.server.refusals import Refusal
from mia_companion.server.schema import accounts, assignments, journals
from mia_companion.wire import problems


async def make_participant(
    connection: AsyncConnection,
    ledger: Ledger,
    new_ids: list[str],
    *,
    participant: str,
    site: str,
    at: datetime,
) -> str:
    """An account without a name, and its three journals; gives the shared one. Takes three new ids."""
    facts = {
        "participant": participant, "site": site,
        "shared": new_ids[0], "own": new_ids[1], "team": new_ids[2],
    }  # fmt: skip
    await carry_out_invited(connection, facts, at)
    await ledger.record(connection, PARTICIPANT_INVITED, facts)
    return new_ids[0]


async def carry_out_invited(
    connection: AsyncConnection, facts: dict[str, Any], at: datetime
) -> None:
    """What the ledger's line `participant-invited` says."""
    who, site = facts["participant"], facts["site"]
    await connection.execute(
        sa.insert(accounts).values(id=who, role=PARTICIPANT, site=site, made_at=at)
    )
    for role, owner in ((SHARED, None), (OWN, who), (TEAM, None)):
        await make_journal(
            connection, facts[role], role=role, site=site, participant=who, owner=owner
        )


async def make_journal(
    connection: AsyncConnection,
    id_: str,
    *,
    role: str,
    site: str,
    participant: str | None = None,
    owner: str | None = None,
) -> None:
    """An empty journal."""
    await connection.execute(
        sa.insert(journals).values(
            id=id_, role=role, site=site, participant=participant, owner=owner, head=0
        )
    )


async def assign(
    connection: AsyncConnection,
    ledger: Ledger,
    new_ids: list[str],
    *,
    participant: str,
    coordinator: str,
    at: datetime,
) -> None:
    """The coordinator follows the participant from now on. Takes two new ids; harmless when repeated.

    Raises `forbidden` for whoever does not work, as a coordinator, at the participant's site today.
    """
    if await is_assigned(connection, participant, coordinator, at):
        return
    site = await connection.scalar(sa.select(accounts.c.site).where(accounts.c.id == participant))
    await check_works_at(connection, coordinator, site)
    facts = {
        "assignment": new_ids[0], "view": new_ids[1],
        "participant": participant, "coordinator": coordinator,
    }  # fmt: skip
    await carry_out_assigned(connection, facts, at)
    await ledger.record(connection, ASSIGNED, facts)


async def check_works_at(connection: AsyncConnection, coordinator: str, site: str | None) -> None:
    """Raises `forbidden` for whoever is no coordinator there today. Holds off an end of their work until
    the transaction is through."""
    wanted = sa.select(accounts.c.role, accounts.c.site, accounts.c.ended_at)
    mine = wanted.where(accounts.c.id == coordinator).with_for_update(read=True)
    found = (await connection.execute(mine)).first()
    if found is None or found.role != COORDINATOR or found.site != site or found.ended_at:
        raise Refusal(problems.FORBIDDEN)


async def carry_out_assigned(
    connection: AsyncConnection, facts: dict[str, Any], at: datetime
) -> None:
    """What the ledger's line `assigned` says."""
    who, coordinator = facts["participant"], facts["coordinator"]
    site = await connection.scalar(sa.select(accounts.c.site).where(accounts.c.id == who))
    if site is None:
        return
    await connection.execute(
        sa.insert(assignments).values(
            id=facts["assignment"], participant=who, coordinator=coordinator, starts_at=at
        )
    )
    view = sa.select(journals.c.id).where(
        journals.c.participant == who, journals.c.role == OWN, journals.c.owner == coordinator
    )
    if await connection.scalar(view) is None:
        await make_journal(
            connection, facts["view"], role=OWN, site=site, participant=who, owner=coordinator
        )


async def unassign(
    connection: AsyncConnection, ledger: Ledger, participant: str, coordinator: str, at: datetime
) -> bool:
    """The coordinator follows the participant no longer; False when they did not."""
    if not await is_assigned(connection, participant, coordinator, at):
        return False
    facts = {"participant": participant, "coordinator": coordinator}
    await carry_out_unassigned(connection, facts, at)
    await ledger.record(connection, UNASSIGNED, facts)
    return True


async def carry_out_unassigned(
    connection: AsyncConnection, facts: dict[str, Any], at: datetime
) -> None:
    """What the ledger's line `unassigned` says."""
    await connection.execute(
        sa.update(assignments)
        .where(assignments.c.participant == facts["participant"])
        .where(assignments.c.coordinator == facts["coordinator"], assignments.c.ends_at.is_(None))
        .values(ends_at=at)
    )


async def is_assigned(
    connection: AsyncConnection, participant: str, coordinator: str, at: datetime
) -> bool:
    """Whether the coordinator follows the participant at that time."""
    a = assignments.c
    found = await connection.scalar(
        sa.select(a.id)
        .where(a.participant == participant, a.coordinator == coordinator, a.starts_at <= at)
        .where(a.ends_at.is_(None) | (a.ends_at > at))
    )
    return found is not None


def coordinators_of(
    connection: sa.Connection, participants: Collection[str], at: datetime
) -> dict[str, tuple[str, ...]]:
    """Who follows each of those participants at that time, whoever began first."""
    if not participants:
        return {}
    rows = connection.execute(_FOLLOWING, {"who": sorted(participants), "at": at}).all()
    found: dict[str, tuple[str, ...]] = {}
    for participant, coordinator in rows:
        found[participant] = (*found.get(participant, ()), coordinator)
    return found


_AT = sa.bindparam("at", type_=Instant)
_FOLLOWING = (
    sa.select(assignments.c.participant, assignments.c.coordinator)
    .where(assignments.c.participant.in_(sa.bindparam("who", expanding=True)))
    .where(assignments.c.starts_at <= _AT)
    .where(assignments.c.ends_at.is_(None) | (assignments.c.ends_at > _AT))
    .order_by(assignments.c.starts_at, assignments.c.id)
)


async def shared_journal(connection: AsyncConnection, participant: str) -> str | None:
    """The participant's shared journal, unless erased."""
    found = await connection.scalar(
        sa.select(journals.c.id).where(
            journals.c.participant == participant,
            journals.c.role == SHARED,
            journals.c.erased_at.is_(None),
        )
    )
    return None if found is None else str(found)
