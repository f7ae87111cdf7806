"""Where an account belongs, and the journal that everyone there reads."""

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.domain.rights import DIRECTORY
from mia_companion.server.schema import accounts, journals


async def site_of(connection: AsyncConnection, account: str) -> str:
    """The site that the account belongs to; empty for those of a whole association."""
    found = await connection.scalar(sa.select(accounts.c.site).where(accounts.c.id == account))
    return str(found or "")


async def directory_of(connection: AsyncConnection, site: str) -> str:
    """The site's directory."""
    found = await connection.execute(
        sa.select(journals.c.id).where(journals.c.site == site, journals.c.role == DIRECTORY)
    )
    return str(found.one().id)
