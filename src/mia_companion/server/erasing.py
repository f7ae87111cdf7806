"""Erasing a participant: the ledger says so, the rows go, the journals stay as tombstones, the keys die."""

import asyncio
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.server.enrolment.invitation_table import invitations
from mia_companion.server.feeds.table import feeds
from mia_companion.server.keys import KeyStore
from mia_companion.server.ledger import PARTICIPANT_ERASED, Ledger
from mia_companion.server.opened.table import looks
from mia_companion.server.reminders.tables import reminder_plans, sendings
from mia_companion.server.schema import (
    accounts,
    assignments,
    blob_parts,
    blobs,
    entries,
    journals,
    pictures,
    quarantine,
    reached,
)


async def erase(
    connection: AsyncConnection,
    ledger: Ledger,
    participant: str,
    at: datetime,
    *,
    decision: str = "",
) -> dict[str, Any] | None:
    """Erase in the open transaction; None when there is nobody of that id.

    After the commit the caller destroys the keys with `destroy_keys` on what this gives. `decision` is what
    the ledger names as that on which it rests, where there is one.
    """
    rows = await connection.execute(
        sa.select(journals.c.id, journals.c.role, journals.c.site, journals.c.owner)
        .where(journals.c.participant == participant)
        .order_by(journals.c.id)
        .with_for_update()
    )
    found = [row._asdict() for row in rows]
    if not found:
        return None
    facts: dict[str, Any] = {"participant": participant, "journals": found}
    if decision:
        facts["decision"] = decision[:200]
    await carry_out(connection, facts, at)
    await ledger.record(connection, PARTICIPANT_ERASED, facts)
    return facts


async def carry_out(connection: AsyncConnection, facts: dict[str, Any], at: datetime) -> None:
    """What the ledger's line `participant-erased` says, also in a database that has never known them."""
    who = facts["participant"]
    ids = [one["id"] for one in facts["journals"]]
    known = set(await connection.scalars(sa.select(journals.c.id).where(journals.c.id.in_(ids))))
    for one in facts["journals"]:
        if one["id"] not in known:
            await connection.execute(sa.insert(journals).values(**one, participant=who, head=0))
    await empty(connection, ids, at)
    await connection.execute(sa.delete(invitations).where(invitations.c.participant == who))
    await connection.execute(sa.delete(looks).where(looks.c.participant == who))
    for table in (feeds, reminder_plans, sendings):
        await connection.execute(sa.delete(table).where(table.c.participant == who))
    # The account and its devices stay, as opaque ids: a device must be told to forget.
    await connection.execute(
        sa.update(accounts)
        .where(accounts.c.id == who, accounts.c.erased_at.is_(None))
        .values(erased_at=at)
    )
    ended = sa.update(assignments).where(
        assignments.c.participant == who, assignments.c.ends_at.is_(None)
    )
    await connection.execute(ended.values(ends_at=at))


async def empty(connection: AsyncConnection, ids: list[str], at: datetime) -> None:
    """The journals stay as tombstones, and nothing of what they held."""
    await connection.execute(
        sa.update(journals)
        .where(journals.c.id.in_(ids), journals.c.erased_at.is_(None))
        .values(erased_at=at)
    )
    for table in (entries, pictures, blob_parts, blobs, quarantine, reached):
        await connection.execute(sa.delete(table).where(table.c.journal.in_(ids)))


async def destroy_keys(keys: KeyStore, facts: dict[str, Any]) -> None:
    """What reaches the backups. Harmless when repeated."""
    for one in facts["journals"]:
        await asyncio.to_thread(keys.destroy, one["id"])
