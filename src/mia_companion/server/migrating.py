"""Brings the schema up to date while servers of the version before go on answering:

    turn taken ─┬─ at this version ─▶ done
                ├─ behind ─▶ migrated in one transaction ─▶ done
                │              └─ somebody holds a table for longer than a second ─▶ undone, a pause, again
                └─ ahead ─▶ as it is; too new where that version says so

On PostgreSQL whoever waits for a table has everybody else wait behind: so for a second at most. What a
migration may do that servers of before go on with is in docs/decisions/0026, and kept by a test.
"""

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError

from mia_companion.server.columns import metadata

if TYPE_CHECKING:
    from mia_companion.server.database import Database

SERVES_FROM = "serves-from"
"""The counter with which a migration says how new a program must be that goes on with its schema."""

LOCK_SECONDS = 1.0
TRIES = 60
_TURN = 0x4D4941
_FIRST = "journals"
"""What whoever writes takes first. Otherwise one in the midst of writing would hold it and wait for what the
migration holds, and the migration for it."""
_NOT_AVAILABLE = "55P03"
_FOLDER = Path(__file__).parent / "migrations"

log = logging.getLogger("mia_companion.server")


class SchemaTooNew(Exception):
    """A later version of the program has changed the database so that this one would do harm. Do not
    start."""


async def migrate(database: "Database", uniform: Callable[[float, float], float]) -> None:
    """To the newest version. Processes that start together take turns. Raises SchemaTooNew, and DBAPIError
    where a table was never free."""
    for left in reversed(range(TRIES)):
        try:
            async with database.writing() as connection:
                if database.is_postgres:
                    await connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_TURN)))
                    # After the turn: that may take as long as another's migration does.
                    bound = f"SET LOCAL lock_timeout = '{int(LOCK_SECONDS * 1000)}ms'"
                    await connection.exec_driver_sql(bound)
                before = await connection.run_sync(version_of)
                if database.is_postgres and before and before < newest():
                    await connection.exec_driver_sql(f"LOCK TABLE {_FIRST} IN EXCLUSIVE MODE")
                await connection.run_sync(_to_newest, before)
        except DBAPIError as error:
            if getattr(error.orig, "sqlstate", "") != _NOT_AVAILABLE or not left:
                raise
            log.warning("migration waits", extra={"error": type(error).__name__})
            await asyncio.sleep(uniform(0.5, 1.5))
        else:
            if (before or "") < newest():
                log.info("migrated")
            elif before != newest():
                log.warning("schema is newer")
            return


def _to_newest(connection: Connection, before: str | None) -> None:
    if (before or "") <= newest():
        upgrade(connection, newest())
        return
    counters = metadata.tables["counters"].c
    wanted = sa.select(counters.value).where(counters.name == SERVES_FROM)
    if int(connection.scalar(wanted) or 0) > int(newest()):
        raise SchemaTooNew(before)


def serves_from(connection: Connection, version: str) -> None:
    """For a migration that takes something away: programs older than that version start no more."""
    counters = metadata.tables["counters"]
    connection.execute(sa.delete(counters).where(counters.c.name == SERVES_FROM))
    connection.execute(sa.insert(counters).values(name=SERVES_FROM, value=int(version)))


def upgrade(connection: Connection, to: str) -> None:
    """Bring the schema up to that version, the first four characters of its file."""
    if version_of(connection) == to:
        return
    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def versions() -> list[str]:
    """Every version that a schema can be brought to, the newest last."""
    return sorted(one.name[:4] for one in _FOLDER.glob("versions/[0-9]*.py"))


def newest() -> str:
    """The version of this program."""
    return versions()[-1]


def version_of(connection: Connection) -> str | None:
    """The version that a database has; None where it has no tables."""
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    found = connection.scalar(sa.text("SELECT version_num FROM alembic_version"))
    return None if found is None else str(found)
