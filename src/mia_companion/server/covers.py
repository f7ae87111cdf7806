"""Who answers while somebody is away: whole days in Europe/Stockholm, kept as instants.

not set ──▶ to come ──▶ lasts ──▶ over
              │           ├──── ended early, or another takes its days from now on
              └───────────┴──── called off: it never was

What participants read is said by the server in the site's directory, in the same transaction.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.domain.directory import CoverListed
from mia_companion.domain.rights import COORDINATOR
from mia_companion.domain.zones import HOME, zone_named
from mia_companion.server import audit
from mia_companion.server.access import Caller, is_plain
from mia_companion.server.changes import Change, Changes
from mia_companion.server.colleagues import check_colleague
from mia_companion.server.ledger import COVER_ENDED, COVER_SET, Ledger
from mia_companion.server.login.freshness import check_fresh
from mia_companion.server.refusals import Refusal
from mia_companion.server.schema import covers
from mia_companion.server.sites import directory_of
from mia_companion.server.speaking import Speaker
from mia_companion.server.surroundings import Surroundings
from mia_companion.wire import problems
from mia_companion.wire.following import CoverAsked

_LONGEST = timedelta(days=366)


class Covers:
    """What `POST` and `DELETE /v1/covers` do, and an administrator in somebody's place."""

    def __init__(
        self, changes: Changes, ledger: Ledger, speaker: Speaker, surroundings: Surroundings
    ) -> None:
        self._changes = changes
        self._ledger = ledger
        self._speaker = speaker
        self._around = surroundings

    async def away(self, caller: Caller, asked: CoverAsked) -> None:
        """The caller is away: nobody else can give access to whom the caller follows.

        It takes its days from an earlier one: of that, the days before stay. Repeating it is harmless.
        Raises `forbidden`, `oneself`, `not-a-colleague`, `has-left`, `cover-days`, `conflict`
        and `sign-in-again`.
        """
        if caller.role != COORDINATOR:
            raise Refusal(problems.FORBIDDEN)
        check_fresh(caller, self._around.clock())
        await self.set_for(caller.account, caller.site, asked, by=caller.account)

    async def set_for(self, coordinator: str, site: str, asked: CoverAsked, *, by: str) -> None:
        """The same for a coordinator of that site, by whoever `by` is."""
        async with self._changes.open() as change:
            connection = change.connection
            # Two at once of one person take turns, on the journal that both write in.
            directory = await directory_of(connection, site)
            await self._speaker.lock(connection, directory)
            now = self._around.clock()
            known = await _cover(connection, asked.id)
            if known is not None:
                if (known.coordinator, known.covered_by) == (coordinator, asked.by):
                    return
                raise Refusal(problems.CONFLICT)
            await check_colleague(connection, site, coordinator, asked.by)
            starts_at, ends_at = _whole_days(asked, now)
            for row in await _overlapping(connection, coordinator, starts_at, ends_at):
                await self._cut(change, directory, row, max(starts_at, now))
            facts = {
                "cover": asked.id, "coordinator": coordinator, "covered_by": asked.by,
                "starts_at": starts_at.isoformat(), "ends_at": ends_at.isoformat(),
            }  # fmt: skip
            await carry_out_set(connection, facts)
            listed = CoverListed(
                cover_id=asked.id,
                coordinator_id=coordinator,
                covered_by=asked.by,
                first_day=asked.first_day,
                last_day=asked.last_day,
            )
            await self._speaker.say(change, directory, listed)
            await audit.note(connection, now, by, "cover-set", asked.id)
            change.access = True
            await self._ledger.record(connection, COVER_SET, facts)

    async def end(self, caller: Caller, cover: str) -> None:
        """From now on the caller is back, or does not go. Raises `not-found` for what is not theirs."""
        if caller.role != COORDINATOR:  # who has no site has no directory either
            raise Refusal(problems.NOT_FOUND)
        async with self._changes.open() as change:
            connection = change.connection
            directory = await directory_of(connection, caller.site)
            await self._speaker.lock(connection, directory)
            now = self._around.clock()
            row = await _cover(connection, cover)
            if row is None or row.coordinator != caller.account:
                raise Refusal(problems.NOT_FOUND)
            if row.ends_at > now and row.ends_at > row.starts_at:
                await audit.note(connection, now, caller.account, "cover-ended", cover)
                await self._cut(change, directory, row, now)

    async def _cut(self, change: Change, directory: str, row: Any, at: datetime) -> None:
        """It ends at `at`; one that begins no earlier never was."""
        facts = {"cover": row.id, "ends_at": max(row.starts_at, at).isoformat()}
        await carry_out_ended(change.connection, facts)
        first, last = _day(row.starts_at), _day(at) - timedelta(days=1)
        still = at > self._around.clock() and last >= first
        await self._speaker.say(
            change,
            directory,
            CoverListed(
                cover_id=row.id,
                coordinator_id=row.coordinator,
                covered_by=row.covered_by if still else "",
                first_day=first,
                last_day=max(first, last),
            ),
        )
        change.access = True
        await self._ledger.record(change.connection, COVER_ENDED, facts)


async def carry_out(connection: AsyncConnection, what: str, facts: dict[str, Any]) -> None:
    """What either line of the ledger says."""
    deed = carry_out_set if what == COVER_SET else carry_out_ended
    await deed(connection, facts)


async def carry_out_set(connection: AsyncConnection, facts: dict[str, Any]) -> None:
    """What the ledger's line `cover-set` says."""
    await connection.execute(
        sa.insert(covers).values(
            id=facts["cover"],
            coordinator=facts["coordinator"],
            covered_by=facts["covered_by"],
            starts_at=datetime.fromisoformat(facts["starts_at"]),
            ends_at=datetime.fromisoformat(facts["ends_at"]),
        )
    )


async def carry_out_ended(connection: AsyncConnection, facts: dict[str, Any]) -> None:
    """What the ledger's line `cover-ended` says."""
    await connection.execute(
        sa.update(covers)
        .where(covers.c.id == facts["cover"])
        .values(ends_at=datetime.fromisoformat(facts["ends_at"]))
    )


async def _cover(connection: AsyncConnection, id_: str) -> Any:
    chosen = sa.select(covers).where(covers.c.id == (id_ if is_plain(id_) else ""))
    return (await connection.execute(chosen)).first()


async def _overlapping(
    connection: AsyncConnection, coordinator: str, starts_at: datetime, ends_at: datetime
) -> list[Any]:
    c = covers.c
    rows = await connection.execute(
        sa.select(covers)
        .where(c.coordinator == coordinator, c.starts_at < c.ends_at)
        .where(c.starts_at < ends_at, c.ends_at > starts_at)
        .order_by(c.starts_at, c.id)
    )
    return list(rows)


def _whole_days(asked: CoverAsked, now: datetime) -> tuple[datetime, datetime]:
    """From the first day's midnight, or now when that has passed, to the one after the last day."""
    length = asked.last_day - asked.first_day
    if not timedelta() <= length <= _LONGEST or asked.last_day < _day(now):
        raise Refusal(problems.COVER_DAYS)
    if asked.last_day - _day(now) > 2 * _LONGEST:
        raise Refusal(problems.COVER_DAYS)
    ends_at = _midnight(asked.last_day + timedelta(days=1))
    return max(_midnight(asked.first_day), now), ends_at


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), zone_named(HOME)).astimezone(UTC)


def _day(at: datetime) -> date:
    return at.astimezone(zone_named(HOME)).date()
