"""Who sends what: each sending is taken by one process at a time.

    waits ──taken, committed──▶ taken ──accepted──────────────────▶ sent
      ▲                          │ │ ├──that address takes nothing─▶ refused
      └──later, a little longer──┘ │ └──moved, cancelled, late─────▶ forgotten
                                   └──its process died: five minutes later taken again, with the same id

PostgreSQL passes over rows that another process is taking (`SKIP LOCKED`); SQLite has one writer. What a
process says of a sending that was taken from it counts for nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from mia_companion.server.database import Database
from mia_companion.server.reminders.tables import SENT, TAKEN, WAITS, sendings

LOST_AFTER = timedelta(minutes=5)
"""Longer than any try takes: whoever has had it for so long is dead."""

s = sendings.c


@dataclass(frozen=True, slots=True)
class Claim:
    """A sending that is this process's for now."""

    id: str
    participant: str
    due_at: datetime
    taken_at: datetime
    tries: int


class Claims:
    """Opens its own transactions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def take(self, now: datetime, most: int) -> list[Claim]:
        """Some of what is due, the longest due first. It is committed that they are taken."""
        async with self._database.writing() as connection:
            ids: Sequence[str] = (
                await connection.scalars(_DUE, {"now": now, "lost": now - LOST_AFTER, "most": most})
            ).all()
            if not ids:
                return []
            mine = sa.update(sendings).where(s.id.in_(ids))
            taken = mine.values(state=TAKEN, taken_at=now, tries=s.tries + 1)
            await connection.execute(taken)
            wanted = sa.select(s.id, s.participant, s.due_at, s.taken_at, s.tries)
            rows = (await connection.execute(wanted.where(s.id.in_(ids)))).all()
        return [Claim(*row) for row in rows]

    async def sent_since(self, participant: str, since: datetime) -> int:
        """How much was sent to somebody that was due after that."""
        mine = (s.participant == participant, s.state == SENT, s.due_at > since)
        async with self._database.reading() as connection:
            wanted = sa.select(sa.func.count()).select_from(sendings).where(*mine)
            return int(await connection.scalar(wanted) or 0)

    async def end(self, claim: Claim, state: str, choice: str) -> None:
        """It is over; `choice` is what that is known by under which it was sent."""
        await self._say(claim, {"state": state, "choice": choice})

    async def put_back(self, claim: Claim, until: datetime) -> None:
        """It waits until then."""
        await self._say(claim, {"state": WAITS, "try_at": until})

    async def forget(self, claim: Claim) -> None:
        """It is not to be sent."""
        async with self._database.writing() as connection:
            await connection.execute(sa.delete(sendings).where(*_still(claim)))

    async def _say(self, claim: Claim, said: dict[str, Any]) -> None:
        async with self._database.writing() as connection:
            await connection.execute(sa.update(sendings).where(*_still(claim)).values(said))


def _still(claim: Claim) -> tuple[sa.ColumnElement[bool], ...]:
    return s.id == claim.id, s.state == TAKEN, s.taken_at == claim.taken_at


_NOW = sa.bindparam("now", type_=s.due_at.type)
_LOST = sa.bindparam("lost", type_=s.due_at.type)
_DUE = (
    sa.select(s.id)
    .where(((s.state == WAITS) & (s.try_at <= _NOW)) | ((s.state == TAKEN) & (s.taken_at <= _LOST)))
    .order_by(s.try_at)
    .limit(sa.bindparam("most", type_=sa.Integer))
    .with_for_update(skip_locked=True)
)
