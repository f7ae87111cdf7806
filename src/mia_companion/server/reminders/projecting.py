"""Keeps what is to be sent as the journals say it.

    a head has moved, or a day has passed ─▶ plan folded ─▶ what waits: added, moved, removed

What was sent, or is being sent, is left as it is; its id keeps it from being added anew. Of somebody who was
not looked at before, only what lies ahead is added: nobody knows what was sent until then.
"""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Self
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from cryptography.exceptions import InvalidTag
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.domain import sendings as domain
from mia_companion.domain.sendings import Sending
from mia_companion.domain.ways import channels_of
from mia_companion.domain.zones import HOME
from mia_companion.server.columns import Row
from mia_companion.server.database import Database
from mia_companion.server.journals import Journals
from mia_companion.server.keys import KeyDestroyed
from mia_companion.server.reminders.newly_said import NewlySaid
from mia_companion.server.reminders.plans import (
    HEADS,
    Heads,
    Plans,
    both,
    own_table,
    shared_table,
    standing,
)
from mia_companion.server.reminders.tables import WAITS, reminder_plans, sendings

SWEDEN = ZoneInfo(HOME)
_A_DAY = timedelta(days=1)
_KEPT = timedelta(days=30)
"""For so long it is known of a mail that comes back whose it was, and of a sending that it was sent."""

_AT_ONCE = 100

log = logging.getLogger("mia_companion.server")
p, s = reminder_plans.c, sendings.c


@dataclass(frozen=True, slots=True)
class _Moved:
    """Somebody's journals, and what `reminder_plans` says of them; each None where there is no row."""

    heads: Heads
    shared_seq: int | None
    own_seq: int | None
    chosen: bool | None
    looked_at: datetime | None

    @classmethod
    def of(cls, row: Row) -> Self:
        """A row of `_MOVED`."""
        return cls(Heads(*row[: len(HEADS)]), *row[len(HEADS) :])


class Projection:
    """Opens its own transactions; may run in several processes at once."""

    def __init__(self, database: Database, journals: Journals, plans: Plans) -> None:
        self._database = database
        self._newly_said = NewlySaid(database, journals)
        self._plans = plans

    async def follow(self, now: datetime) -> int:
        """Look at everybody of whom something was written since; how many that were."""
        looked_at = 0
        after = ""
        while True:
            async with self._database.reading() as connection:
                rows = (
                    await connection.execute(_MOVED, {"before": now - _A_DAY, "after": after})
                ).all()
            if rows:
                after = rows[-1][0]
                await self._look_at_all([_Moved.of(row) for row in rows], now)
                looked_at += len(rows)
            if len(rows) < _AT_ONCE:
                return looked_at

    async def _look_at_all(self, moved: list["_Moved"], now: datetime) -> None:
        idle = [one for one in moved if not one.chosen]
        said = await self._newly_said.of(
            [(one.heads, one.shared_seq or 0, one.own_seq or 0) for one in idle]
        )
        passed = [one for one in idle if one.heads.participant not in said]
        if passed:
            async with self._database.writing() as connection:
                for one in passed:
                    await self._marked(connection, one, chosen=False, now=now)
        for one in moved:
            if one.chosen or one.heads.participant in said:
                try:
                    await self._look_at(one, now)
                except (KeyDestroyed, InvalidTag, ValueError) as error:
                    # Erased a moment ago, or broken: that keeps nobody else from theirs.
                    log.warning("reminders not looked at", extra={"error": type(error).__name__})

    async def forget_old(self, now: datetime) -> None:
        """What is long over."""
        async with self._database.writing() as connection:
            await connection.execute(sa.delete(sendings).where(s.due_at < now - _KEPT))

    async def _look_at(self, one: "_Moved", now: datetime) -> None:
        plan = await self._plans.of(one.heads)
        is_on = (found := channels_of(plan)) is not None and found.is_on
        wanted = domain.sendings(plan, now, SWEDEN)
        if one.looked_at is None:
            wanted = tuple(sending for sending in wanted if sending.at > now)
        await self._keep(one, chosen=is_on, wanted=wanted, now=now)

    async def _keep(
        self, moved: "_Moved", *, chosen: bool, wanted: tuple[Sending, ...], now: datetime
    ) -> None:
        """In one transaction, unless another process was quicker."""
        heads = moved.heads
        rows = {
            one.id_for(heads.participant): {
                "participant": heads.participant, "due_at": one.at, "try_at": one.at,
                "state": WAITS, "tries": 0,
            }
            for one in wanted
        }  # fmt: skip
        async with self._database.writing() as connection:
            if not await self._marked(connection, moved, chosen=chosen, now=now):
                return
            waiting = (s.participant == heads.participant) & (s.state == WAITS)
            there = set(await connection.scalars(sa.select(s.id).where(waiting)))
            if gone := there - rows.keys():
                await connection.execute(sa.delete(sendings).where(waiting, s.id.in_(gone)))
            new = [{"id": id_, **row} for id_, row in rows.items() if id_ not in there]
            if new:
                await connection.execute(self._insert(sendings).on_conflict_do_nothing(), new)

    async def _marked(
        self, connection: AsyncConnection, moved: "_Moved", *, chosen: bool, now: datetime
    ) -> bool:
        """Say how far was read; False when somebody else has said it meanwhile."""
        heads = moved.heads
        said = {
            "shared_seq": heads.shared_head, "own_seq": heads.own_head,
            "chosen": chosen, "looked_at": now,
        }  # fmt: skip
        if moved.looked_at is None:
            new = self._insert(reminder_plans).values(participant=heads.participant, **said)
            done = await connection.execute(new.on_conflict_do_nothing())
        else:
            mine = sa.update(reminder_plans).where(
                p.participant == heads.participant,
                p.shared_seq == moved.shared_seq,
                p.own_seq == moved.own_seq,
                p.looked_at == moved.looked_at,
            )
            done = await connection.execute(mine.values(said))
        return done.rowcount == 1

    def _insert(self, table: sa.Table) -> Any:
        dialect = postgresql if self._database.is_postgres else sqlite
        return dialect.insert(table)


_MOVED = (
    sa.select(*HEADS, p.shared_seq, p.own_seq, p.chosen, p.looked_at)
    .select_from(both.outerjoin(reminder_plans, p.participant == shared_table.c.participant))
    .where(standing, shared_table.c.participant > sa.bindparam("after"))
    .where(
        p.participant.is_(None)
        | (p.shared_seq != shared_table.c.head)
        | (p.own_seq != own_table.c.head)
        | (p.chosen & (p.looked_at < sa.bindparam("before", type_=p.looked_at.type)))
    )
    .order_by(shared_table.c.participant)
    .limit(_AT_ONCE)
)
