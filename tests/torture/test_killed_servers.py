"""Backends and PostgreSQL are killed while devices push: what was acknowledged is there, once, as told."""

import asyncio
import random
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.torture.load import Load, is_steady, listen
from tests.torture.patience import until
from tests.torture.postgres import Postgres, a_postgres
from tests.torture.printed import Told
from tests.torture.servers import Server, forking
from tests.torture.sizes import times
from tests.torture.town import Hand, found, settled

pytestmark = [pytest.mark.slow, pytest.mark.timeout(times(240, 3_600))]

SEED = 6
PATIENCE = 20.0
"""Seconds after which a server that does not answer by itself is called broken."""


@contextmanager
def _servers(folder: Path, count: int, url: str = "") -> Iterator[list[Server]]:
    with forking(folder / "log") as forker:
        made = [Server(forker, folder, url) for _ in range(count)]
        for one in made:
            one.start()
            one.wait()
        yield made


async def _kill(
    load: Load, victims: Sequence[Server | Postgres], count: int, randomness: random.Random
) -> None:
    for number in range(count):
        await load.until_all_answer(PATIENCE)
        await asyncio.sleep(randomness.uniform(0, 0.3))
        victim = victims[number % len(victims)]
        victim.kill()
        await asyncio.sleep(randomness.uniform(0, 0.1))
        victim.start()
    await load.until_all_answer(PATIENCE)


async def _compare(load: Load, desk: Hand, address: str, rows: Sequence[Sequence[Any]]) -> int:
    """Everything acknowledged is in the database and in what is read, as it was told; how much is lost."""
    stored = {id_: (journal, seq, receipt, epoch) for journal, seq, id_, receipt, epoch in rows}
    assert len(stored) == len(rows)
    heads: dict[str, list[int]] = {}
    for journal, seq, *_ in rows:
        heads.setdefault(journal, []).append(seq)
    for seqs in heads.values():
        assert sorted(seqs) == list(range(1, len(seqs) + 1))
    lost = [id_ for id_ in load.told if id_ not in stored]
    assert not lost
    for id_, (journal, one) in load.told.items():
        assert stored[id_] == (journal, one.seq, one.receipt, one.epoch)
    written = {id_ for id_ in stored if id_.startswith("entry-")}
    assert written == load.told.keys()
    read = {one.entry.id: one for one in await desk.everything(address)}
    for id_, (_, told) in load.told.items():
        here = read[id_]
        assert (here.seq, here.receipt) == (told.seq, told.receipt)
        assert here.received_at == told.received_at
    return len(lost)


async def _hear_again(
    postgres: Postgres, load: Load, desk: Hand, servers: Sequence[Server]
) -> None:
    """A live line outlives PostgreSQL's death, and is nudged at once again by every backend."""
    heard: list[list[float]] = [[] for _ in servers]
    lines = [
        asyncio.create_task(listen(desk, server.address, into))
        for server, into in zip(servers, heard, strict=True)
    ]
    await until(lambda: all(is_steady(one, 0) for one in heard), PATIENCE, every=0.1)
    postgres.kill()
    postgres.start()
    await load.until_all_answer(PATIENCE)
    since = asyncio.get_running_loop().time()
    await until(lambda: all(is_steady(one, since) for one in heard), PATIENCE, every=0.1)
    for line in lines:
        assert not line.done()
        line.cancel()
    await asyncio.gather(*lines, return_exceptions=True)


_ROWS = "SELECT journal, seq, id, receipt, epoch FROM entries"


async def test_a_backend_on_sqlite(tmp_path: Path, tell: Told) -> None:
    randomness, kills = random.Random(SEED), times(4, 100)
    await found(tmp_path)
    with _servers(tmp_path, 1) as servers:
        async with settled(servers[0].address, participants=2, phones=1, desks=2) as hands:
            load = Load(servers, random.Random(SEED))
            load.begin(hands)
            await _kill(load, servers, kills, randomness)
            await load.end()
            database = sqlite3.connect(tmp_path / "server.db")
            rows = database.execute(_ROWS).fetchall()
            database.close()
            lost = await _compare(load, hands[0], servers[0].address, rows)
    tell(
        6,
        "The backend is killed under load, on SQLite",
        f"{servers[0].killed} kills, {len(load.told):,} entries",
        f"{lost} acknowledged lost, 0 twice; {load.again:,} sent again, told the same",
    )


@pytest.mark.postgres
async def test_two_backends_and_their_postgresql(tmp_path: Path, tell: Told) -> None:
    randomness, kills = random.Random(SEED), times(8, 200)
    with a_postgres() as postgres:
        url = await postgres.make("killed")
        await found(tmp_path, url)
        with _servers(tmp_path, 2, url) as servers:
            async with settled(servers[0].address, participants=2, phones=1, desks=2) as hands:
                load = Load(servers, random.Random(SEED))
                load.begin(hands)
                await _kill(load, [postgres, servers[0], postgres, servers[1]], kills, randomness)
                await _hear_again(postgres, load, hands[0], servers)
                await load.end()
                connection = await postgres.connect("killed")
                rows = await connection.fetch(_ROWS)
                await connection.close()
                lost = await _compare(load, hands[0], servers[0].address, rows)
    tell(
        6,
        "Two backends, or their PostgreSQL, are killed under load",
        f"{sum(one.killed for one in servers)} and {postgres.killed} kills, {len(load.told):,} entries",
        f"{lost} acknowledged lost, 0 twice; {load.again:,} sent again, told the same",
    )
