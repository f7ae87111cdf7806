"""What a participant is told of who has looked. Nobody else may ask."""

from collections.abc import Callable
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.domain.entries import Confirmed, by_of
from mia_companion.domain.facts import read_fact
from mia_companion.domain.openings import Openings, PersonOpened, fold_opened
from mia_companion.domain.rights import PARTICIPANT, SHARED
from mia_companion.domain.zones import HOME, there
from mia_companion.server import quarantine
from mia_companion.server.access import Caller
from mia_companion.server.database import Database
from mia_companion.server.instants import instant_of
from mia_companion.server.journals import Journals
from mia_companion.server.opened.looks import KEPT
from mia_companion.server.opened.table import looks
from mia_companion.server.refusals import Refusal
from mia_companion.server.schema import counters
from mia_companion.server.schema import journals as j
from mia_companion.wire import problems
from mia_companion.wire.opened import LateOpening, Look, Opened

MOST = 2_000
"""Lines of one answer, the newest."""

SINCE = "looks-since"
"""The counter that says since when it is written down, in microseconds since 1970."""


class WhoLooked:
    """What `GET /v1/opened` does."""

    def __init__(
        self, database: Database, journals: Journals, clock: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._journals = journals
        self._clock = clock

    async def at(self, caller: Caller) -> Opened:
        """At the caller's own pages. Raises `forbidden` for anyone but a participant."""
        if caller.role != PARTICIPANT:
            raise Refusal(problems.FORBIDDEN)
        now = self._clock()
        since = there(now - KEPT, HOME).date()
        mine = sa.select(looks.c.day, looks.c.account, looks.c.what, looks.c.at).where(
            looks.c.participant == caller.account, looks.c.day >= since.isoformat()
        )
        async with self._database.reading() as connection:
            rows = await connection.execute(
                mine.order_by(looks.c.day.desc(), looks.c.at.desc()).limit(MOST)
            )
            found = tuple(Look.model_validate(row._asdict()) for row in rows)
            late = await self._late(connection, caller.account)
            begun = await connection.scalar(
                sa.select(counters.c.value).where(counters.c.name == SINCE)
            )
        if begun is not None:
            since = max(since, there(min(now, instant_of(begun)), HOME).date())
        if len(found) == MOST:
            since = max(since, found[-1].day)
        return Opened(looks=found, late=late, since=since)

    async def _late(self, connection: AsyncConnection, participant: str) -> tuple[LateOpening, ...]:
        """What came too late to be an entry: it lies in quarantine, and is told all the same."""
        shared = sa.select(j.c.id).where(
            j.c.participant == participant, j.c.role == SHARED, j.c.erased_at.is_(None)
        )
        openings: Openings = {}
        for journal in await connection.scalars(shared):
            for entry, at in await quarantine.traces(connection, self._journals, journal):
                fact = read_fact(entry.body)
                if isinstance(fact, PersonOpened):
                    came = Confirmed(entry=entry, seq=1, received_at=at, receipt="", epoch="")
                    fold_opened(openings, by_of(came), fact)
        return tuple(
            LateOpening(day=one.day, account=one.coordinator, part=part)
            for _, one in sorted(openings.items(), reverse=True)
            for part in one.parts
        )
