"""Commits that fail, or take their time."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from tests.server.databases import PostgresDatabase
from tests.server.world import World


@asynccontextmanager
async def at_commit(world: World, author: str, *, postgres: str) -> AsyncIterator[None]:
    """Something happens when a transaction with an entry of that author is committed, and not before.

    On SQLite the commit fails; on PostgreSQL `postgres` is done.
    """
    if isinstance(world.database, PostgresDatabase):
        statements = [
            f"CREATE FUNCTION at_commit() RETURNS trigger AS $$ BEGIN {postgres}; RETURN NULL; END $$"
            " LANGUAGE plpgsql",
            "CREATE CONSTRAINT TRIGGER at_commit AFTER INSERT ON entries DEFERRABLE INITIALLY DEFERRED"
            f" FOR EACH ROW WHEN (NEW.author = '{author}') EXECUTE FUNCTION at_commit()",
        ]
        back = ["DROP TRIGGER at_commit ON entries", "DROP FUNCTION at_commit"]
    else:
        statements = [
            "CREATE TABLE owed (site TEXT REFERENCES sites (id) DEFERRABLE INITIALLY DEFERRED)",
            f"CREATE TRIGGER at_commit AFTER INSERT ON entries WHEN NEW.author = '{author}'"
            " BEGIN INSERT INTO owed VALUES ('nowhere'); END",
        ]
        back = ["DROP TRIGGER at_commit", "DROP TABLE owed"]
    await _say(world, statements)
    try:
        yield
    finally:
        await _say(world, back)


async def _say(world: World, statements: Sequence[str]) -> None:
    async with world.backend.database.writing() as connection:
        for statement in statements:
            await connection.exec_driver_sql(statement)
