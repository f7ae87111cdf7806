"""What each subcommand does with the settings of the environment, and what it says of it."""

import argparse
import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import NamedTuple

import sqlalchemy as sa

from mia_companion.domain.rights import SERVER
from mia_companion.server import audit
from mia_companion.server.backend import Backend
from mia_companion.server.keeping import age, backup, key_backup, key_restore
from mia_companion.server.keeping import drill as drilling
from mia_companion.server.keeping import restore as restoring
from mia_companion.server.keeping.key_folder import KeyFolder
from mia_companion.server.keeping.opening import open_to_read, service_of
from mia_companion.server.keeping.rotation import Rotation, Wanted
from mia_companion.server.keys import KeysMissing
from mia_companion.server.ledger import LedgerBroken
from mia_companion.server.running import running
from mia_companion.server.schema import ledger_lines
from mia_companion.server.settings import Settings
from mia_companion.server.surroundings import Surroundings
from mia_companion.server.watching.last_done import DATABASE, KEYS, note_done


class Told(NamedTuple):
    """What is said, and whether all is well."""

    lines: list[str]
    is_well: bool = True


Deed = Callable[[argparse.Namespace], Coroutine[None, None, Told]]


async def new_backup_key(said: argparse.Namespace) -> Told:
    """A key pair: the private half in the file, the public half told."""
    recipient = age.new_identity(said.file)
    return Told([recipient, f"The private key is in {said.file}. Take it away from this computer."])


async def back_up(said: argparse.Namespace) -> Told:
    """A backup of the database."""
    to = age.recipients_of(said.to)
    done = await backup.back_up(Settings.from_environment(), Surroundings(), said.file, to)
    rows = sum(done.rows.values())
    return await _noted(
        f"{said.file}: {rows} rows in {len(done.rows)} tables, {done.size} bytes.", DATABASE
    )


async def back_up_keys(said: argparse.Namespace) -> Told:
    """A backup of keys and ledger."""
    to = age.recipients_of(said.to)
    done = key_backup.back_up_keys(Settings.from_environment(), Surroundings(), said.file, to)
    return await _noted(
        f"{said.file}: {done.keys} keys. It is good until {done.good_until:%Y-%m-%d}.", KEYS
    )


async def _noted(line: str, what: str) -> Told:
    """Written down for figures and `admin doctor`."""
    settings, now = Settings.from_environment(), Surroundings().clock()
    if await note_done(settings.url, what, now):
        return Told([line])
    return Told([line, "That it was made could not be written into the database; it is whole."])


async def restore(said: argparse.Namespace) -> Told:
    """The database as a backup has it, and the first start on it."""
    settings, around = Settings.from_environment(), Surroundings()
    identities = age.identities_of(said.identity)
    keys = open_to_read(settings, around)
    done = await restoring.restore(
        settings, around, keys, said.file, identities, replace=said.replace
    )
    back = f"{sum(done.rows.values())} rows are back as they were at {done.manifest.taken_at}."
    try:
        async with (
            running(Backend(settings, around)) as backend,
            backend.database.reading() as connection,
        ):
            counted = sa.select(sa.func.count()).select_from(ledger_lines)
            lines = int(await connection.scalar(counted) or 0)
    except (KeysMissing, LedgerBroken) as error:
        why = f"But no server starts on them, so that nobody is answered: {error}."
        return Told(
            [back, why, "Put the keys and the ledger of this database in their place."], False
        )
    return Told(
        [
            back,
            f"{lines - done.rows['ledger_lines'] - 1} lines of the ledger were carried out after that.",
            "A new epoch has begun: devices bring back what the backup did not have.",
        ]
    )


async def restore_keys(said: argparse.Namespace) -> Told:
    """Keys, and what is longer of the ledger."""
    identities = age.identities_of(said.identity)
    done = key_restore.restore_keys(
        Settings.from_environment(), Surroundings(), said.file, identities, replace=said.replace
    )
    return Told(
        [
            f"{done.keys} keys are back, {done.destroyed} of them destroyed, as the ledger says.",
            f"The ledger has {done.lines} lines.",
        ]
    )


async def drill(said: argparse.Namespace) -> Told:
    """What would be there after a restore."""
    identities = age.identities_of(said.identity)
    settings, around = Settings.from_environment(), Surroundings()
    found = await drilling.drill(settings, around, said.file, identities)
    return Told(list(drilling.told(found)), not found.wrong)


async def rotate_keys(said: argparse.Namespace) -> Told:
    """Other keys from now on; goes on with what was cut off."""
    settings, around = Settings.from_environment(), Surroundings()
    parts = said.only or ["wrapping", "journals", "servers"]
    wanted = replace(Wanted(False, False, False, said.end_old), **dict.fromkeys(parts, True))
    async with running(Backend(settings, around)) as backend:
        files = KeyFolder(settings.keys, service_of(settings, around), around)
        done = await asyncio.to_thread(Rotation(files, around).run, wanted)
        async with backend.changes.open() as change:
            version = files.service.current()
            await audit.note(change.connection, around.clock(), SERVER, "keys-rotated", version)
    went_on = "It went on with what was cut off before. " if done.went_on else ""
    return Told(
        [
            f"{went_on}{done.wrapped} keys were wrapped anew.",
            f"{done.journals} journals and {done.servers} of the server's keys have another version.",
            "Back the keys up now: no earlier backup of them opens what is written from here on.",
        ]
    )
