"""Room for many participants at once: all of them or none, also when the server dies in the middle."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.domain.rights import COORDINATOR, OWN, PARTICIPANT, SHARED, TEAM
from mia_companion.server import audit
from mia_companion.server.access import Caller, readable
from mia_companion.server.changes import Changes
from mia_companion.server.ledger import PARTICIPANTS_IMPORTED, Ledger
from mia_companion.server.people import check_works_at
from mia_companion.server.refusals import Refusal
from mia_companion.server.schema import accounts, assignments, journals, sites
from mia_companion.server.surroundings import Surroundings
from mia_companion.wire import problems
from mia_companion.wire.files import Import, Imported, Room


class Imports:
    """What `POST /v1/imports` does."""

    def __init__(self, changes: Changes, ledger: Ledger, surroundings: Surroundings) -> None:
        self._changes = changes
        self._ledger = ledger
        self._surroundings = surroundings

    async def bring_in(self, caller: Caller, asked: Import) -> Imported:
        """Everybody's journals, those of an earlier answer that was lost among them. No codes.

        Raises `forbidden` for anyone but a coordinator, `conflict` when an id is somebody else's.
        """
        if caller.role != COORDINATOR:
            raise Refusal(problems.FORBIDDEN)
        now = self._surroundings.clock()
        async with self._changes.open() as change:
            connection = change.connection
            await check_works_at(connection, caller.account, caller.site)
            known = await _accounts_among(connection, asked.participants)
            found = await _shared_by_participant(connection, caller, now)
            if not known <= found.keys():
                raise Refusal(problems.CONFLICT)
            fresh = [one for one in asked.participants if one not in known]
            if fresh:
                facts = self._facts(caller, fresh)
                await carry_out(connection, facts, now)
                for one in fresh:
                    await audit.note(connection, now, caller.account, "imported", one)
                # One line for all of them: a start after a crash makes everybody or nobody.
                await self._ledger.record(connection, PARTICIPANTS_IMPORTED, facts)
                found |= {one["participant"]: one["shared"] for one in facts["people"]}
                change.access = True
        rooms = [Room(participant=one, shared_journal=found[one]) for one in asked.participants]
        return Imported(rooms=tuple(rooms))

    def _facts(self, caller: Caller, people: list[str]) -> dict[str, Any]:
        ids = self._surroundings.ids
        made = ("shared", "own", "team", "assignment", "view")
        told = [{"participant": one, **{name: ids() for name in made}} for one in people]
        return {"site": caller.site, "coordinator": caller.account, "people": told}


async def carry_out(connection: AsyncConnection, facts: dict[str, Any], at: datetime) -> None:
    """What the ledger's line `participants-imported` says; people who are here already stay as they are."""
    site, coordinator = facts["site"], facts["coordinator"]
    if await connection.scalar(sa.select(sites.c.id).where(sites.c.id == site)) is None:
        return
    known = await _accounts_among(connection, [one["participant"] for one in facts["people"]])
    people = [one for one in facts["people"] if one["participant"] not in known]
    if not people:
        return
    new_accounts = [
        {"id": one["participant"], "role": PARTICIPANT, "site": site, "made_at": at}
        for one in people
    ]
    new_journals = [
        {
            "id": one[name], "role": role, "site": site, "participant": one["participant"],
            "owner": {"own": one["participant"], "view": coordinator}.get(name), "head": 0,
        }
        for one in people
        for name, role in (("shared", SHARED), ("own", OWN), ("team", TEAM), ("view", OWN))
    ]  # fmt: skip
    followed = [
        {
            "id": one["assignment"], "participant": one["participant"],
            "coordinator": coordinator, "starts_at": at,
        }
        for one in people
    ]  # fmt: skip
    await connection.execute(sa.insert(accounts), new_accounts)
    await connection.execute(sa.insert(journals), new_journals)
    await connection.execute(sa.insert(assignments), followed)


async def _accounts_among(
    connection: AsyncConnection, ids: tuple[str, ...] | list[str]
) -> set[str]:
    rows = await connection.execute(sa.select(accounts.c.id).where(accounts.c.id.in_(ids)))
    return {str(row.id) for row in rows}


async def _shared_by_participant(
    connection: AsyncConnection, caller: Caller, now: datetime
) -> dict[str, str]:
    """The shared journals that the caller may read now, by participant."""
    standing = await connection.run_sync(readable, caller, now)
    infos = [one.journal for one in standing.values()]
    return {one.participant: one.id for one in infos if one.role == SHARED and one.participant}
