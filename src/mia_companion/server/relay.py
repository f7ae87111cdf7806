"""Nudges from other processes, a slow poll beneath them as a net, and access looked at again.

PostgreSQL NOTIFY ──▶ hub        at once, after the commit
poll of heads     ──▶ hub        every 5 s: what NOTIFY lost, and writers that are not servers
access counter    ──▶ recheck    streams follow what their callers may read now, or end
a cover's hour    ──▶ recheck    nobody does anything when a cover begins or is over: the poll sees it
"""

import asyncio
import json
import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.server import access, covering, devices
from mia_companion.server.changes import ACCESS, CHANNEL, access_version
from mia_companion.server.database import Database
from mia_companion.server.live import Hub, Subscription
from mia_companion.server.schema import journals
from mia_companion.server.watermark import Watermark

POLL_SECONDS = 5.0
_COUNT_EVERY = 12
_CHUNK = 500

log = logging.getLogger("mia_companion.server")


class Relay:
    """Feeds the hub for as long as the server runs."""

    def __init__(
        self,
        database: Database,
        hub: Hub,
        watermark: Watermark,
        clock: Callable[[], datetime],
        poll_seconds: float = POLL_SECONDS,
    ) -> None:
        self._database = database
        self._hub = hub
        self._watermark = watermark
        self._clock = clock
        self._poll_seconds = poll_seconds
        self._access = 0
        self._looked_at = clock()
        self._listening: AsyncConnection | None = None
        self._deaf = True
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Listen from now on."""
        async with self._database.reading() as connection:
            self._access = await access_version(connection)
        if self._database.is_postgres:
            await self._listen()
        self._tasks = [asyncio.create_task(self._poll()), asyncio.create_task(self._recheck())]

    async def stop(self) -> None:
        """End the tasks, close every stream, and count one last time."""
        self._hub.end_all()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._stop_listening()
        async with self._database.reading() as connection:
            await self._watermark.raise_to(connection)

    async def subscribe(self, caller: access.Caller) -> Subscription:
        """A stream of nudges for what the caller may read, now and later."""
        one = Subscription(caller)
        self._hub.add(one)
        await self._follow(one)
        return one

    def unsubscribe(self, one: Subscription) -> None:
        """The stream is closed."""
        self._hub.drop(one)

    async def _follow(self, one: Subscription) -> None:
        async with self._database.reading() as connection:
            if not await devices.is_open(connection, one.caller):
                one.end()
                return
            readable = await connection.run_sync(access.readable, one.caller, self._clock())
        self._hub.follow(one, {id_: standing.head for id_, standing in readable.items()})

    async def _recheck(self) -> None:
        while True:
            await self._hub.recheck.wait()
            self._hub.recheck.clear()
            for one in self._hub.subscriptions:
                try:
                    await self._follow(one)
                except (SQLAlchemyError, OSError):
                    one.end()  # it comes back, and is checked then

    async def _poll(self) -> None:
        rounds = 0
        while True:
            await asyncio.sleep(self._poll_seconds)
            rounds += 1
            try:
                await self._look(count=rounds % _COUNT_EVERY == 0)
            except (SQLAlchemyError, OSError) as error:
                log.warning("poll failed", extra={"error": type(error).__name__})

    async def _look(self, *, count: bool) -> None:
        if self._database.is_postgres and self._deaf:
            await self._stop_listening()
            await self._listen()
        before, self._looked_at = self._looked_at, self._clock()
        async with self._database.reading() as connection:
            version = await access_version(connection)
            turned = await covering.turned(connection, before, self._looked_at)
            news = await self._news(connection)
            if count:
                await self._watermark.raise_to(connection)
        self._hub.publish(news)
        if version != self._access or turned:
            self._access = version
            self._hub.recheck.set()

    async def _news(self, connection: AsyncConnection) -> dict[str, int]:
        told = dict(self._hub.heads)
        ids = list(told)
        news: dict[str, int] = {}
        for start in range(0, len(ids), _CHUNK):
            heads = sa.select(journals.c.id, journals.c.head).where(
                journals.c.id.in_(ids[start : start + _CHUNK])
            )
            rows = await connection.execute(heads)
            news.update({id_: head for id_, head in rows if head > told[id_]})
        return news

    async def _listen(self) -> None:
        connection = await self._database.engine.connect()
        raw = (await connection.get_raw_connection()).driver_connection
        await raw.add_listener(CHANNEL, self._heard)  # type: ignore[union-attr]
        raw.add_termination_listener(self._lost)  # type: ignore[union-attr]
        self._listening, self._deaf = connection, False

    async def _stop_listening(self) -> None:
        connection, self._listening = self._listening, None
        if connection is not None:
            with suppress(SQLAlchemyError, OSError):
                await connection.invalidate()
                await connection.close()

    def _lost(self, *_: Any) -> None:
        self._deaf = True

    def _heard(self, connection: Any, pid: int, channel: str, payload: str) -> None:
        said = json.loads(payload)
        if said == [ACCESS]:
            self._hub.recheck.set()
        else:
            self._hub.publish({said[0]: said[1]})
