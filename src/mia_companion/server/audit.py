"""Who did what to whom, in opaque ids; only ever added to."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.server.schema import audit


async def note(
    connection: AsyncConnection, at: datetime, account: str, what: str, subject: str
) -> None:
    """One line, in the transaction of what it tells."""
    await connection.execute(
        sa.insert(audit).values(at=at, account=account, what=what, subject=subject)
    )
