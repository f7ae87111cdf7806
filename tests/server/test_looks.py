"""Who was given what: written beside the answers, never lost, and gone when its time or its person is."""

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import OperationalError

from mia_companion.server import operations
from mia_companion.server.database import Database
from mia_companion.server.migrating import upgrade
from mia_companion.server.opened.looks import KEPT
from mia_companion.server.opened.table import looks
from mia_companion.wire.opened import FETCHED
from tests.server.databases import TestDatabase
from tests.server.test_opened import days_go_by, says, told
from tests.server.world import Person, World


async def test_a_pull_does_not_wait_for_it_and_what_could_not_be_written_is_tried_again(
    fresh: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna, amina, shared = await fresh.pair()
    await says(amina, shared)
    tries, written, enough = 0, fresh.backend.database.write, asyncio.Event()
    pauses: list[float] = []

    async def full(work: Any) -> Any:
        nonlocal tries
        if "keep" not in work.__code__.co_names:
            return await written(work)
        tries += 1
        raise OperationalError("", None, Exception("disk full"))

    async def pause(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 10:
            enough.set()
            await asyncio.sleep(3600)

    monkeypatch.setattr(fresh.backend.database, "write", full)
    monkeypatch.setattr(fresh.backend.looks, "_pause", pause)
    page = await asyncio.wait_for(anna.pull(), 5)
    assert any(one.entries for one in page.pages)
    await enough.wait()
    assert tries == 9
    assert pauses == [1, 2, 4, 8, 16, 32, 60, 60, 60, 60]
    assert await told(amina) == []
    monkeypatch.undo()
    assert await told(amina) == [(anna.id, FETCHED)]
    async with fresh.stopped():
        pass
    await Person(fresh, anna.tokens, anna.device).pull()
    await says(amina, shared)
    await anna.pull()  # a new process remembers nothing, and writes nothing twice
    assert await told(amina) == [(anna.id, FETCHED)]


async def test_a_pull_is_answered_while_a_look_is_being_written(
    fresh: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna, amina, shared = await fresh.pair()
    await says(amina, shared)
    written, begun, go_on = fresh.backend.database.write, asyncio.Event(), asyncio.Event()

    async def slow(work: Any) -> Any:
        if "keep" in work.__code__.co_names:
            begun.set()
            await go_on.wait()
        return await written(work)

    monkeypatch.setattr(fresh.backend.database, "write", slow)
    await asyncio.wait_for(anna.pull(), 5)
    assert fresh.backend.looks._waiting
    writing = asyncio.create_task(fresh.backend.looks.flush())
    await begun.wait()
    await says(amina, shared)
    await asyncio.wait_for(anna.pull(), 5)
    go_on.set()
    await writing
    assert await told(amina) == [(anna.id, FETCHED)]


async def test_what_waits_at_the_end_is_written_and_what_is_long_ago_goes(fresh: World) -> None:
    anna, amina, shared = await fresh.pair()
    await says(amina, shared)
    await anna.pull()
    async with fresh.stopped():
        pass
    assert await told(amina) == [(anna.id, FETCHED)]
    for _ in range(KEPT.days // 60 + 1):  # a device that is used stays signed in
        await days_go_by(60, anna, amina)
    assert await told(amina) == []
    await says(amina, shared)
    await anna.pull()
    assert len(await told(amina)) == 1
    async with fresh.backend.database.reading() as connection:
        count = sa.select(sa.func.count()).select_from(looks)
        assert await connection.scalar(count) == 1


async def test_it_goes_with_the_person(fresh: World) -> None:
    anna, amina, shared = await fresh.pair()
    await says(amina, shared)
    await anna.pull()
    await fresh.backend.looks.flush()
    await says(amina, shared)
    await operations.erase_participant(fresh.backend, amina.id)
    fresh.backend.looks._known.clear()
    await anna.pull()
    await fresh.backend.looks.flush()
    async with fresh.backend.database.reading() as connection:
        assert (await connection.execute(sa.select(looks))).first() is None


async def test_what_the_audit_knew_before_is_told_after_the_upgrade(
    bare_database: TestDatabase,
) -> None:
    made = Database(bare_database.url)
    late = int(datetime(2026, 3, 2, 23, 45, tzinfo=UTC).timestamp() * 1_000_000)  # there: the third
    async with made.writing() as connection:
        await connection.run_sync(upgrade, "0008")
        for number, (what, at) in enumerate(
            [("exported-csv", late), ("exported-csv", late + 9), ("assigned", late)], 1
        ):
            await connection.exec_driver_sql(
                "INSERT INTO audit (number, at, account, what, subject)"
                f" VALUES ({number}, {at}, 'anna', '{what}', 'amina')"
            )
    await made.migrate()
    async with made.reading() as connection:
        rows = [tuple(row) for row in await connection.execute(sa.select(looks))]
    assert [row[:4] for row in rows] == [("amina", "2026-03-03", "anna", "exported-csv")]
    await made.close()
