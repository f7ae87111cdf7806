"""When what has to be done now and then was last done by `admin`, in the database's counters."""

from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.server.database import Database
from mia_companion.server.schema import counters

DATABASE, KEYS, AUDIT = "database", "keys", "audit"
"""Backed up, backed up, and verified as sound."""
_NAMES = {DATABASE: "backed-up", KEYS: "keys-backed-up", AUDIT: "audit-verified"}


async def note_done(url: str, what: str, at: datetime) -> bool:
    """Write it down. What was done is none the worse where that cannot be: then this gives False."""
    if is_missing(url):
        return False  # or an empty one would come to be
    database = Database(url)
    try:
        async with database.writing() as connection:
            mine = counters.c.name == _NAMES[what]
            value = int(at.timestamp() * 1_000_000)
            there = await connection.execute(sa.update(counters).where(mine).values(value=value))
            if not there.rowcount:
                await connection.execute(sa.insert(counters).values(name=_NAMES[what], value=value))
    except (SQLAlchemyError, OSError):
        return False
    finally:
        await database.close()
    return True


def is_missing(url: str) -> bool:
    """Whether it is a file that is not there. Blocks for a moment."""
    place = sa.make_url(url)
    return place.drivername.startswith("sqlite") and not Path(place.database or "").exists()


async def when_done(connection: AsyncConnection) -> dict[str, datetime]:
    """The last time of each kind that there has been one of."""
    names = {name: what for what, name in _NAMES.items()}
    wanted = sa.select(counters.c.name, counters.c.value).where(counters.c.name.in_(names))
    rows = await connection.execute(wanted)
    return {names[name]: datetime.fromtimestamp(value / 1_000_000, UTC) for name, value in rows}
