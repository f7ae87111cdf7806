"""Processes that send reminders are killed while they do: each reminder comes, and under one id."""

import asyncio
import os
import random
import signal
from collections import Counter
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from mia_companion.domain.channels import ChannelsChosen
from mia_companion.server.database import Database
from mia_companion.server.reminders.tables import SENT, sendings
from tests.server.databases import PostgresDatabase
from tests.server.reminders.conftest import Reminding
from tests.server.reminders.post_office import PostOffice, post_office
from tests.torture.postgres import Postgres, a_postgres
from tests.torture.printed import Told
from tests.torture.servers import Forker, forking
from tests.torture.sizes import WHOLE, times

pytestmark = [pytest.mark.slow, pytest.mark.postgres, pytest.mark.timeout(times(120, 1_800))]

SENDERS, AT_ONCE, OF_EACH = 3, 8, 20
SEED = 19


class _Seeded(PostgresDatabase):
    """A database that is there already."""

    def __init__(self, url: str) -> None:
        self.url = url


async def _booked(folder: Path, url: str, reminders: int, every: timedelta) -> None:
    """People with appointments, whose reminders are due one after another from now on."""
    world = Reminding(folder, _Seeded(url))
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


def _kill(pid: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


async def _run(
    folder: Path, postgres: Postgres, name: str, *, reminders: int, kills: int
) -> tuple[PostOffice, dict[str, int]]:
    """The mail that came, and the ids that were to come, with how often each was taken up."""
    url = await postgres.make(name)
    randomness = random.Random(SEED)
    await _booked(folder, url, reminders, timedelta(milliseconds=40))
    database = Database(url)
    with post_office() as office, forking(folder / "log", "tests.torture.senders") as forker:
        office.seconds = 0.12
        environment = {
            "MIA_DATA_DIR": str(folder), "MIA_DATABASE_URL": url,
            "MIA_SMTP_URL": f"smtp://127.0.0.1:{office.port}",
            "MIA_MAIL_FROM": "no-reply@mia.example.se",
        }  # fmt: skip
        senders = [forker.fork([], environment) for _ in range(SENDERS)]
        await _killing(forker, senders, environment, kills, randomness)
        tries = await _all_sent(database, reminders)
        for pid in senders:
            _kill(pid)
    await database.close()
    return office, tries


async def _killing(
    forker: Forker,
    senders: list[int],
    environment: dict[str, str],
    kills: int,
    randomness: random.Random,
) -> None:
    for number in range(kills):
        await asyncio.sleep(randomness.uniform(0.1, 0.5))
        _kill(senders[number % SENDERS])
        senders[number % SENDERS] = forker.fork([], environment)


async def _all_sent(database: Database, count: int) -> dict[str, int]:
    for _ in range(1_200):
        async with database.reading() as connection:
            sent = sa.select(sendings.c.id, sendings.c.tries).where(sendings.c.state == SENT)
            rows = (await connection.execute(sent)).all()
        if len(rows) == count:
            return {row.id: row.tries for row in rows}
        await asyncio.sleep(0.1)
    raise AssertionError("not everything was sent")


def _came(office: PostOffice) -> Counter[str]:
    ids = (str(mail["Message-ID"]) for _, mail in office.came)
    return Counter(one.removeprefix("<").partition("@")[0] for one in ids)


async def test_each_comes_and_under_one_id(tmp_path: Path, tell: Told) -> None:
    reminders, kills = times(40, 2_000), times(5, 200)
    with a_postgres() as postgres:
        if WHOLE:
            (tmp_path / "alive").mkdir()
            office, wanted = await _run(
                tmp_path / "alive", postgres, "alive", reminders=reminders // 4, kills=0
            )
            assert _came(office) == dict.fromkeys(wanted, 1)  # three at once, and none twice
        office, wanted = await _run(tmp_path, postgres, "killed", reminders=reminders, kills=kills)
    came = _came(office)
    assert came.keys() == wanted.keys()
    again = sum(tries > 1 for tries in wanted.values())
    assert again  # somebody died over one
    twice = came.total() - reminders
    assert twice <= kills * AT_ONCE
    tell(
        19,
        "Three processes send reminders from one PostgreSQL and are killed, to a real mail server",
        f"{reminders:,} reminders, {kills} kills",
        f"0 lost, 0 under two ids; {again} taken up from the dead, {twice} of them sent twice, each with"
        " the id that it had",
    )
