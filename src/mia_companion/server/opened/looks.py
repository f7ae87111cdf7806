"""Who fetched what a participant shares: remembered at once, written a moment later, waited for by nobody.

answered ──▶ known of today? ──no──▶ waits ──a second, all that has come──▶ one transaction
                          └──yes──▶ nothing                      └─ failed ─▶ waits, and is tried again

What a process that is killed has not written, it writes down at the next fetch of that day.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError

from mia_companion.domain.rights import PARTICIPANT, SHARED
from mia_companion.domain.zones import HOME, there
from mia_companion.server.access import Caller
from mia_companion.server.database import Database
from mia_companion.server.opened.table import looks
from mia_companion.server.schema import journals as j
from mia_companion.wire.opened import FETCHED

KEPT = timedelta(days=731)
"""So far back it is told who has looked."""

SOON, LATER = 1.0, 60.0
"""Seconds until what waits is written; the longest between two tries."""

_MANY = 100_000
"""Pairs remembered in memory; more are forgotten all at once, and written down again for nothing."""
_MOST = 500
"""Rows of one transaction."""

Line = tuple[str, str, datetime]
"""Account, journal, when."""

log = logging.getLogger("mia_companion.server")


class Looks:
    """One process's memory of the day, and what of it is still to be written."""

    def __init__(
        self,
        database: Database,
        clock: Callable[[], datetime],
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._database = database
        self._clock = clock
        self._pause = pause
        self._day = date.min
        self._known: set[tuple[str, str]] = set()
        self._waiting: list[Line] = []
        self._task: asyncio.Task[None] | None = None

    def note(self, caller: Caller, journals: Iterable[str]) -> None:
        """The caller was given something out of these journals. Costs nothing where it is known of today."""
        if caller.role == PARTICIPANT:
            return
        now = self._clock()
        if (day := there(now, HOME).date()) != self._day or len(self._known) > _MANY:
            self._day, self._known = day, set()
        for journal in journals:
            if (pair := (caller.account, journal)) not in self._known:
                self._known.add(pair)
                self._waiting.append((*pair, now))
        if self._waiting and self._task is None:
            self._task = asyncio.create_task(self._write_soon())

    async def stop(self) -> None:
        """Write what waits, where that can be done."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
        await self.flush()

    async def flush(self) -> None:
        """Write what waits at once, where that can be done."""
        while self._waiting and await self._written():
            pass

    async def _write_soon(self) -> None:
        seconds = SOON
        try:
            while self._waiting:
                await self._pause(seconds)
                seconds = SOON if await self._written() else min(LATER, 2 * seconds)
        finally:
            self._task = None

    async def _written(self) -> bool:
        some = self._waiting[:_MOST]
        try:
            await self._database.write(lambda connection: keep(connection, some))
        except (SQLAlchemyError, OSError) as error:
            log.warning("looks not written", extra={"error": type(error).__name__})
            return False
        del self._waiting[: len(some)]
        return True


def keep(connection: sa.Connection, some: Iterable[Line]) -> None:
    """Write these down, of what participants share; what is older than `KEPT` goes with the same stroke."""
    lines = list(some)
    named = sa.select(j.c.id, j.c.participant).where(
        j.c.id.in_({journal for _, journal, _ in lines}),
        j.c.role == SHARED,
        j.c.erased_at.is_(None),
    )
    shared = {str(id_): str(person) for id_, person in connection.execute(named)}
    told = [
        (account, shared[journal], FETCHED, at)
        for account, journal, at in lines
        if journal in shared
    ]
    tell(connection, told)


def tell(connection: sa.Connection, told: Iterable[tuple[str, str, str, datetime]]) -> None:
    """In the open transaction: (account, participant, what, when) each. The first of a day is the one."""
    rows: list[dict[str, Any]] = [
        {
            "participant": participant,
            "day": there(at, HOME).date().isoformat(),
            "account": account,
            "what": what,
            "at": at,
        }
        for account, participant, what, at in told
        if account != participant
    ]
    if not rows:
        return
    insert = (sqlite if connection.dialect.name == "sqlite" else postgresql).insert(looks)
    rows.sort(key=lambda row: (row["participant"], row["day"], row["account"], row["what"]))
    connection.execute(insert.on_conflict_do_nothing(), rows)
    oldest = max(row["at"] for row in rows) - KEPT
    connection.execute(
        sa.delete(looks).where(
            looks.c.participant.in_({row["participant"] for row in rows}),
            looks.c.day < there(oldest, HOME).date().isoformat(),
        )
    )
