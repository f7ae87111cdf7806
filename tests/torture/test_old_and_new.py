"""What earlier versions' servers hold is there in this one, on both engines; what this version does not
know goes through it byte for byte, and is folded as soon as it is known."""

import json
import sqlite3
import zipfile
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
import sqlalchemy as sa

from mia_companion.server.api.application import create_app
from mia_companion.server.database import Database
from mia_companion.server.migrating import upgrade
from tests.torture.printed import Told
from tests.torture.restored_postgres import Cluster, a_cluster
from tools.server_fixture import PHOTO, Speaker, noon, settings

pytestmark = [pytest.mark.slow, pytest.mark.timeout(180)]

FIXTURES = Path(__file__).parents[1] / "fixtures"
SERVERS = sorted(FIXTURES.glob("server-v*.zip"))
RENAMED = {"rotated_at": "used_at"}
COUNTED: Counter[str] = Counter()

Rows = dict[str, list[dict[str, Any]]]


def test_every_schema_of_before_has_a_server_among_the_fixtures() -> None:
    """After a new migration: `tools/server_fixture.py` says how. No version ended with these: they came
    together with the next that is not among them, beneath it."""
    versions = Path("src/mia_companion/server/migrations/versions").glob("0*.py")
    wanted = {one.name[:4] for one in versions} - {"0005", "0009", "0011", "0012"}
    assert {one.stem.removeprefix("server-v") for one in SERVERS} == wanted


@pytest.mark.parametrize("fixture", SERVERS, ids=lambda one: str(one.stem))
async def test_a_server_of_before_goes_on(fixture: Path, tmp_path: Path) -> None:
    before = _opened(fixture, tmp_path)
    await _goes_on(fixture, tmp_path, "", before)


@pytest.mark.postgres
async def test_servers_of_before_go_on_on_postgresql(tmp_path: Path) -> None:
    with a_cluster() as cluster:
        for fixture in SERVERS:
            folder = tmp_path / fixture.stem
            before = _opened(fixture, folder)
            url = await _moved(before, cluster, fixture.stem[-4:])
            (folder / "server.db").unlink()
            await _goes_on(fixture, folder, url, before)


@pytest.mark.postgres  # so that it comes last
def test_and_this_is_told(tell: Told) -> None:
    assert COUNTED["servers"] == 2 * len(SERVERS)
    tell(
        9,
        f"Servers of {len(SERVERS)} schemas, made by the versions that had them, opened on both engines",
        f"{COUNTED['servers']} servers, {COUNTED['rows']} rows, {COUNTED['entries']} entries read again",
        "0 rows and 0 entries lost or changed; everybody in with the tokens of before",
    )


def _opened(fixture: Path, folder: Path) -> Rows:
    with zipfile.ZipFile(fixture) as kept:
        kept.extractall(folder)
    db = sqlite3.connect(folder / "server.db")
    db.row_factory = sqlite3.Row
    tables = [str(r[0]) for r in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    rows = {one: [dict(row) for row in db.execute(f"SELECT * FROM {one}")] for one in tables}
    db.close()
    assert rows["alembic_version"] == [{"version_num": fixture.stem[-4:]}]
    assert sum(len(one) for one in rows.values()) > 60
    return rows


async def _goes_on(fixture: Path, folder: Path, url: str, before: Rows) -> None:
    said = json.loads(fixture.with_suffix(".json").read_text("utf-8"))
    async with _serving(folder, url) as (http, database):
        after = await _rows(database)
        for table, rows in before.items():
            if table == "alembic_version":
                continue
            for row in rows:
                wanted = {RENAMED.get(name, name): value for name, value in row.items()}
                assert any(wanted.items() <= one.items() for one in after[table]), (table, wanted)
                COUNTED["rows"] += 1
        people = {}
        for name, one in said.items():
            people[name] = await Speaker(http, one["device"]).refresh(one["refresh"])
            assert await people[name].read() == one["reads"], name
            COUNTED["entries"] += len(one["reads"])
        own = await people["samira"].journal("own")
        photo = await people["samira"].ask("GET", f"/v1/journals/{own}/blobs/blob-whole")
        assert photo.content == PHOTO
        moved = await people["jonas"].journal("shared", "participant-moved")
        left = (await people["jonas"].ask("GET", f"/v1/journals/{moved}/left-behind")).json()
        assert ["för sent" in one["entry"]["body"] for one in left["entries"]] == [True]
        done = await people["samira"].say(own, {"kind": "StepDone", "step_id": "own"}, ids="later")
        assert [one["answer"] for one in done] == ["accepted"]
    COUNTED["servers"] += 1


@asynccontextmanager
async def _serving(folder: Path, url: str) -> AsyncIterator[tuple[httpx.AsyncClient, Database]]:
    app = create_app(settings(folder, url), clock=noon)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://server") as http,
    ):
        yield http, app.state.backend.database


async def _rows(database: Database) -> Rows:
    """As they lie in the database, without our types."""
    async with database.engine.connect() as connection:
        tables = await connection.run_sync(lambda sync: sa.inspect(sync).get_table_names())
        return {
            one: [
                dict(r)
                for r in (await connection.execute(sa.text(f"SELECT * FROM {one}"))).mappings()
            ]
            for one in tables
        }


async def _moved(rows: Rows, cluster: Cluster, version: str) -> str:
    """The same rows in a PostgreSQL database of the same schema; its URL."""
    url = cluster.make(f"v{version}")
    database = Database(url)
    async with database.writing() as connection:
        await connection.run_sync(upgrade, version)
        there = sa.MetaData()
        await connection.run_sync(there.reflect)
        for table in reversed(there.sorted_tables):  # a migration may have put something there
            if table.name != "alembic_version":
                await connection.execute(sa.delete(table))
        for table in there.sorted_tables:
            kinds = {column.name: column.type for column in table.columns}
            for row in rows[table.name] if table.name != "alembic_version" else ():
                fit = {
                    n: bool(v) if isinstance(kinds[n], sa.Boolean) else v for n, v in row.items()
                }
                await connection.execute(sa.insert(table).values(fit))
    await database.close()
    return url
