"""Keys of what was erased leave this process's memory, whoever erased it."""

import sqlalchemy as sa

from mia_companion.server.database import Database
from mia_companion.server.keys import KeyStore
from mia_companion.server.schema import journals

_PIECE = 500


async def let_go_of_erased(keys: KeyStore, database: Database) -> None:
    """By what the database says: the key itself is destroyed a moment after that is durable."""
    held = keys.in_memory()
    for start in range(0, len(held), _PIECE):
        some = sorted(held[start : start + _PIECE])
        keys.let_go(await database.read(lambda connection: _erased(connection, some)))  # noqa: B023


def _erased(connection: sa.Connection, some: list[str]) -> list[str]:
    return list(connection.scalars(_ERASED, {"ids": some}))


_ERASED = sa.select(journals.c.id).where(
    journals.c.id.in_(sa.bindparam("ids", expanding=True)), journals.c.erased_at.is_not(None)
)
