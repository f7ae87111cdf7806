"""Two backends on one PostgreSQL are told to stop in turns while people write, read, listen and are reminded:
no request is lost that a server took in, and nothing is there twice."""

import asyncio
import random
from datetime import timedelta
from pathlib import Path

import pytest

from mia_companion.server.database import Database
from tests.server.reminders.post_office import post_office
from tests.torture.postgres import a_postgres
from tests.torture.printed import Told
from tests.torture.reminded import all_sent, booked, came
from tests.torture.servers import Server, forking
from tests.torture.sizes import times
from tests.torture.strict import Strict
from tests.torture.town import Hand, found, settled

pytestmark = [
    pytest.mark.slow,
    pytest.mark.postgres,
    pytest.mark.long,
    pytest.mark.timeout(times(240, 3_600)),
]

SEED, REMINDERS = 26, 40


async def _stop_in_turns(servers: list[Server], count: int, randomness: random.Random) -> None:
    """One goes and comes back; the other is there meanwhile, as a proxy would have it."""
    for number in range(count):
        await asyncio.sleep(randomness.uniform(0.3, 0.8))
        one = servers[number % len(servers)]
        await asyncio.to_thread(one.stop)
        one.start()
        await asyncio.to_thread(one.wait)


async def _feed(hand: Hand, address: str) -> str:
    """The path of a participant's calendar."""
    answer = await hand.http.put(f"{address}/v1/calendar", json={}, headers=hand.headers)
    return str(answer.raise_for_status().json()["path"])


async def test_servers_stop_in_turns(tmp_path: Path, tell: Told) -> None:
    randomness, stops = random.Random(SEED), times(4, 60)
    with a_postgres() as postgres, post_office() as office, forking(tmp_path / "log") as forker:
        url = await postgres.make("stopped")
        await found(tmp_path, url)
        await booked(tmp_path, url, REMINDERS, timedelta(milliseconds=40))
        mail = {
            "MIA_SMTP_URL": f"smtp://127.0.0.1:{office.port}",
            "MIA_MAIL_FROM": "no-reply@mia.example.se",
        }
        servers = [Server(forker, tmp_path, url, **mail) for _ in range(2)]
        for one in servers:
            one.start()
            one.wait()
        async with settled(servers[0].address, participants=2, phones=1, desks=1) as hands:
            for hand in hands:  # others have written, too
                hand.prefix = "said"
            strict = Strict(servers, random.Random(SEED))
            strict.begin(hands)
            strict.subscribe(hands[-1], await _feed(hands[-1], servers[0].address))
            await _stop_in_turns(servers, stops, randomness)
            await strict.end()
            assert strict.lost == []
            read = {one.entry.id: one.seq for one in await hands[0].everything(servers[0].address)}
        database = Database(url)
        tries = await all_sent(database, REMINDERS)
        await database.close()
        for one in servers:
            one.stop()
    written = {id_: seq for id_, seq in read.items() if id_.startswith("said-")}
    assert written == {id_: told.seq for id_, (_, told) in strict.told.items()}
    assert came(office) == dict.fromkeys(tries, 1), "each reminder came once"
    assert strict.feeds > stops
    assert strict.lines >= stops, "lines ended, and were opened again"
    tell(
        26,
        "Two backends on one PostgreSQL are stopped by SIGTERM in turns, under load",
        f"{sum(one.stopped for one in servers)} stops, {strict.asked:,} requests, {len(written):,} entries,"
        f" {strict.feeds} readings of a feed, {REMINDERS} reminders",
        f"0 lost, 0 twice; {strict.refused} connections refused, and taken by the other",
    )
