"""Results: exact for the site's coordinators, frozen for everyone else.

    running ──the half-year ends──▶ may be published ──once──▶ published: never counted again
                                          │
                                          └── a later one is published ──▶ never published

Each look at exact numbers is a line in the audit, as is each publication.
"""

from collections.abc import Callable, Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.domain.periods import has_ended
from mia_companion.domain.rights import ADMINISTRATOR, COORDINATOR, FUNDER
from mia_companion.domain.suppression import Published, published
from mia_companion.server import audit
from mia_companion.server.access import Caller
from mia_companion.server.database import Database
from mia_companion.server.ledger import Ledger
from mia_companion.server.refusals import Refusal
from mia_companion.server.results.counting import Counting
from mia_companion.server.results.freezing import freeze
from mia_companion.server.results.tables import publications as p
from mia_companion.server.schema import accounts, sites
from mia_companion.wire import problems
from mia_companion.wire.results import Publication, Publications, Publish, SiteResults

_READERS = (COORDINATOR, ADMINISTRATOR, FUNDER)


class Results:
    """What `/v1/results` and `/v1/publications` do."""

    def __init__(
        self,
        database: Database,
        counting: Counting,
        ledger: Ledger,
        clock: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._counting = counting
        self._ledger = ledger
        self._clock = clock

    async def look(self, caller: Caller, period: str) -> SiteResults:
        """The exact numbers of the caller's site, after the look was written down. Raises `forbidden`."""
        _only_coordinators(caller)
        now = self._clock()
        async with self._database.writing() as connection:
            await audit.note(connection, now, caller.account, "results-seen", caller.site)
        cube = await self._counting.cube(caller.site, period)
        async with self._database.reading() as connection:
            done = await _published(connection, caller.site)
        for one, at in done:
            if one.period == period:
                return SiteResults(cube=cube, outside=one, published_at=at)
        earlier = [one for one, _ in done]
        if not has_ended(period, now) or any(one.period > period for one in earlier):
            return SiteResults(cube=cube)
        return SiteResults(cube=cube, outside=published(cube, earlier))

    async def publish(self, caller: Caller, asked: Publish) -> None:
        """Freeze what was shown, if it is still so.

        Raises `forbidden`, `period-goes-on`, `already-published` (also when a later one is), and
        `results-changed`.
        """
        _only_coordinators(caller)
        now = self._clock()
        if not has_ended(asked.period, now):
            raise Refusal(problems.PERIOD_GOES_ON)
        cube = await self._counting.cube(caller.site, asked.period)
        async with self._database.writing() as connection:
            # One publication of a site at a time: each is judged beside all that are before it.
            mine = sa.select(sites.c.association).where(sites.c.id == caller.site)
            association = await connection.scalar(mine.with_for_update())
            earlier = [one for one, _ in await _published(connection, caller.site)]
            if any(one.period >= asked.period for one in earlier):
                raise Refusal(problems.ALREADY_PUBLISHED)
            told = published(cube, earlier)
            if told != asked.outside:
                raise Refusal(problems.RESULTS_CHANGED)
            await audit.note(connection, now, caller.account, "results-published", caller.site)
            await freeze(
                connection,
                self._ledger,
                told,
                site=caller.site,
                association=str(association),
                by=caller.account,
                at=now,
            )

    async def publications(self, caller: Caller) -> Publications:
        """All of the caller's association. Raises `forbidden`."""
        if caller.role not in _READERS:
            raise Refusal(problems.FORBIDDEN)
        association = (
            sa.select(sa.func.coalesce(accounts.c.association, sites.c.association))
            .select_from(accounts.outerjoin(sites, sites.c.id == accounts.c.site))
            .where(accounts.c.id == caller.account)
        )
        async with self._database.reading() as connection:
            mine = await connection.scalar(association)
            rows = await connection.execute(
                sa.select(p.c.site, sites.c.name, p.c.published_at, p.c.cube)
                .join(sites, sites.c.id == p.c.site)
                .where(p.c.association == mine)
                .order_by(p.c.period.desc(), sites.c.name, p.c.site)
            )
            return Publications(
                publications=tuple(
                    Publication(
                        site=site,
                        site_name=name,
                        published_at=at,
                        told=Published.model_validate_json(cube),
                    )
                    for site, name, at, cube in rows
                )
            )


def _only_coordinators(caller: Caller) -> None:
    if caller.role != COORDINATOR:
        raise Refusal(problems.FORBIDDEN)


async def _published(
    connection: AsyncConnection, site: str
) -> Sequence[tuple[Published, datetime]]:
    """What the site has published, the earliest half-year first."""
    rows = await connection.execute(
        sa.select(p.c.cube, p.c.published_at).where(p.c.site == site).order_by(p.c.period)
    )
    return [(Published.model_validate_json(cube), at) for cube, at in rows]
