"""Whom a coordinator may hand over to, or be covered by: another coordinator of the same site."""

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.domain.rights import COORDINATOR
from mia_companion.server.access import is_plain
from mia_companion.server.refusals import Refusal
from mia_companion.server.schema import accounts
from mia_companion.wire import problems


async def check_colleague(connection: AsyncConnection, site: str, me: str, other: str) -> None:
    """Raises `oneself`, `not-a-colleague` or `has-left`.

    Somebody elsewhere and nobody at all are answered alike: who works elsewhere is not told.
    """
    if other == me:
        raise Refusal(problems.ONESELF)
    found = await connection.execute(
        sa.select(accounts.c.role, accounts.c.site, accounts.c.ended_at)
        .where(accounts.c.id == (other if is_plain(other) else ""))
        .with_for_update(read=True)  # their work here does not end in between
    )
    row = found.first()
    if row is None or row.role != COORDINATOR or row.site != site:
        raise Refusal(problems.NOT_A_COLLEAGUE)
    if row.ended_at is not None:
        raise Refusal(problems.HAS_LEFT)
