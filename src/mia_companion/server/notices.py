"""What processes tell each other through PostgreSQL's NOTIFY: a journal's new seq, or changed access.

    tell ──▶ waiting, the newest of a journal ──one statement──▶ NOTIFY ──▶ the other processes' hubs
                 ▲        └ the connection was lost ─┐
                 └── connected again: told after all ◀┘   and what others told meanwhile is looked for

It is told after the commit, over a connection of its own that waits for no flush. Within the
transaction that writes, NOTIFY would make commits wait for each other, flush by flush: PostgreSQL lets
only one transaction at a time commit notices. What is lost when a process dies between the two, the
slow poll finds.
"""

import asyncio
import json
import logging
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.server.changes import ACCESS
from mia_companion.server.database import Database
from mia_companion.server.live import Hub

CHANNEL = "mia_live"
_PAUSES = (0.1, 0.5, 1.0, 2.0, 5.0)
_SECONDS = 10.0
_TELL = f"SELECT pg_notify('{CHANNEL}', one) FROM unnest($1::text[]) AS one"  # noqa: S608

log = logging.getLogger("mia_companion.server")


class Notices:
    """This process's ear and mouth. `missed` is called when others may have said what was not heard."""

    def __init__(self, database: Database, hub: Hub, missed: Callable[[], None]) -> None:
        self._database = database
        self._hub = hub
        self._missed = missed
        self._heads: dict[str, int] = {}
        self._access = False
        self._something = asyncio.Event()
        self._connection: AsyncConnection | None = None
        self._raw: Any = None
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Hear from now on, and pass on what the hub is told."""
        await self._connect()
        self._hub.others = self.tell
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Say what is still to be said, and hear nothing more."""
        self._hub.others = None
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        with suppress(Exception):
            await self._say()
        await self._let_go()

    def tell(self, heads: dict[str, int], access: bool) -> None:
        """Have the others know, soon."""
        for journal, seq in heads.items():
            self._heads[journal] = max(seq, self._heads.get(journal, 0))
        self._access |= access
        self._something.set()

    async def _run(self) -> None:
        failed = 0
        while True:
            try:
                if self._raw is None:
                    await self._connect()
                    self._missed()
                    failed = 0
                await self._something.wait()
                self._something.clear()
                if self._raw.is_closed():
                    raise ConnectionResetError
                await self._say()
            except (
                Exception
            ) as error:  # the driver has errors of its own, and the poll goes on beneath
                log.warning(
                    "processes do not hear each other", extra={"error": type(error).__name__}
                )
                await self._let_go()
                await asyncio.sleep(_PAUSES[min(failed, len(_PAUSES) - 1)])
                failed += 1
                self._something.set()

    async def _say(self) -> None:
        heads, access = self._heads, self._access
        self._heads, self._access = {}, False
        said = [json.dumps([journal, seq]) for journal, seq in heads.items()]
        said += [json.dumps([ACCESS])] if access else []
        if not said:
            return
        try:
            await self._raw.execute(_TELL, said, timeout=_SECONDS)
        except BaseException:
            self.tell(heads, access)
            raise

    async def _connect(self) -> None:
        self._connection = await self._database.engine.connect()
        raw: Any = (await self._connection.get_raw_connection()).driver_connection
        await raw.execute("SET synchronous_commit = off")
        await raw.add_listener(CHANNEL, self._heard)
        raw.add_termination_listener(self._lost)
        self._raw = raw

    async def _let_go(self) -> None:
        connection, self._connection, self._raw = self._connection, None, None
        if connection is not None:
            with suppress(SQLAlchemyError, OSError):
                await connection.invalidate()
                await connection.close()

    def _lost(self, *_: Any) -> None:
        self._something.set()

    def _heard(self, connection: Any, pid: int, channel: str, payload: str) -> None:
        if pid == connection.get_server_pid():
            return  # said by this process, which knew before
        said = json.loads(payload)
        if said == [ACCESS]:
            self._hub.recheck.set()
        else:
            self._hub.publish({said[0]: said[1]})
