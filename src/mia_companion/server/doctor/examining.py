"""Looks at everything in turn. What cannot be looked at is a finding, too, and stops nothing else."""

import argparse
import asyncio
import os
from collections.abc import AsyncIterator, Mapping
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.environment.said import BadSetting
from mia_companion.server.database import Database
from mia_companion.server.doctor import database, keys_and_ledger
from mia_companion.server.doctor.finding import Finding, Grave, broken
from mia_companion.server.doctor.installed import installed
from mia_companion.server.doctor.places import places
from mia_companion.server.doctor.said import together, unread
from mia_companion.server.doctor.ways_out import ways_out
from mia_companion.server.keeping.key_service import ServiceAway
from mia_companion.server.keeping.opening import open_to_read
from mia_companion.server.keys import KeysMissing, KeyStore
from mia_companion.server.settings import Settings
from mia_companion.server.surroundings import Surroundings
from mia_companion.server.watching.last_done import is_missing

_SECONDS = 10.0


async def examine(
    environment: Mapping[str, str], around: Surroundings, *, network: bool = True
) -> AsyncIterator[Finding]:
    """Everything, in an order in which what comes first explains what comes after. Changes nothing."""
    for one in (*unread(environment), *installed()):
        yield one
    try:
        settings = Settings.from_environment(environment)
    except BadSetting as wrong:
        yield broken(
            str(wrong), "Nothing was started, and nothing changed.", "See docs/settings.md."
        )
        return
    for one in (*together(settings), *places(settings)):
        yield one
    async for one in _database(settings, around):
        yield one
    if network:
        async for one in ways_out(settings, around):
            yield one


async def _database(settings: Settings, around: Surroundings) -> AsyncIterator[Finding]:
    if await asyncio.to_thread(is_missing, settings.url):
        yield broken(
            "The database's file is not there.",
            "If people have been in it, this is another folder.",
            "See MIA_DATA_DIR, or start the server, which makes a new one.",
        )
        return
    there = Database(settings.url)
    try:
        async with asyncio.timeout(_SECONDS), there.reading() as connection:
            async for one in _inside(connection, settings, around):
                yield one
    except (SQLAlchemyError, OSError, TimeoutError) as error:
        yield broken(
            f"The database does not answer ({type(error).__name__}).",
            "What was acknowledged is in it; phones keep what they cannot send.",
            "See that it runs, that MIA_DATABASE_URL is its address, and that the account may come in.",
        )
    finally:
        await there.close()


async def _inside(
    connection: AsyncConnection, settings: Settings, around: Surroundings
) -> AsyncIterator[Finding]:
    now, store = around.clock(), open_to_read(settings, around)
    yield await database.engine(connection)
    about, is_known = await database.schema(connection)
    yield about
    if not is_known:
        return
    yield await database.clock(connection, now)
    yield await keys_and_ledger.keys(connection, store, around)
    if (key := _key(store, "ledger")) is not None:
        async for one in keys_and_ledger.ledger(connection, settings, key, around):
            yield one
    if (key := _key(store, "audit")) is not None:
        yield await keys_and_ledger.newest_audit_line(connection, settings, key)
    for one in await database.done(connection, now):
        yield one
    yield await database.reminders(connection, now)


def _key(store: KeyStore, name: str) -> bytes | None:
    """None where it cannot be read, which `keys` has told of."""
    try:
        return store.server_key(name)
    except (KeysMissing, ServiceAway, OSError, ValueError):
        return None


def add_to(deeds: Any) -> None:
    """`doctor` among the deeds of `admin`."""
    made = deeds.add_parser("doctor", help="what is wrong with this server, in plain words")
    made.add_argument(
        "--no-network", action="store_true", help="leave out mail, SMS and the provider"
    )
    made.set_defaults(run=_run)


def _run(said: argparse.Namespace) -> int:
    return asyncio.run(_told(not said.no_network))


async def _told(network: bool) -> int:
    worst = Grave.FINE
    async for one in examine(os.environ, Surroundings(), network=network):
        print(one, flush=True)  # noqa: T201
        worst = max(worst, one.grave)
    return int(worst)
