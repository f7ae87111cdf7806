"""What feeds the hub besides the writers of this process, and access looked at again.

other processes   ──▶ hub        at once, by their notices (PostgreSQL only)
poll of heads     ──▶ hub        every 5 s: what notices lost, and writers that are no servers
access counter    ──▶ recheck    streams follow what their callers may read now; erased keys are let go
a cover's hour    ──▶ recheck    nobody does anything when a cover begins or is over: the poll sees it

Whatever goes through everybody does so by pieces and rests in between: never much of the process.
"""

import asyncio
import logging
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from datetime import datetime
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from mia_companion.server import access, calling, covering
from mia_companion.server.access import Caller
from mia_companion.server.changes import access_version
from mia_companion.server.database import Database
from mia_companion.server.keeping.letting_go import let_go_of_erased
from mia_companion.server.keys import KeyStore
from mia_companion.server.live import Hub
from mia_companion.server.notices import Notices
from mia_companion.server.schema import journals
from mia_companion.server.subscription import Subscription
from mia_companion.server.surroundings import Surroundings
from mia_companion.server.watermark import Watermark

POLL_SECONDS = 5.0
HEARTBEAT_SECONDS = 15.0
_COUNT_EVERY = 12
_PIECE = 500
"""Journals looked at in one piece."""
_RESTS = 2.0
"""For each second of work: a third of the process at most."""
_AGAIN_SECONDS = 1.0

Thing = TypeVar("Thing")
log = logging.getLogger("mia_companion.server")


class Relay:
    """Feeds the hub for as long as the server runs."""

    def __init__(
        self,
        database: Database,
        hub: Hub,
        watermark: Watermark,
        keys: KeyStore,
        surroundings: Surroundings,
        *,
        poll_seconds: float = POLL_SECONDS,
    ) -> None:
        self._database, self._keys = database, keys
        self._hub, self._watermark = hub, watermark
        self._clock, self._poll_seconds = surroundings.clock, poll_seconds
        self._access = 0
        """How often access had changed when everybody's was looked at last."""
        self._looked_at = self._clock()
        self._look_now = asyncio.Event()
        self._notices = Notices(database, hub, self._look_now.set) if database.is_postgres else None
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Listen from now on."""
        self._access = await self._database.read(access_version)
        if self._notices is not None:
            await self._notices.start()
        work = (self._poll(), self._recheck(), self._keep_warm())
        self._tasks = [asyncio.create_task(one) for one in work]

    async def stop(self) -> None:
        """End the tasks, close every stream, and count one last time."""
        self._hub.end_all()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._notices is not None:
            await self._notices.stop()
        async with self._database.reading() as connection:
            await self._watermark.raise_to(connection)

    async def subscribe(self, one: Subscription) -> None:
        """Nudges for what its caller may read, now and later; it ends if its device was removed."""
        self._hub.add(one)
        await self._follow([one])

    def unsubscribe(self, one: Subscription) -> None:
        """It is closed."""
        self._hub.drop(one)

    async def look_at_access(self) -> None:
        """Have every stream follow what its caller may read now, or end."""
        self._access = await self._database.read(access_version)
        async for some in _unhurried(self._hub.subscriptions, _weight):
            await self._follow(some)

    async def look_at_heads(self) -> None:
        """Tell of what nobody has told of."""
        async for some in _unhurried(list(self._hub.heads)):
            told = {one: self._hub.heads[one] for one in some if one in self._hub.heads}
            self._hub.publish(await self._database.read(lambda c: _news(c, told)))  # noqa: B023

    async def _follow(self, some: Sequence[Subscription]) -> None:
        callers, now = {one.caller for one in some}, self._clock()
        heads = await self._database.read(lambda c: _readable(c, callers, now))
        for one in some:
            if one.caller in heads:
                self._hub.follow(one, heads[one.caller])
            else:
                one.end()

    async def _recheck(self) -> None:
        while True:
            await self._hub.recheck.wait()
            self._hub.recheck.clear()
            try:
                await let_go_of_erased(self._keys, self._database)
                await self.look_at_access()
            except (SQLAlchemyError, OSError) as error:
                # Nothing is told to anybody while the database is away, so the lines may stand.
                log.warning("access not looked at", extra={"error": type(error).__name__})
                self._hub.recheck.set()
                await asyncio.sleep(_AGAIN_SECONDS)

    async def _keep_warm(self) -> None:
        while True:
            await asyncio.sleep(HEARTBEAT_SECONDS)
            self._hub.keep_warm()

    async def _poll(self) -> None:
        rounds = 0
        while True:
            try:
                async with asyncio.timeout(self._poll_seconds):
                    await self._look_now.wait()
            except TimeoutError:
                pass
            self._look_now.clear()
            rounds += 1
            try:
                await self._look(count=rounds % _COUNT_EVERY == 0)
            except (SQLAlchemyError, OSError) as error:
                log.warning("poll failed", extra={"error": type(error).__name__})

    async def _look(self, *, count: bool) -> None:
        before, self._looked_at = self._looked_at, self._clock()
        async with self._database.reading() as connection:
            version = await connection.run_sync(access_version)
            turned = await covering.turned(connection, before, self._looked_at)
            if count:
                await self._watermark.raise_to(connection)
        if version != self._access or turned:
            self._hub.recheck.set()
        await self.look_at_heads()


async def _unhurried(
    things: Iterable[Thing], weigh: Callable[[Thing], int] = lambda _: 1
) -> AsyncIterator[Sequence[Thing]]:
    piece: list[Thing] = []
    weight, left = 0, deque(things)
    while left:
        piece.append(left.popleft())
        weight += weigh(piece[-1])
        if weight >= _PIECE or not left:
            began = time.monotonic()
            yield piece
            await asyncio.sleep(_RESTS * (time.monotonic() - began))
            piece, weight = [], 0


def _weight(one: Subscription) -> int:
    return 4 + len(one.journals)


def _readable(
    connection: sa.Connection, callers: Iterable[Caller], now: datetime
) -> dict[Caller, dict[str, int]]:
    """Heads of what each of those may read whose device was not removed."""
    there = calling.open_among(connection, callers)
    found = access.readable_by(connection, there, now)
    return {one: {id_: s.head for id_, s in theirs.items()} for one, theirs in found.items()}


def _news(connection: sa.Connection, told: dict[str, int]) -> dict[str, int]:
    rows = connection.execute(_HEADS_OF, {"ids": sorted(told)})
    return {id_: head for id_, head in rows if head > told[id_]}


_HEADS_OF = sa.select(journals.c.id, journals.c.head).where(
    journals.c.id.in_(sa.bindparam("ids", expanding=True))
)
