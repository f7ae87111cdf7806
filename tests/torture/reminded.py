"""People who are to be reminded, and what came to a real mail server of it."""

import asyncio
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import sqlalchemy as sa

from mia_companion.domain.channels import ChannelsChosen
from mia_companion.server.database import Database
from mia_companion.server.reminders.tables import SENT, sendings
from tests.server.databases import PostgresDatabase
from tests.server.reminders.post_office import PostOffice
from tests.server.reminders.reminding import Reminding

OF_EACH = 20


class Seeded(PostgresDatabase):
    """A database that is there already."""

    def __init__(self, url: str) -> None:
        self.url = url


async def booked(folder: Path, url: str, reminders: int, every: timedelta) -> None:
    """People with appointments, whose reminders are due one after another from now on."""
    world = Reminding(folder, Seeded(url))
    world.clock.now = datetime.now(UTC)
    await world.start()
    await world.furnish()
    chosen = ChannelsChosen(mail="anna@example.org", appointments=(60,))
    first = datetime.now(UTC) + timedelta(minutes=60, seconds=2 + reminders / 200)
    for begin in range(0, reminders, OF_EACH):
        who = await world.someone(chosen)
        numbers = range(begin, min(begin + OF_EACH, reminders))
        await who.told(*(who.booking(first + number * every) for number in numbers))
    await world.backend.reminders.projection.follow(datetime.now(UTC))
    await world.stop()


async def all_sent(database: Database, count: int) -> dict[str, int]:
    """Ids, with how often each was taken up, as soon as so many were sent."""
    for _ in range(1_200):
        async with database.reading() as connection:
            sent = sa.select(sendings.c.id, sendings.c.tries).where(sendings.c.state == SENT)
            rows = (await connection.execute(sent)).all()
        if len(rows) == count:
            return {row.id: row.tries for row in rows}
        await asyncio.sleep(0.1)
    raise AssertionError("not everything was sent")


def came(office: PostOffice) -> Counter[str]:
    """How often each id has come."""
    ids = (str(mail["Message-ID"]) for _, mail in office.came)
    return Counter(one.removeprefix("<").partition("@")[0] for one in ids)
