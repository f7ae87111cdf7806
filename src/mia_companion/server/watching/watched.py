"""What of one backend is watched: whether it is ready, and its figures."""

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from mia_companion.server.database import Database
from mia_companion.server.live import Hub
from mia_companion.server.reminders.tables import WAITS, sendings
from mia_companion.server.reminders.worker import Reminders
from mia_companion.server.settings import Settings
from mia_companion.server.surroundings import Surroundings
from mia_companion.server.watching.checks import checks_of
from mia_companion.server.watching.figures import Figures, in_tens
from mia_companion.server.watching.last_done import AUDIT, when_done
from mia_companion.server.watching.readiness import Readiness


class Watched:
    """`readiness` and `figures` of a backend."""

    def __init__(
        self,
        settings: Settings,
        database: Database,
        hub: Hub,
        reminders: Reminders,
        around: Surroundings,
    ) -> None:
        self._database, self._clock = database, around.clock
        self.readiness = Readiness(checks_of(settings, database, around))
        self.figures = figures = Figures()
        self._waiting, self._overdue = 0, 0.0
        figures.reminders = reminders.counted
        figures.connections = database.connections
        figures.looks.append(self._look)
        figures.gauges = {
            "mia_live_lines": lambda: in_tens(len(hub.subscriptions)),
            "mia_ready": lambda: float(self._ready),
            "mia_reminders_waiting": lambda: in_tens(self._waiting),
            "mia_reminders_overdue_seconds": lambda: self._overdue,
        }
        self._ready = False

    async def _look(self) -> None:
        """Asks the database what only it knows. Where it is away, what it said last is told again."""
        self._ready = await self.readiness.is_ready()
        if not self._ready:
            return
        now = self._clock()
        try:
            async with self._database.reading() as connection:
                waits = sa.select(sa.func.count(), sa.func.min(sendings.c.due_at)).where(
                    sendings.c.state == WAITS, sendings.c.due_at <= now
                )
                count, oldest = (await connection.execute(waits)).one()
                done = await when_done(connection)
        except (SQLAlchemyError, OSError):
            return
        self._waiting = int(count)
        self._overdue = (now - oldest).total_seconds() if oldest else 0.0
        self.figures.backups = {what: at.timestamp() for what, at in done.items() if what != AUDIT}
