"""Each sending is taken by one of those that ask at the same moment, on PostgreSQL and on SQLite."""

import asyncio
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from mia_companion.server.database import Database
from mia_companion.server.reminders.claiming import Claims
from mia_companion.server.reminders.tables import WAITS, sendings
from mia_companion.server.results.tables import publications  # noqa: F401  every table is known
from tests.server.databases import TestDatabase

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
SENDINGS, ASKING = 60, 6


async def test_many_take_at_once_and_none_the_same(database: TestDatabase) -> None:
    several = [Database(database.url) for _ in range(ASKING)]
    await several[0].migrate()
    row = {"participant": "p", "due_at": NOW, "try_at": NOW, "state": WAITS, "tries": 0}
    async with several[0].writing() as connection:
        rows = [{"id": f"sending-{n:04}", **row} for n in range(SENDINGS)]
        await connection.execute(sa.insert(sendings), rows)
    claims = [Claims(one) for one in several]
    taken = []
    for _ in range(3):
        found = await asyncio.gather(*(one.take(NOW, 4) for one in claims))
        taken += [claim.id for some in found for claim in some]
    assert len(taken) == len(set(taken))
    assert len(taken) > SENDINGS // 2
    [first, *_] = await claims[0].take(NOW + timedelta(minutes=6), 4)
    assert first.tries == 2 or first.id not in taken
    for one in several:
        await one.close()
