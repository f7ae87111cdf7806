"""Somebody's plan as the server folds it, for as long as it takes to see what is to be sent."""

from dataclasses import dataclass

import sqlalchemy as sa

from mia_companion.domain.plan import Plan
from mia_companion.domain.rights import OWN, SHARED
from mia_companion.server.database import Database
from mia_companion.server.pictures import Pictures
from mia_companion.server.schema import journals as j

shared_table, own_table = j.alias("shared"), j.alias("own")
both = shared_table.join(
    own_table,
    (own_table.c.participant == shared_table.c.participant)
    & (own_table.c.role == OWN)
    & (own_table.c.owner == shared_table.c.participant),
)
"""A participant's two journals beside each other."""

standing = (
    (shared_table.c.role == SHARED)
    & shared_table.c.erased_at.is_(None)
    & own_table.c.erased_at.is_(None)
)


@dataclass(frozen=True, slots=True)
class Heads:
    """A participant's journals, and how far each has come."""

    participant: str
    shared: str
    shared_head: int
    own: str
    own_head: int


HEADS = (
    shared_table.c.participant,
    shared_table.c.id,
    shared_table.c.head,
    own_table.c.id,
    own_table.c.head,
)
"""The columns of `Heads`, in its order."""


class Plans:
    """Reads plans. Opens its own transactions."""

    def __init__(self, database: Database, pictures: Pictures) -> None:
        self._database = database
        self._pictures = pictures

    async def heads(self, participant: str) -> Heads | None:
        """None once the participant was erased."""
        async with self._database.reading() as connection:
            row = (await connection.execute(_HEADS_OF, {"participant": participant})).first()
        return None if row is None else Heads(*row)

    async def of(self, heads: Heads) -> Plan:
        """The plan of those journals as they were. Raises KeyDestroyed."""
        return Plan(
            shared=await self._pictures.now(heads.shared, heads.shared_head),
            own=await self._pictures.now(heads.own, heads.own_head),
        )


_HEADS_OF = (
    sa.select(*HEADS)
    .select_from(both)
    .where(standing, shared_table.c.participant == sa.bindparam("participant"))
)
