"""Blobs that nobody will miss go after 30 days: those that no entry names, and those half sent.

    old, not yet known to be named ──journal read──▶ named: it stays, and is not looked for again
                                                └──▶ not named, or not whole: gone

An entry names a blob by saying its id anywhere in its body, also in a field that this version does
not know. Several processes may sweep at once: what decides is read again under the journal's lock.
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Callable
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.server import blobs, quarantine
from mia_companion.server.database import Database
from mia_companion.server.journals import Journals
from mia_companion.server.naming import said_in
from mia_companion.server.schema import blobs as b

KEPT = timedelta(days=30)
EVERY = timedelta(days=1)
_CHUNK = 200

log = logging.getLogger("mia_companion.server")


class Orphans:
    """Sweeps at the start and once a day after that, by the clock it is given."""

    def __init__(
        self,
        database: Database,
        journals: Journals,
        clock: Callable[[], datetime],
        look_seconds: float,
    ) -> None:
        self._database = database
        self._journals = journals
        self._clock = clock
        self._look_seconds = look_seconds
        self._stopping = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._last: datetime | None = None

    def start(self) -> None:
        """Sweep from now on, beside everything else."""
        self._task = asyncio.create_task(self._sweep_daily())

    async def stop(self) -> None:
        """End after the journal at hand."""
        self._stopping.set()
        if self._task is not None:
            await self._task

    async def _sweep_daily(self) -> None:
        while not self._stopping.is_set():
            now = self._clock()
            if self._last is None or now - self._last >= EVERY:
                try:
                    await self.sweep()
                    self._last = now
                except (SQLAlchemyError, OSError) as error:
                    log.warning("sweep failed", extra={"error": type(error).__name__})
            try:
                await asyncio.wait_for(self._stopping.wait(), self._look_seconds)
            except TimeoutError:
                continue

    async def sweep(self) -> None:
        """Remove every blob whose time is over."""
        before = self._clock() - KEPT
        by_journal: dict[str, set[str]] = defaultdict(set)
        async with self._database.reading() as connection:
            for journal, blob in await connection.execute(
                sa.select(b.c.journal, b.c.id).where(*_old(before))
            ):
                by_journal[journal].add(blob)
        for journal, ids in by_journal.items():
            if self._stopping.is_set():
                return
            try:
                read_upto, named = await self._names(journal, ids)
                await self._remove(journal, ids, named, read_upto, before)
            except Exception as error:  # a journal that cannot be read keeps what it has
                log.error("sweep of a journal failed", extra={"error": type(error).__name__})

    async def _names(self, journal: str, ids: set[str]) -> tuple[int, set[str]]:
        """Which of the blobs are named up to which seq, read without keeping any writer out."""
        named: set[str] = set()
        upto = 0
        while True:
            async with self._database.reading() as connection:
                span = (journal, upto, upto + _CHUNK)
                found = await connection.run_sync(self._journals.read, [span])
            entries = found.get(journal, [])
            for one in entries:
                named |= said_in(one.entry.body) & ids
            if not entries:
                return upto, named
            upto = entries[-1].seq

    async def _remove(
        self, journal: str, ids: set[str], named: set[str], read_upto: int, before: datetime
    ) -> None:
        """Remove what is not named, unless it was in what has been written meanwhile."""
        async with self._database.writing() as connection:
            head = await connection.run_sync(self._journals.lock, journal)
            span = (journal, read_upto, head)
            found = await connection.run_sync(self._journals.read, [span])
            said = [one.entry for one in found.get(journal, ())]
            said += await quarantine.of_journal(connection, self._journals, journal)
            named = named.union(*[said_in(entry.body) & ids for entry in said])
            await _carry_out(connection, journal, ids, named, before)


async def _carry_out(
    connection: AsyncConnection, journal: str, ids: set[str], named: set[str], before: datetime
) -> None:
    mine = (b.c.journal == journal) & b.c.id.in_(ids)
    # Locked first, so that no part comes in between.
    rows = (
        await connection.execute(sa.select(b).where(mine, *_old(before)).with_for_update())
    ).all()
    whole = {row.id for row in rows if row.received == row.size}
    await connection.execute(
        sa.update(b).where(b.c.journal == journal, b.c.id.in_(whole & named)).values(named=True)
    )
    for row in rows:
        if row.id not in whole & named:
            await blobs.forget(connection, journal, row.id)


def _old(before: datetime) -> tuple[sa.ColumnElement[bool], ...]:
    return b.c.begun_at <= before, b.c.named.is_(False)
