"""Counting a site's people: one journal after the other is folded and let go of."""

from collections.abc import AsyncIterator

import sqlalchemy as sa

from mia_companion.domain.cube import Cube, counted
from mia_companion.domain.results import Case, case_of, deciding
from mia_companion.domain.rights import SHARED
from mia_companion.server.database import Database
from mia_companion.server.keys import KeyDestroyed
from mia_companion.server.pictures import Pictures
from mia_companion.server.schema import entries as e
from mia_companion.server.schema import journals as j


class Counting:
    """Makes cubes. Who was erased is in none; a protected identity counts as anyone's."""

    def __init__(self, database: Database, pictures: Pictures) -> None:
        self._database = database
        self._pictures = pictures

    async def cube(self, site: str, period: str) -> Cube:
        """The exact numbers of the site's half-year, as they are now."""
        return counted([one async for one in self._cases(site)], period)

    async def _cases(self, site: str) -> AsyncIterator[Case]:
        chosen = sa.select(j.c.id, j.c.participant, j.c.head)
        chosen = chosen.where(j.c.site == site, j.c.role == SHARED, j.c.erased_at.is_(None))
        async with self._database.reading() as connection:
            found = (await connection.execute(chosen.order_by(j.c.id))).all()
        for journal, participant, head in found:
            try:
                picture = await self._pictures.now(journal, head)
            except KeyDestroyed:  # erased while the others were counted
                continue
            wanted = sa.select(e.c.seq, e.c.received_at)
            wanted = wanted.where(e.c.journal == journal, e.c.seq.in_(deciding(picture)))
            async with self._database.reading() as connection:
                rows = await connection.execute(wanted)
                received = {row.seq: row.received_at for row in rows}
            if deciding(picture) <= received.keys():
                yield case_of(picture, participant, received.__getitem__)
