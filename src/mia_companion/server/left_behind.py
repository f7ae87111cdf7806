"""What somebody wrote before they knew that their access had ended, for those who read that journal now."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.domain.rights import COORDINATOR
from mia_companion.server import access, audit, quarantine
from mia_companion.server.access import Caller
from mia_companion.server.database import Database
from mia_companion.server.journals import Journals
from mia_companion.server.refusals import Refusal
from mia_companion.wire import problems
from mia_companion.wire.following import Left, LeftBehind


class LeftBehindNow:
    """What `/v1/journals/{journal}/left-behind` does. Raises `not-found` for anyone else."""

    def __init__(
        self, database: Database, journals: Journals, clock: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._journals = journals
        self._clock = clock

    async def of(self, caller: Caller, journal: str) -> LeftBehind:
        """All of it that nobody has looked at."""
        async with self._database.reading() as connection:
            await self._check(connection, caller, journal)
            found = await quarantine.not_looked_at(connection, self._journals, journal)
        return LeftBehind(entries=tuple(Left(entry=one, received_at=at) for one, at in found))

    async def look_at(self, caller: Caller, journal: str, entry: str) -> None:
        """The caller has read it: nobody is shown it any more, and it stays where it is."""
        now = self._clock()
        async with self._database.writing() as connection:
            await self._check(connection, caller, journal)
            plain = entry if access.is_plain(entry) else ""
            if not await quarantine.look_at(connection, journal, plain, caller.account, now):
                raise Refusal(problems.NOT_FOUND)
            await audit.note(connection, now, caller.account, "left-behind-read", plain)

    async def _check(self, connection: AsyncConnection, caller: Caller, journal: str) -> None:
        found = await connection.run_sync(access.standings, caller, self._clock(), [journal])
        place = found.get(journal)
        if caller.role != COORDINATOR or place is None or place.state != access.OPEN:
            raise Refusal(problems.NOT_FOUND)
