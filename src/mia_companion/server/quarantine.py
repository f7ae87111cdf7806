"""What someone wrote before they knew that their access had ended: kept for the successor."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.domain.entries import Entry
from mia_companion.domain.openings import is_trace
from mia_companion.server.journals import Journals
from mia_companion.server.schema import quarantine

TABLE = "quarantine"

_MOST = 200
"""Entries that one answer holds; those after them come when these have been looked at."""


def keep(connection: sa.Connection, journals: Journals, entry: Entry, now: datetime) -> None:
    """Keep the entry, sealed. The first with its id is the one; repeating it is harmless. A trace is for the
    participant, and nobody who follows them is shown it."""
    known = sa.select(quarantine.c.id).where(quarantine.c.id == entry.id)
    if connection.scalar(known) is not None:
        return
    sealed = journals.sealer(entry.journal).seal(TABLE, entry.id, entry.model_dump_json().encode())
    seen = {"looked_at": now, "looked_by": entry.author} if is_trace(entry.body) else {}
    connection.execute(
        sa.insert(quarantine).values(
            id=entry.id,
            journal=entry.journal,
            author=entry.author,
            sealed=sealed,
            received_at=now,
            **seen,
        )
    )


async def of_journal(connection: AsyncConnection, journals: Journals, journal: str) -> list[Entry]:
    """What is kept for whoever follows the participant now, oldest first."""
    rows = await connection.execute(
        sa.select(quarantine.c.id, quarantine.c.sealed)
        .where(quarantine.c.journal == journal)
        .order_by(quarantine.c.received_at, quarantine.c.id)
    )
    sealer = journals.sealer(journal)
    return [Entry.model_validate_json(sealer.open(TABLE, id_, sealed)) for id_, sealed in rows]


async def not_looked_at(
    connection: AsyncConnection, journals: Journals, journal: str
) -> list[tuple[Entry, datetime]]:
    """What nobody who follows the participant now has looked at, and when it came; oldest first."""
    return await _chosen(connection, journals, journal, quarantine.c.looked_at.is_(None))


async def traces(
    connection: AsyncConnection, journals: Journals, journal: str
) -> list[tuple[Entry, datetime]]:
    """What was only opened, and when it came; oldest first."""
    found = await _chosen(
        connection, journals, journal, quarantine.c.looked_by == quarantine.c.author
    )
    return [(entry, at) for entry, at in found if is_trace(entry.body)]


async def _chosen(
    connection: AsyncConnection, journals: Journals, journal: str, which: sa.ColumnElement[bool]
) -> list[tuple[Entry, datetime]]:
    rows = await connection.execute(
        sa.select(quarantine.c.id, quarantine.c.sealed, quarantine.c.received_at)
        .where(quarantine.c.journal == journal, which)
        .order_by(quarantine.c.received_at, quarantine.c.id)
        .limit(_MOST)
    )
    sealer = journals.sealer(journal)
    return [
        (Entry.model_validate_json(sealer.open(TABLE, row.id, row.sealed)), row.received_at)
        for row in rows
    ]


async def look_at(
    connection: AsyncConnection, journal: str, entry: str, by: str, now: datetime
) -> bool:
    """It was read, and stays; False when there is no such entry. Who looked first is kept."""
    one = (quarantine.c.journal == journal) & (quarantine.c.id == entry)
    if await connection.scalar(sa.select(quarantine.c.id).where(one)) is None:
        return False
    await connection.execute(
        sa.update(quarantine)
        .where(one, quarantine.c.looked_at.is_(None))
        .values(looked_at=now, looked_by=by)
    )
    return True


async def of_author(
    connection: AsyncConnection, journals: Journals, journal: str, author: str, entry: str
) -> Entry | None:
    """One entry of that author, if it is kept here."""
    mine = (quarantine.c.journal == journal) & (quarantine.c.author == author)
    sealed = await connection.scalar(
        sa.select(quarantine.c.sealed).where(mine, quarantine.c.id == entry)
    )
    if sealed is None:
        return None
    return Entry.model_validate_json(journals.sealer(journal).open(TABLE, entry, sealed))
