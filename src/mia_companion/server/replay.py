"""At start: what the ledger knows and the database does not is done before anybody is answered.

lines that the database lacks, or fewer entries than once counted ─▶ it was restored: a new epoch
a database that says so itself, since `keeping` has put it there  ─▶ the same
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.server import covers, epochs, erasing, handovers, imports, ledger, people, staff
from mia_companion.server.feeds.feeds import carry_out_ended
from mia_companion.server.journals import Journals
from mia_companion.server.keeping.mark import is_marked, take_mark
from mia_companion.server.keys import KeysMissing, KeyStore
from mia_companion.server.ledger import (
    CONSENT_WITHDRAWN,
    HANDED_OVER,
    TAKEN_BACK,
    Ledger,
    LedgerBroken,
    Line,
    note,
)
from mia_companion.server.remembered import put_back
from mia_companion.server.results import freezing
from mia_companion.server.rights import renewing
from mia_companion.server.schema import accounts, devices, journals, ledger_lines, sites
from mia_companion.server.schema import epochs as epochs_table
from mia_companion.server.surroundings import Surroundings
from mia_companion.server.watermark import Watermark

_SAID = (CONSENT_WITHDRAWN, HANDED_OVER)
"""Lines with an entry that stands in its journal again."""


class Replay:
    """Brings a database level with the ledger, in one transaction of the caller's."""

    def __init__(
        self,
        lines: Ledger,
        watermark: Watermark,
        journals: Journals,
        keys: KeyStore,
        surroundings: Surroundings,
    ) -> None:
        self._ledger = lines
        self._watermark = watermark
        self._journals = journals
        self._keys = keys
        self._surroundings = surroundings

    async def run(self, connection: AsyncConnection) -> bool:
        """Whether a new epoch began. Raises LedgerBroken when file and database cannot be one server's,
        and KeysMissing."""
        missing = await self._missing(connection)
        for line in missing:
            await self._carry_out(connection, line)
        await self._check_keys(connection)
        first = await connection.scalar(
            sa.select(epochs_table.c.id).where(epochs_table.c.lost.is_(False)).limit(1)
        )
        restored = (
            bool(missing)
            or await self._watermark.is_above(connection)
            or await is_marked(connection)
        )
        await take_mark(connection)
        if restored or first is None:
            now, id_ = self._surroundings.clock(), self._surroundings.ids()
            await connection.run_sync(epochs.begin, self._ledger, id_, now)
        for line in missing:
            if line.what in _SAID:
                await put_back(connection, self._journals, line.facts)
        return restored

    async def _check_keys(self, connection: AsyncConnection) -> None:
        """None that is needed is away, and none that was to be destroyed is there: a crash may have come
        between the two, or the keys from a backup of their own."""
        j = journals.c
        for one in await connection.scalars(sa.select(j.id).where(j.erased_at.is_not(None))):
            if not self._keys.is_destroyed(one):
                await asyncio.to_thread(self._keys.destroy, one)
        sealed = sa.select(j.id).where(j.head > 0, j.erased_at.is_(None))
        without = [one for one in await connection.scalars(sealed) if not self._keys.has(one)]
        if without:
            raise KeysMissing(f"{len(without)} journals have entries and no key")

    async def _missing(self, connection: AsyncConnection) -> list[Line]:
        """What the file says was done, and was not; the database knows all lines then."""
        lines = self._ledger.lines()
        rows = await connection.execute(sa.select(ledger_lines.c.number, ledger_lines.c.mac))
        known = {row.number: row.mac for row in rows}
        if max(known, default=0) > len(lines):
            raise LedgerBroken("the database knows lines that the file has lost")
        for line in lines:
            if known.get(line.number, line.mac) != line.mac:
                raise LedgerBroken(f"the database knows another line {line.number}")
        for line in lines:
            if line.number not in known:
                await note(connection, line)
        undone = {line.facts["number"] for line in lines if line.what == TAKEN_BACK}
        return [
            line
            for line in lines
            if line.number not in known and line.number not in undone and line.what != TAKEN_BACK
        ]

    async def _carry_out(self, connection: AsyncConnection, line: Line) -> None:
        facts = line.facts
        if again := _AGAIN.get(line.what):
            await again(connection, facts, line.at)
            return
        match line.what:
            case ledger.EPOCH_BEGUN:
                await connection.execute(
                    sa.insert(epochs_table).values(
                        number=line.number, id=facts["epoch"], begun_at=line.at, lost=True
                    )
                )
            case ledger.PARTICIPANT_INVITED:
                if await _lacks_participant(connection, facts):
                    await people.carry_out_invited(connection, facts, line.at)
            case ledger.COVER_SET | ledger.COVER_ENDED:
                await covers.carry_out(connection, line.what, facts)
            case ledger.STAFF_ENDED | ledger.PASSKEYS_REMOVED:
                await staff.carry_out(connection, line.what, facts, line.at)
            case ledger.PARTICIPANT_ERASED | ledger.OWN_ERASED | ledger.JOURNAL_DISPOSED:
                await self._erase(connection, line)
            case ledger.RESULTS_PUBLISHED:
                await freezing.carry_out(connection, facts)
            case ledger.FEED_ENDED:
                await carry_out_ended(connection, facts)

    async def _erase(self, connection: AsyncConnection, line: Line) -> None:
        if line.what == ledger.PARTICIPANT_ERASED:
            await erasing.carry_out(connection, line.facts, line.at)
            await erasing.destroy_keys(self._keys, line.facts)
        else:
            await renewing.carry_out(connection, line.facts, line.at)
            await renewing.destroy_key(self._keys, line.facts)


async def _lacks_participant(connection: AsyncConnection, facts: dict[str, Any]) -> bool:
    who = sa.select(accounts.c.id).where(accounts.c.id == facts["participant"])
    site = sa.select(sites.c.id).where(sites.c.id == facts["site"])
    return await connection.scalar(who) is None and await connection.scalar(site) is not None


async def _remove_device(connection: AsyncConnection, facts: dict[str, Any], at: datetime) -> None:
    d = devices.c
    await connection.execute(
        sa.update(devices)
        .where(d.account == facts["account"], d.id == facts["device"])
        .where(d.family == facts["family"], d.revoked_at.is_(None))
        .values(revoked_at=at, removed_by=facts.get("by"))
    )


_AGAIN: Final[dict[str, Callable[[AsyncConnection, dict[str, Any], datetime], Awaitable[None]]]] = {
    ledger.PARTICIPANTS_IMPORTED: imports.carry_out,
    ledger.ASSIGNED: people.carry_out_assigned,
    ledger.UNASSIGNED: people.carry_out_unassigned,
    ledger.HANDED_OVER: handovers.carry_out_handed_over,
    ledger.DEVICE_REMOVED: _remove_device,
}
"""Lines that are done again by what they say alone."""
