"""A publication is frozen: a database restored from before it has it again, and not one made anew."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.domain.suppression import Published
from mia_companion.server.ledger import RESULTS_PUBLISHED, Ledger
from mia_companion.server.results.tables import publications as p


async def freeze(
    connection: AsyncConnection,
    ledger: Ledger,
    told: Published,
    *,
    site: str,
    association: str,
    by: str,
    at: datetime,
) -> None:
    """Keep what is told, in the open transaction and in the ledger. Call it last in the transaction."""
    facts = {
        "site": site, "period": told.period, "association": association,
        "published_at": at.isoformat(), "published_by": by, "cube": told.model_dump_json(),
    }  # fmt: skip
    await carry_out(connection, facts)
    await ledger.record(connection, RESULTS_PUBLISHED, facts)


async def carry_out(connection: AsyncConnection, facts: dict[str, Any]) -> None:
    """What the ledger's line `results-published` says."""
    there = sa.select(p.c.site).where(p.c.site == facts["site"], p.c.period == facts["period"])
    if await connection.scalar(there) is None:
        at = datetime.fromisoformat(facts["published_at"])
        await connection.execute(sa.insert(p).values({**facts, "published_at": at}))
