"""A journal that is emptied for good while its people stay: a tombstone, and another one in its place.

The key dies, which reaches every backup; devices that hold it hear `journal-erased`, and read the new one.
"""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.server import erasing, people
from mia_companion.server.keys import KeyStore
from mia_companion.server.schema import journals


async def carry_out(connection: AsyncConnection, facts: dict[str, Any], at: datetime) -> None:
    """What a line of the ledger says: `participant`, `site`, `role`, `owner`, `journal`, and `next`, its
    successor's id. Also in a database that has never known either."""
    both = [facts["journal"], facts["next"]]
    known = set(await connection.scalars(sa.select(journals.c.id).where(journals.c.id.in_(both))))
    for id_ in both:
        if id_ not in known:
            await people.make_journal(
                connection, id_, role=facts["role"], site=facts["site"],
                participant=facts["participant"], owner=facts["owner"],
            )  # fmt: skip
    await erasing.empty(connection, [facts["journal"]], at)


async def destroy_key(keys: KeyStore, facts: dict[str, Any]) -> None:
    """Harmless when repeated."""
    await erasing.destroy_keys(keys, {"journals": [{"id": facts["journal"]}]})
