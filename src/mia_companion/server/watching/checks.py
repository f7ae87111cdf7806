"""What must be so for a process to take requests. Each says in a word what is not.

What only one kind of request needs is not among them: a key service that is away for a moment would
otherwise take every process from its proxy, and with them all that goes on without it.
"""

import asyncio
import os
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from mia_companion.server.database import Database
from mia_companion.server.keeping.key_service import ServiceAway
from mia_companion.server.keeping.opening import open_to_read
from mia_companion.server.keys import KeysMissing
from mia_companion.server.migrating import newest, version_of
from mia_companion.server.settings import Settings
from mia_companion.server.surroundings import Surroundings

DATABASE_AWAY, SCHEMA_BEHIND = "database-away", "schema-behind"
KEYS_NOT_READABLE, LEDGER_NOT_WRITABLE, DISK_FULL = (
    "keys-not-readable", "ledger-not-writable", "disk-full",
)  # fmt: skip

FULL_BELOW = 64 * 1024 * 1024
"""Bytes that must be free where the ledger and the data lie."""
_SECONDS = 2.0


def checks_of(
    settings: Settings, database: Database, around: Surroundings
) -> tuple[Callable[[], Awaitable[str]], ...]:
    """All of them, for one backend."""

    async def database_is_there() -> str:
        try:
            async with asyncio.timeout(_SECONDS):
                version = await database.read(version_of)
        except (SQLAlchemyError, OSError, TimeoutError):
            return DATABASE_AWAY
        # A later one is fine: whoever made it has checked that this program can go on.
        return "" if (version or "") >= newest() else SCHEMA_BEHIND

    async def rest() -> str:
        return await asyncio.to_thread(
            lambda: _keys(settings, around) or _ledger(settings.ledger_file) or _room(settings)
        )

    return database_is_there, rest


def _keys(settings: Settings, around: Surroundings) -> str:
    try:
        open_to_read(settings, around).server_key("ledger")
    except ServiceAway:
        return ""
    except (KeysMissing, OSError, ValueError):
        return KEYS_NOT_READABLE
    return ""


def _ledger(file: Path) -> str:
    """Whether a line could be written, without writing one."""
    try:
        if file.exists():
            os.close(os.open(file, os.O_WRONLY | os.O_APPEND))
        elif not os.access(file.parent, os.W_OK):
            return LEDGER_NOT_WRITABLE
    except OSError:
        return LEDGER_NOT_WRITABLE
    return ""


def _room(settings: Settings) -> str:
    free = [shutil.disk_usage(one).free for one in written_to(settings)]
    return DISK_FULL if free and min(free) < FULL_BELOW else ""


def written_to(settings: Settings) -> set[Path]:
    """The folders that there are, in which must be room."""
    places = (settings.data_dir, settings.ledger_file.parent, settings.keys)
    return {one for one in places if one.is_dir()}
