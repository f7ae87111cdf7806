"""A restored database says so itself: a row that is put there with what was restored, in one transaction,
and taken when the new epoch has begun, in one transaction with that."""

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.server.schema import counters

RESTORED = "restored"


async def is_marked(connection: AsyncConnection) -> bool:
    """Whether nobody has started on it since it was restored."""
    found = sa.select(counters.c.value).where(counters.c.name == RESTORED)
    return await connection.scalar(found) is not None


async def take_mark(connection: AsyncConnection) -> None:
    """The new epoch has begun."""
    await connection.execute(sa.delete(counters).where(counters.c.name == RESTORED))
