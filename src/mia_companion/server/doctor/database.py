"""The database: is it there, which version is it, what time does it have, and what waits in it."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.server.doctor.finding import Finding, broken, fine, look
from mia_companion.server.migrating import newest, version_of
from mia_companion.server.reminders.tables import WAITS, sendings
from mia_companion.server.schema import entries
from mia_companion.server.watching.last_done import AUDIT, DATABASE, KEYS, when_done

_OLDEST_POSTGRES = 150_000
_OLDEST_SQLITE = (3, 40)
_CLOCK = timedelta(seconds=2)
_AHEAD = timedelta(minutes=2)
_OVERDUE = timedelta(minutes=15)
_DONE = {
    DATABASE: ("The database was", "backed up", timedelta(hours=26), "backup"),
    KEYS: ("Keys and ledger were", "backed up", timedelta(days=8), "backup-keys"),
    AUDIT: ("The audit was", "verified", timedelta(days=2), "audit verify"),
}


async def engine(connection: AsyncConnection) -> Finding:
    """Which database answers."""
    if connection.dialect.name == "postgresql":
        number = int(await connection.scalar(sa.text("SHOW server_version_num")) or 0)
        name, is_old = f"PostgreSQL {number // 10_000}", number < _OLDEST_POSTGRES
    else:
        said = str(await connection.scalar(sa.text("SELECT sqlite_version()")))
        is_old = tuple(int(part) for part in said.split(".")[:2]) < _OLDEST_SQLITE
        name = f"SQLite {said}"
    if is_old:
        return look(
            f"{name} answers, which is older than what is tested.",
            "Nothing is lost.",
            "Upgrade it.",
        )
    return fine(f"{name} answers.")


async def schema(connection: AsyncConnection) -> tuple[Finding, bool]:
    """Whether the tables are those of this program; and whether there are any to look into."""
    there = await connection.run_sync(version_of)
    if there is None:
        nobody = look(
            "The database is empty: no server has started on it.",
            "If you expected people in it, this is another database.",
            "See MIA_DATABASE_URL and MIA_DATA_DIR, or start the server.",
        )
        return nobody, False
    if there < newest():
        behind = look(
            f"The database is at version {there}, this program at {newest()}.",
            "Servers of the version before go on meanwhile.",
            "Start a server of this version: it brings the database up to date.",
        )
        return behind, False
    if there > newest():
        ahead = look(
            f"The database is at version {there}, this program only at {newest()}.",
            "It goes on, if its servers start.",
            "Upgrade this installation, too.",
        )
        return ahead, True
    return fine(f"The database is at version {there}, as this program is."), True


async def clock(connection: AsyncConnection, now: datetime) -> Finding:
    """Whether both have the same time, and whether ours goes back."""
    newest_entry = await connection.scalar(sa.select(sa.func.max(entries.c.received_at)))
    if newest_entry and newest_entry - now > _AHEAD:
        return broken(
            "This computer's clock is behind what it has written down before.",
            "The order of what people wrote does not go by it; tokens and reminders do.",
            "Set it by the network (NTP).",
        )
    if connection.dialect.name == "postgresql":
        asked = await connection.execute(sa.select(sa.func.clock_timestamp()))
        differs = abs(asked.scalar_one() - now)
        if differs > _CLOCK:
            return look(
                f"The database's clock differs by {differs.total_seconds():.0f} seconds.",
                "The order of what people wrote does not go by it; reminders may be late.",
                "Set both by the network (NTP).",
            )
    return fine("The clock agrees with the database.")


async def done(connection: AsyncConnection, now: datetime) -> Iterator[Finding]:
    """How old the backups are, and the audit's verification."""
    last = await when_done(connection)
    return iter([_done(what, last.get(what), now) for what in _DONE])


def _done(what: str, at: datetime | None, now: datetime) -> Finding:
    were, deed, longest, command = _DONE[what]
    command = f"mia-companion admin {command}"
    if at is None:
        never = f"{were} never {deed} by `{command}`, as far as the database knows."
        return look(never, "Another tool may have.", "See that it is run regularly.")
    said = f"{were} last {deed} at {at:%Y-%m-%d %H:%M} UTC"
    if now - at > longest:
        return look(
            f"{said}.", "Nothing is wrong with it.", f"Run `{command}`; find out why nothing did."
        )
    return fine(f"{said}.")


async def reminders(connection: AsyncConnection, now: datetime) -> Finding:
    """Whether some have been waiting for long."""
    waits = (sendings.c.state == WAITS, sendings.c.due_at <= now - _OVERDUE)
    oldest = await connection.scalar(sa.select(sa.func.min(sendings.c.due_at)).where(*waits))
    if oldest is None:
        return fine("No reminder has been waiting for long.")
    return look(
        f"Reminders have been waiting since {oldest:%Y-%m-%d %H:%M} UTC.",
        "They are sent when it works again, unless they are too late to help.",
        "See the lines about mail and SMS here, and `mail not sent` in the log.",
    )
