"""A backup is everything at one moment, and comes back whole or not at all; on the other engine, too."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from mia_companion.server.backend import Backend
from mia_companion.server.database import Database
from mia_companion.server.keeping import placing
from mia_companion.server.keeping.backup import NothingThere, back_up
from mia_companion.server.keeping.placing import NotEmpty, StillRunning
from mia_companion.server.migrating import versions
from mia_companion.server.running import running
from mia_companion.server.settings import Settings
from tests.server.databases import PostgresDatabase
from tests.server.keeping.kept import (
    MINE,
    Rows,
    around,
    backed_up,
    put_back,
    rows_of,
    written,
)
from tests.server.world import World


async def test_everything_comes_back_as_it_was(fresh: World) -> None:
    await written(fresh)
    before = await rows_of(fresh.settings.url)
    assert sum(bool(rows) for rows in before.values()) > 12
    file = await backed_up(fresh)
    assert file.stat().st_mode & 0o777 == 0o600
    _, more, _ = await written(fresh)
    async with fresh.stopped():
        after = await rows_of(fresh.settings.url)
        assert after != before
        if not fresh.backend.database.is_postgres:  # a crash left it
            (fresh.settings.data_dir / "server.db.restoring-wal").write_bytes(b"a log")
        done = await put_back(fresh, file)
        assert await rows_of(fresh.settings.url) == before
        assert done.rows["entries"] == len(before["entries"])
        assert not list(fresh.settings.data_dir.glob("*.restoring*"))
        assert await kept_aside(fresh) == after
    assert (await more.call("GET", "/v1/me")).status_code == 401
    await written(fresh)  # and whoever counts goes on behind what came back


async def test_a_restored_database_says_so_itself(fresh: World) -> None:
    """Where nothing was lost neither ledger nor count would tell."""
    _, participant, shared = await fresh.pair()
    await participant.push(participant.entry(shared))
    before = (await participant.pull()).epoch
    file = await backed_up(fresh)
    async with fresh.stopped():
        await put_back(fresh, file)
    now = (await participant.pull()).epoch
    assert now != before
    async with fresh.stopped():
        pass
    assert (await participant.pull()).epoch == now


async def kept_aside(world: World) -> Rows:
    """What lay in the database's place, and is given back by nobody."""
    if not world.backend.database.is_postgres:
        [file] = world.settings.data_dir.glob("server.db.before-*")
        return await rows_of(f"sqlite+aiosqlite:///{file}")
    made = Database(world.settings.url)
    async with made.reading() as connection:
        names = await connection.run_sync(lambda c: sa.inspect(c).get_schema_names())
    [aside] = [one for one in names if "_before_" in one]
    found = await rows_of(world.settings.url, aside)
    async with made.writing() as connection:
        await connection.execute(sa.text(f"DROP SCHEMA {aside} CASCADE"))
    await made.close()
    return found


async def test_it_is_of_one_moment_while_people_write(fresh: World) -> None:
    _, participant, shared = await fresh.pair()
    done = asyncio.Event()

    async def write_on() -> None:
        while not done.is_set():
            await participant.push(participant.entry(shared))

    writing = asyncio.create_task(write_on())
    files = [await backed_up(fresh, f"{n}.age") for n in range(2)]
    done.set()
    await writing
    async with fresh.stopped():
        for file in files:
            await put_back(fresh, file)
            rows = await rows_of(fresh.settings.url)
            heads = {row[0]: row[5] for row in rows["journals"]}
            seqs = [row[1] for row in rows["entries"] if row[0] == shared]
            assert sorted(seqs) == list(range(1, heads[shared] + 1))


async def test_nobody_is_replaced_unasked_or_under_a_running_server(fresh: World) -> None:
    await written(fresh)
    file = await backed_up(fresh)
    with pytest.raises(StillRunning):
        await put_back(fresh, file)
    assert (await fresh.http.get("/v1/health")).is_success
    await written(fresh)
    async with fresh.stopped():
        with pytest.raises(NotEmpty):
            await put_back(fresh, file, replace=False)
    with pytest.raises(FileExistsError):
        await backed_up(fresh)


async def test_a_cut_in_the_midst_leaves_what_was_there(
    fresh: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await written(fresh)
    file = await backed_up(fresh)
    before = await rows_of(fresh.settings.url)

    def cut(*_: object) -> None:
        raise KeyboardInterrupt

    async with fresh.stopped():
        with monkeypatch.context() as patch:
            patch.setattr(placing, "_swap", cut)
            patch.setattr("mia_companion.server.keeping.rows_in.RowsIn.end", cut)
            with pytest.raises(KeyboardInterrupt):
                await put_back(fresh, file)
        assert await rows_of(fresh.settings.url) == before
        with monkeypatch.context() as patch:
            patch.setattr("mia_companion.server.keeping.archive.ArchiveWriter.end", cut)
            with pytest.raises(KeyboardInterrupt):
                await backed_up(fresh, "cut.age")
    assert not (fresh.settings.data_dir / "cut.age").exists()


async def test_a_database_that_nobody_has_come_to_is_replaced_unasked(
    fresh: World, tmp_path: Path
) -> None:
    await written(fresh)
    file = await backed_up(fresh)
    before = await rows_of(fresh.settings.url)
    there = replace(
        fresh.settings,
        data_dir=tmp_path / "new",
        database_url=fresh.settings.database_url.replace("server.db", "new.db"),
        key_dir=fresh.settings.keys,
        kek_file=fresh.settings.kek,
    )
    async with fresh.stopped():
        if isinstance(fresh.database, PostgresDatabase):
            await fresh.database.empty()
        async with running(Backend(there, around(fresh))):
            pass  # an epoch has begun there
        here, fresh.settings = fresh.settings, there
        await put_back(fresh, file, replace=False)
        assert await rows_of(there.url) == before
        fresh.settings = here


async def test_one_engine_s_backup_comes_back_on_the_other(fresh: World, tmp_path: Path) -> None:
    await written(fresh)
    before = await rows_of(fresh.settings.url)
    file = await backed_up(fresh)
    there = replace(fresh.settings, database_url=f"sqlite+aiosqlite:///{tmp_path}/there/a.db")
    here, fresh.settings = fresh.settings, there
    await put_back(fresh, file, replace=False)
    assert await rows_of(there.url) == before
    back = await backed_up(fresh, "back.age")
    fresh.settings = here
    async with fresh.stopped():
        await put_back(fresh, back)
        assert await rows_of(here.url) == before
    await written(fresh)


async def test_nothing_is_nothing(tmp_path: Path, fresh: World) -> None:
    settings = Settings(data_dir=tmp_path / "nobody")
    with pytest.raises(NothingThere):
        await back_up(settings, around(fresh), tmp_path / "none.age", [MINE.to_public()])
    assert not (tmp_path / "nobody" / "server.db").exists()
    assert versions()[-1] > versions()[0]
