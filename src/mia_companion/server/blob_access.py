"""Who may read and send a blob. Default no.

Entries travel before the photos and files that they name. Whoever loses their access in between has
said something that others read by now, or that lies in quarantine for the successor; without its photo
it would be half of what was said. So an author may finish what an entry of their own names, and nothing
else opens again: no other blob, no reading, no new entry.
"""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.domain.entries import Entry
from mia_companion.domain.facts import KINDS
from mia_companion.domain.rights import may_write
from mia_companion.server import access, quarantine
from mia_companion.server.access import Caller
from mia_companion.server.journals import Journals
from mia_companion.server.naming import said_in
from mia_companion.server.refusals import Refusal
from mia_companion.server.schema import entries as e
from mia_companion.wire import problems


@dataclass(frozen=True, slots=True)
class Target:
    """A blob, who asks for it, and the caller's entry that names it, where they said which."""

    caller: Caller
    journal: str
    blob: str
    entry: str = ""


async def allow_reading(connection: AsyncConnection, target: Target, now: datetime) -> None:
    """Raises `not-found`."""
    place = await _standing(connection, target, now)
    if place is None or place.state != access.OPEN:
        raise Refusal(problems.NOT_FOUND)


async def allow_sending(
    connection: AsyncConnection, journals: Journals, target: Target, sha256: str, now: datetime
) -> None:
    """Raises `not-found`, or `forbidden` for somebody who may only read there."""
    place = await _standing(connection, target, now)
    if place is not None and place.state == access.ENDED:
        entry = await _entry(connection, journals, target)
        if entry is not None and {target.blob, sha256} <= said_in(entry.body):
            return
    if place is None or place.state != access.OPEN:
        raise Refusal(problems.NOT_FOUND)
    if not any(may_write(target.caller.role, place.journal.role, kind) for kind in KINDS):
        raise Refusal(problems.FORBIDDEN)


async def _standing(
    connection: AsyncConnection, target: Target, now: datetime
) -> access.Standing | None:
    found = await connection.run_sync(access.standings, target.caller, now, [target.journal])
    return found.get(target.journal)


async def _entry(connection: AsyncConnection, journals: Journals, target: Target) -> Entry | None:
    """The caller's own entry of that id in that journal, or in quarantine for it."""
    if not access.is_plain(target.entry):
        return None
    journal, author = target.journal, target.caller.account
    mine = (e.c.id == target.entry) & (e.c.journal == journal) & (e.c.author == author)
    seq = await connection.scalar(sa.select(e.c.seq).where(mine))
    if seq is None:
        return await quarantine.of_author(connection, journals, journal, author, target.entry)
    found = await connection.run_sync(journals.read, [(journal, seq - 1, seq)])
    return next((one.entry for one in found.get(journal, [])), None)
