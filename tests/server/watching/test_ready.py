"""A process says that it takes requests only while everything is there that they need."""

import json
import logging
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path

import httpx
import pytest
from starlette.responses import PlainTextResponse

from mia_companion.device.log_lines import JsonLines
from mia_companion.server.database import Database
from mia_companion.server.keeping.kek_file import FileKeyService
from mia_companion.server.settings import Settings
from mia_companion.server.surroundings import Surroundings
from mia_companion.server.watching import checks
from mia_companion.server.watching.door import Door
from mia_companion.server.watching.readiness import Readiness
from tests.server.world import World


def asking(readiness: Readiness) -> httpx.AsyncClient:
    """Somebody in front of a process that answers everything else with a text."""
    door = Door(PlainTextResponse("the app"), readiness)
    return httpx.AsyncClient(transport=httpx.ASGITransport(door), base_url="http://server")


def anew(world: World) -> Readiness:
    """Asks at once, whatever was answered before."""
    backend = world.backend
    return Readiness(checks.checks_of(world.settings, backend.database, backend.surroundings))


async def keys_are_gone(world: World, _: pytest.MonkeyPatch) -> None:
    shutil.rmtree(world.settings.keys)


async def kek_is_gone(world: World, _: pytest.MonkeyPatch) -> None:
    world.settings.kek.unlink()


async def kek_is_another(world: World, _: pytest.MonkeyPatch) -> None:
    world.settings.kek.unlink()
    FileKeyService(world.settings.kek, world.backend.surroundings).begin()


async def ledger_is_no_file(world: World, _: pytest.MonkeyPatch) -> None:
    world.settings.ledger_file.unlink()
    world.settings.ledger_file.mkdir()


async def disk_is_full(_: World, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(checks, "FULL_BELOW", 1 << 60)  # what is free is measured, and is less than that


async def database_is_behind(world: World, _: pytest.MonkeyPatch) -> None:
    async with world.backend.database.writing() as connection:
        await connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("breaks", "reason"),
    [
        (keys_are_gone, "keys-not-readable"),
        (kek_is_gone, "keys-not-readable"),
        (kek_is_another, "keys-not-readable"),
        (ledger_is_no_file, "ledger-not-writable"),
        (disk_is_full, "disk-full"),
        (database_is_behind, "schema-behind"),
    ],
)
async def test_it_is_not_ready_without(
    breaks: Callable[[World, pytest.MonkeyPatch], Awaitable[None]], reason: str, *, fresh: World,
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    async with asking(anew(fresh)) as http:
        assert (await http.get("/readyz")).status_code == 200
    await breaks(fresh, monkeypatch)
    with caplog.at_level(logging.INFO, "mia_companion"):
        async with asking(anew(fresh)) as http:
            answer = await http.get("/readyz")
            assert (answer.status_code, answer.text) == (503, "not ready\n"), "and no reason"
            assert (await http.get("/livez")).status_code == 200
    assert reason in {getattr(one, "reason", "") for one in caplog.records}


@pytest.mark.parametrize(
    "url", ["postgresql+asyncpg://mia@127.0.0.1:1/mia", "sqlite+aiosqlite:///{}"]
)
async def test_nor_without_a_database(url: str, tmp_path: Path) -> None:
    """Nobody listens there, or a folder lies in the file's place."""
    database = Database(url.format(tmp_path))
    settings, around = Settings(tmp_path), Surroundings()
    is_there, _ = checks.checks_of(settings, database, around)
    assert await is_there() == "database-away"
    await database.close()


async def test_it_says_503_first_and_answers_everything_else(
    caplog: pytest.LogCaptureFixture,
) -> None:
    now, found = [0.0], [""]
    asked = 0

    async def check() -> str:
        nonlocal asked
        asked += 1
        return found[0]

    readiness = Readiness([check], lambda: now[0])
    with caplog.at_level(logging.INFO, "mia_companion"):
        async with asking(readiness) as http:
            for _ in range(5):
                assert (await http.get("/readyz")).text == "ok\n"
            assert asked == 1, "however many ask"
            assert (await http.head("/readyz")).content == b""
            refused = await http.post("/readyz")
            assert (refused.status_code, refused.headers["allow"]) == (405, "GET, HEAD")
            found[0], now[0] = "disk-full", 3.0
            assert (await http.get("/readyz")).status_code == 503
            found[0], now[0] = "", 6.0
            answer = await http.get("/readyz")
            assert answer.status_code == 200
            assert answer.headers["cache-control"] == "no-store"
            assert "connection" not in (await http.get("/")).headers
            readiness.stopping = True
            assert (await http.get("/readyz")).status_code == 503
            assert (await http.get("/livez")).status_code == 200
            other = await http.get("/v1/me")
            assert (other.text, other.headers["connection"]) == ("the app", "close")
    said = [json.loads(JsonLines().format(_as_ours(one))) for one in caplog.records]
    mine = [(one["event"], one.get("reason")) for one in said if "ready" in str(one["event"])]
    assert mine == [("ready", None), ("not ready", "disk-full"), ("ready", None)]


def _as_ours(record: logging.LogRecord) -> logging.LogRecord:
    record.mia_sentence = str(record.msg)
    return record
