"""Starts a server's parts in the one right order, and stops them:

schema ─▶ ledger replayed ─▶ relay listening ─▶ requests, and a sweep and reminders beside them
"""

import logging

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.server import audit
from mia_companion.server.auditing.chain import Chain
from mia_companion.server.database import Database
from mia_companion.server.keys import KeysMissing
from mia_companion.server.ledger import START_LOCK, LedgerBroken
from mia_companion.server.migrating import SchemaTooNew
from mia_companion.server.replay import Replay
from mia_companion.server.surroundings import Surroundings
from mia_companion.server.watermark import Watermark

REASONS: tuple[tuple[type[Exception], str], ...] = (
    (KeysMissing, "keys-missing"),
    (LedgerBroken, "ledger-broken"),
    (SchemaTooNew, "schema-too-new"),
    (sa.exc.SQLAlchemyError, "database-refused"),
    (OSError, "database-away"),
)
"""Why a server does not start, as its log says it."""

log = logging.getLogger("mia_companion.server")


class Starting:
    """What is done before anybody is answered."""

    def __init__(
        self,
        database: Database,
        chain: Chain,
        replay: Replay,
        watermark: Watermark,
        surroundings: Surroundings,
    ) -> None:
        self._database, self._chain = database, chain
        self._replay, self._watermark = replay, watermark
        self._clock = surroundings.clock

    async def run(self) -> None:
        """All of it. Raises LedgerBroken, KeysMissing and SchemaTooNew, and holds nothing then."""
        try:
            await self._database.migrate()
            async with self._database.writing() as connection:
                restored = await self._level(connection)
            if restored:
                async with self._database.reading() as connection:
                    await self._watermark.set_to(connection)
        except BaseException as error:
            reason = next((said for kind, said in REASONS if isinstance(error, kind)), "other")
            log.critical("start failed", extra={"reason": reason, "error": type(error).__name__})
            await self._database.close()
            raise

    async def _level(self, connection: AsyncConnection) -> bool:
        """Whether a new epoch began."""
        if self._database.is_postgres:
            # Processes that start together after a restore begin one epoch, not one each.
            await connection.execute(sa.select(sa.func.pg_advisory_xact_lock(START_LOCK)))
        restored = await self._replay.run(connection)
        begun = await connection.run_sync(self._chain.begin, self._clock(), restored=restored)
        await audit.note_all(connection, begun)
        return restored
