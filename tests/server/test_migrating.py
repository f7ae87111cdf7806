"""The schema changes while servers of the version before go on, and they may come back on it."""

import asyncio
import itertools
import logging
import shutil
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from sqlalchemy.exc import DBAPIError

from mia_companion.server import migrating
from mia_companion.server.database import Database
from mia_companion.server.migrating import SchemaTooNew
from mia_companion.server.watching.checks import checks_of
from tests.server.databases import PostgresDatabase, PostgresServer
from tests.server.expanding import faults
from tests.server.world import World

VERSIONS = Path(migrating.__file__).parent / "migrations" / "versions"
BEFORE_THE_PROMISE = "0016"

_SAYS = "says that it takes away, and does not tell the database"

NEXT = '''"""Something that may come."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "9001", "{before}"


def upgrade() -> None:
    """Only adds."""
    op.create_table("later", sa.Column("id", sa.String(64), primary_key=True))
    op.add_column("entries", sa.Column("more", sa.BigInteger(), nullable=True))
    op.add_column("journals", sa.Column("more", sa.Text(), nullable=False, server_default=""))
'''


def test_what_comes_only_adds_or_says_that_it_takes_away() -> None:
    later = [one for one in VERSIONS.glob("0*.py") if one.name[:4] > BEFORE_THE_PROMISE]
    assert {one.name: faults(one) for one in later if faults(one)} == {}


def test_the_check_sees_what_it_is_for(tmp_path: Path) -> None:
    known = {one.name[:4]: faults(one) for one in VERSIONS.glob("0*.py")}
    assert known["0002"] == ["SQL: RENAME"]
    assert known["0012"] == ["forbids what a server of before may write", "narrows a column"]
    assert known["0014"] == ["builds an index on audit, which nobody can write meanwhile"] * 2
    assert known["0015"] == known["0016"] == []
    seeded = tmp_path / "0099_seeded.py"
    for wrong, said in (
        ('op.drop_column("a", "b")', ["drop_column"]),
        ('op.drop_table("a")', ["drop_table"]),
        ('op.alter_column("a", "b", new_column_name="c")', ["renames a column"]),
        ('op.alter_column("a", "b", nullable=False)', ["narrows a column"]),
        ('op.alter_column("a", "b", type_=sa.Integer())', ["narrows a column"]),
        ('op.add_column("a", sa.Column("b", sa.Text(), nullable=False))',
         ["adds a column that a server of before does not fill"]),
        ('op.execute("ALTER TABLE a DROP COLUMN b")', ["SQL: DROP COLUMN"]),
        ('op.execute(sa.text("alter table a alter column b type bigint"))', ["SQL: alter column b type"] * 2),
        ('op.create_index("i", "entries", ["author"])',
         ["builds an index on entries, which nobody can write meanwhile"]),
        ('SERVES_FROM = "0098"\nop.drop_table("a")', [_SAYS]),
        ('SERVES_FROM = "0098"\nop.drop_table("a")\nserves_from(op.get_bind(), SERVES_FROM)', []),
        ('op.add_column("a", sa.Column("b", sa.Text(), nullable=False, server_default=""))', []),
        ('op.create_table("entries2")\nop.create_index("i", "entries2", ["x"])', []),
    ):  # fmt: skip
        seeded.write_text(wrong)
        assert faults(seeded) == said, wrong


@pytest_asyncio.fixture(loop_scope="session")
async def there(postgres: PostgresServer) -> AsyncIterator[PostgresDatabase]:
    """A database without tables, gone in the end."""
    made = await postgres.new()
    yield made
    await made.drop()


@pytest.mark.postgres
async def test_two_that_start_at_once_migrate_once(
    there: PostgresDatabase, caplog: pytest.LogCaptureFixture
) -> None:
    both = [Database(there.url), Database(there.url)]
    with caplog.at_level(logging.INFO, "mia_companion"):
        await asyncio.gather(*(one.migrate() for one in both))
    assert [one.message for one in caplog.records if "migrat" in one.message] == ["migrated"]
    for one in both:
        await one.close()


@pytest.mark.postgres
async def test_a_server_goes_on_while_the_next_version_migrates(
    there: PostgresDatabase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    world = World(tmp_path, there)
    await world.start()
    await world.furnish()
    _, participant, shared = await world.pair()
    monkeypatch.setattr(migrating, "LOCK_SECONDS", 0.3)
    ours = (migrating._FOLDER, migrating.newest())
    later = Path(shutil.copytree(migrating._FOLDER, tmp_path / "later"))
    (later / "versions" / "9001_later.py").write_text(NEXT.format(before=ours[1]))

    slowest, told = 0.0, []
    ending = False

    async def write_on() -> None:
        nonlocal slowest
        while not ending:
            began = time.monotonic()
            told.append((await participant.push(participant.entry(shared)))[0].answer)
            slowest = max(slowest, time.monotonic() - began)

    async def read_long() -> None:
        """As a backup does: whoever wants the table for themselves waits for this."""
        async with world.backend.database.reading() as connection:
            await connection.exec_driver_sql("SELECT count(*) FROM entries")
            await asyncio.sleep(1.2)

    writing, reading = asyncio.create_task(write_on()), asyncio.create_task(read_long())
    await asyncio.sleep(0.2)
    with monkeypatch.context() as patch, caplog.at_level(logging.INFO, "mia_companion"):
        patch.setattr(migrating, "_FOLDER", later)
        new = Database(there.url)
        await new.migrate()
        await new.close()
    assert reading.done(), "it has waited for the reader"
    await asyncio.sleep(0.2)
    ending = True
    await writing
    waits = [one.message for one in caplog.records if one.message == "migration waits"]
    assert waits, "and let the others in between"
    assert slowest < 0.9, slowest
    assert len(told) > 20
    assert set(told) == {"accepted"}
    assert len(await participant.read(shared)) == len(told)
    assert migrating.newest() == ours[1]
    is_there, _ = checks_of(world.settings, world.backend.database, world.backend.surroundings)
    assert await is_there() == "", "and is ready as before"
    async with world.stopped():  # whoever is killed meanwhile comes back on the newer schema
        pass
    assert (await participant.push(participant.entry(shared)))[0].answer == "accepted"
    async with world.backend.database.writing() as connection:
        await connection.run_sync(migrating.serves_from, "9001")
    await world.stop()
    with pytest.raises(SchemaTooNew):
        await world.start()


@pytest.mark.postgres
async def test_a_table_that_is_never_free_ends_the_start(
    there: PostgresDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("LOCK_SECONDS", 0.05), ("TRIES", 2)):
        monkeypatch.setattr(migrating, name, value)
    counted = itertools.count()
    made, holding = Database(there.url), Database(there.url)
    async with made.writing() as connection:
        await connection.run_sync(migrating.upgrade, "0015")
    async with holding.writing() as connection:
        await connection.exec_driver_sql("LOCK TABLE alembic_version IN ACCESS EXCLUSIVE MODE")

        def pause(*_: float) -> float:
            next(counted)
            return 0.0

        with pytest.raises(DBAPIError, match="lock timeout"):
            await migrating.migrate(made, pause)
    assert next(counted) == 1
    await made.close()
    await holding.close()
