"""In whose place a coordinator stands, and when. Nothing is copied: it is asked of the covers each time.

    Cecilia ──covers──▶ Jonas ──covers──▶ Anna ──follows──▶ Samira

Whoever covers reads and answers as the one who is away may, for as long as it lasts, also for whoever is
invited or handed over meanwhile. While Jonas is away too, Cecilia stands in Anna's place as well: that is
what participants are told (`domain.hours.who_answers`). Those who cover for each other end the chain.
"""

from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.server.instants import Instant
from mia_companion.server.schema import accounts
from mia_companion.server.schema import assignments as a
from mia_companion.server.schema import covers as c

_ALWAYS, _FOR_EVER = datetime(1970, 1, 1, tzinfo=UTC), datetime(9999, 1, 1, tzinfo=UTC)


def places(whose: sa.ColumnElement[bool]) -> sa.CTE:
    """Rows of (root, coordinator, since, until): whose place each root holds or will, and their own, always.

    The roots are the accounts that `whose` chooses. A cover that was called off before it began is none.
    Each turn of a chain is as short as its shortest part, so that even a ring of covers ends.
    """
    own = sa.select(
        accounts.c.id.label("root"),
        accounts.c.id.label("coordinator"),
        sa.literal(_ALWAYS, Instant).label("since"),
        sa.literal(_FOR_EVER, Instant).label("until"),
    ).where(whose)
    found = own.cte("places", recursive=True)
    before = found.c
    since = sa.case((c.c.starts_at > before.since, c.c.starts_at), else_=before.since)
    until = sa.case((c.c.ends_at < before.until, c.c.ends_at), else_=before.until)
    return found.union(
        sa.select(before.root, c.c.coordinator, since, until)
        .join(found, c.c.covered_by == before.coordinator)
        .where(c.c.starts_at < c.c.ends_at)
        .where(c.c.starts_at < before.until, c.c.ends_at > before.since)
    )


def held_together(place: sa.CTE) -> sa.ColumnElement[bool]:
    """Whether there was a moment at which the place was held and the participant followed from it."""
    p = place.c
    return (a.c.starts_at < p.until) & (a.c.ends_at.is_(None) | (a.c.ends_at > p.since))


def held_at(place: sa.CTE, at: sa.ColumnElement[datetime]) -> sa.ColumnElement[bool]:
    """Whether both are so at that time."""
    p = place.c
    followed = (a.c.starts_at <= at) & (a.c.ends_at.is_(None) | (a.c.ends_at > at))
    return followed & (p.since <= at) & (p.until > at)


async def answers_for(
    connection: AsyncConnection, participant: str, coordinator: str, at: datetime
) -> bool:
    """Whether the coordinator follows the participant at that time, or covers for someone who does."""
    place = places(accounts.c.id == coordinator)
    found = await connection.scalar(
        sa.select(a.c.id)
        .join(place, place.c.coordinator == a.c.coordinator)
        .where(a.c.participant == participant, held_at(place, sa.literal(at, Instant)))
        .limit(1)
    )
    return found is not None


async def turned(connection: AsyncConnection, after: datetime, upto: datetime) -> bool:
    """Whether any cover began or ended by the mere passing of that time."""
    began = (c.c.starts_at > after) & (c.c.starts_at <= upto)
    ended = (c.c.ends_at > after) & (c.c.ends_at <= upto)
    return await connection.scalar(sa.select(c.c.id).where(began | ended).limit(1)) is not None
