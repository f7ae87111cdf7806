"""A participant opens a feed, says what it shows, and ends it; a calendar reads it.

    none ──wished──▶ open ──wished──▶ the same address, showing more or less
                      └──ended──▶ none, also after a restore; the next one has another address

Each answer is made anew from the journal, so that a move or a cancellation is there at the next asking.
Nothing that only the participant reads is in it.
"""

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.calendars.writing import calendar_of, told_in_a_feed
from mia_companion.domain.rights import PARTICIPANT, SHARED
from mia_companion.i18n.words import words_for
from mia_companion.server import audit
from mia_companion.server.access import Caller
from mia_companion.server.auditing.pace import Pace
from mia_companion.server.changes import Changes
from mia_companion.server.columns import Row
from mia_companion.server.feeds.addresses import Addresses
from mia_companion.server.feeds.table import feeds
from mia_companion.server.keys import KeyDestroyed
from mia_companion.server.ledger import FEED_ENDED, Ledger
from mia_companion.server.pictures import Pictures
from mia_companion.server.refusals import Refusal
from mia_companion.server.schema import journals
from mia_companion.server.surroundings import Surroundings
from mia_companion.wire import problems
from mia_companion.wire.calendar import Feed, FeedWished

_f = feeds.c


class Feeds:
    """What `/v1/calendar` and `/v1/calendars/…` do. Opens its own transactions."""

    def __init__(
        self,
        changes: Changes,
        addresses: Addresses,
        pictures: Pictures,
        *,
        ledger: Ledger,
        surroundings: Surroundings,
    ) -> None:
        self._database = changes.database
        self._changes = changes
        self._addresses = addresses
        self._pictures = pictures
        self._ledger = ledger
        self._clock, self._ids = surroundings.clock, surroundings.ids
        self._pace = Pace(burst=30, per_second=1 / 20)
        """Calendars come a few times a day, and once more for every device."""

    async def mine(self, caller: Caller) -> Feed:
        """The caller's. Raises `not-found` when there is none, and `forbidden` for staff."""
        _check(caller)
        async with self._database.reading() as connection:
            row = (await connection.execute(_of(caller.account))).first()
        if row is None:
            raise Refusal(problems.NOT_FOUND)
        return self._told(row)

    async def wish(self, caller: Caller, wished: FeedWished) -> Feed:
        """Opens one, or changes what the open one shows. Raises `forbidden` for staff."""
        _check(caller)
        try:
            return await self._wish(caller, wished.model_dump())
        except IntegrityError:  # another device of theirs was the first at the same moment
            return await self._wish(caller, wished.model_dump())

    async def _wish(self, caller: Caller, said: dict[str, object]) -> Feed:
        async with self._changes.open() as change:
            connection, now = change.connection, self._clock()
            mine = sa.update(feeds).where(_f.participant == caller.account)
            if (await connection.execute(mine.values(said))).rowcount == 0:
                new = {"id": self._ids(), "participant": caller.account, "made_at": now, **said}
                await connection.execute(sa.insert(feeds).values(new))
                await audit.note(connection, now, caller.account, "feed-opened", caller.account)
            row = (await connection.execute(_of(caller.account))).one()
        return self._told(row)

    async def end(self, caller: Caller) -> None:
        """Nobody reads it from the next request on. Harmless when there is none."""
        _check(caller)
        async with self._changes.open() as change:
            connection, now = change.connection, self._clock()
            row = (await connection.execute(_of(caller.account))).first()
            if row is None:
                return
            await carry_out_ended(connection, {"feed": row.id})
            await audit.note(connection, now, caller.account, "feed-ended", caller.account)
            await self._ledger.record(connection, FEED_ENDED, {"feed": row.id})

    async def read(self, name: str) -> bytes:
        """The calendar of the last part of a path. Raises `not-found`, and `too-many-requests`.

        Guesses are not counted: a MAC of 256 bits is not found by trying, a wrong one costs no look into
        the database, and nobody's calendar may wait for somebody else's guessing.
        """
        feed = self._addresses.read(name)
        if feed is None:
            raise Refusal(problems.NOT_FOUND)
        self._pace.take(feed)
        async with self._database.reading() as connection:
            row = (await connection.execute(_OPEN, {"feed": feed})).first()
        if row is None:
            raise Refusal(problems.NOT_FOUND)
        await self._note_read(row)
        try:
            picture = await self._pictures.now(row.journal, row.head)
        except KeyDestroyed:  # the person was erased a moment ago
            raise Refusal(problems.NOT_FOUND) from None
        coming = told_in_a_feed(picture.appointments.values(), self._clock())
        whole = row.whole and not picture.profile.protected
        return calendar_of(coming, words_for(row.language), whole=whole, feed=True)

    async def _note_read(self, row: Row) -> None:
        """To the hour: calendars that ask every few minutes write nothing."""
        hour = self._clock().replace(minute=0, second=0, microsecond=0)
        if row.read_at is None or row.read_at < hour:
            async with self._database.writing() as connection:
                await connection.execute(
                    sa.update(feeds).where(_f.id == row.id).values(read_at=hour)
                )

    def _told(self, row: Row) -> Feed:
        return Feed(
            path=self._addresses.of(row.id),
            at=self._addresses.public_url,
            whole=row.whole,
            language=row.language,
            made_at=row.made_at,
            read_at=row.read_at,
        )


async def carry_out_ended(connection: AsyncConnection, facts: dict[str, str]) -> None:
    """What the ledger's line says: that address opens nothing any more."""
    await connection.execute(sa.delete(feeds).where(_f.id == facts["feed"]))


def _check(caller: Caller) -> None:
    if caller.role != PARTICIPANT:
        raise Refusal(problems.FORBIDDEN)


def _of(participant: str) -> sa.Select[tuple[object, ...]]:
    return sa.select(*feeds.c).where(_f.participant == participant)


_OPEN = sa.select(*feeds.c, journals.c.id.label("journal"), journals.c.head).where(
    _f.id == sa.bindparam("feed"),
    journals.c.participant == _f.participant,
    journals.c.role == SHARED,
    journals.c.erased_at.is_(None),
)
