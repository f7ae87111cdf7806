"""Nudges over a real socket: who gets them, how soon they end, and that they say nothing."""

import json
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from mia_companion.server import operations
from mia_companion.server.database import Database
from tests.server.databases import PostgresServer, TestDatabase
from tests.server.sockets import Listener, listening, serving
from tests.server.test_covers import day
from tests.server.world import World, problem, unique

pytestmark = pytest.mark.slow


async def test_a_nudge_says_where_and_nothing_else(world: World) -> None:
    coordinator, participant, shared = await world.pair()
    stranger, _, _ = await world.pair()
    async with (
        serving(world.app) as address,
        listening(address, coordinator) as theirs,
        listening(address, stranger) as other,
    ):
        await participant.push(participant.entry(shared), participant.entry(shared))
        assert await theirs.next() == "event: nudge"
        said = (await theirs.next()).removeprefix("data: ")
        assert json.loads(said) == {"journal": shared, "seq": 2}
        with pytest.raises(TimeoutError):
            await other.next(0.3)


async def test_the_line_is_kept_warm(world: World) -> None:
    coordinator, _, _ = await world.pair()
    async with serving(world.app) as address, listening(address, coordinator) as line:
        world.backend.hub.keep_warm()
        assert (await line.next()).startswith(":")


async def test_the_line_ends_with_the_access_of_its_device(world: World) -> None:
    coordinator, _, _ = await world.pair()
    async with serving(world.app) as address, listening(address, coordinator) as line:
        await operations.remove_device(world.backend, coordinator.id, coordinator.device)
        with pytest.raises(StopAsyncIteration):
            await line.next()
        async with httpx.AsyncClient() as http:
            answer = await http.get(f"{address}/v1/live", headers=coordinator.headers)
            assert problem(answer) == "signed-out"


async def _until_told_of(line: Listener, journal: str) -> None:
    told = ""
    while told != journal:
        said = await line.next()
        if said.startswith("data: "):
            told = json.loads(said.removeprefix("data: "))["journal"]


async def _told_at_0_of(line: Listener, journals: set[str]) -> None:
    """Until each of the journals was told of as one that is gone."""
    left = set(journals)
    while left:
        said = await line.next()
        if said.startswith("data: "):
            nudge = json.loads(said.removeprefix("data: "))
            if nudge["seq"] == 0:
                left.discard(nudge["journal"])


async def _hears_nothing_of(line: Listener, journal: str) -> None:
    """Not even how far it goes."""
    with suppress(TimeoutError):
        while said := await line.next(0.3):
            if said.startswith("data: "):
                nudge = json.loads(said.removeprefix("data: "))
                assert nudge["journal"] != journal or nudge["seq"] == 0


async def test_a_handover_moves_the_nudges(world: World) -> None:
    old, participant, shared = await world.pair()
    new = await world.coordinator()
    lost = {id_ for (_, who, _), id_ in (await old.journals()).items() if who == participant.id}
    async with (
        serving(world.app) as address,
        listening(address, old) as ended,
        listening(address, new) as begun,
    ):
        await operations.hand_over(world.backend, participant.id, old.id, new.id)
        await _until_told_of(begun, shared)
        await _told_at_0_of(ended, lost)  # a reason to ask for them, and no more
        await participant.push(participant.entry(shared))
        await _hears_nothing_of(ended, shared)


async def test_a_cover_that_begins_or_ends_by_the_clock_alone_moves_them_too(world: World) -> None:
    away, participant, shared = await world.pair()
    answers = await world.coordinator()
    lent = {
        id_
        for (role, who, _), id_ in (await away.journals()).items()
        if who == participant.id and role != "own"
    }
    tomorrow = day(world, 1)
    said = {"id": unique("cover"), "by": answers.id}
    days = {"first_day": tomorrow.isoformat(), "last_day": tomorrow.isoformat()}
    assert (await away.call("POST", "/v1/covers", json=said | days)).status_code == 204
    async with serving(world.app) as address, listening(address, answers) as line:
        world.clock.forward(days=1)
        await _until_told_of(line, shared)
        world.clock.forward(days=1)
        await _told_at_0_of(line, lent)
        await participant.refresh()
        await participant.push(participant.entry(shared))
        await _hears_nothing_of(line, shared)


async def test_another_process_is_heard(fresh: World, database: TestDatabase) -> None:
    """On PostgreSQL at once, by NOTIFY; on SQLite by the slow poll beneath."""
    coordinator, participant, shared = await fresh.pair()
    second = World(fresh.settings.data_dir, database)
    second.clock = fresh.clock
    await second.start()
    async with serving(fresh.app) as address, listening(address, coordinator) as line:
        elsewhere = type(participant)(second, participant.tokens, participant.device)
        await elsewhere.push(participant.entry(shared))
        assert await line.next() == "event: nudge"
        assert json.loads((await line.next()).removeprefix("data: "))["journal"] == shared
        await operations.remove_device(second.backend, coordinator.id, coordinator.device)
        with pytest.raises(StopAsyncIteration):
            await line.skip_all()
    await second.stop()


@pytest.mark.postgres
async def test_notify_survives_a_lost_connection(postgres: PostgresServer, tmp_path: Path) -> None:
    database = await postgres.lend()
    world = World(tmp_path, database)
    await world.start()
    await world.furnish()
    coordinator, participant, shared = await world.pair()
    async with serving(world.app) as address, listening(address, coordinator) as line:
        cutter = Database(database.url)
        async with cutter.writing() as connection:
            await connection.exec_driver_sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        await cutter.close()
        await participant.push(participant.entry(shared))
        while "data" not in await line.next():
            pass
    await world.stop()
    await postgres.take_back(database)
