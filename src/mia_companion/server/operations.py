"""What an administrator does: associations, sites, coordinators, who follows whom, and the grave things.

Each takes a started `Backend` and is durable when it returns. None of them is reachable by HTTP.
"""

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from mia_companion.domain.directory import CoordinatorListed, SiteNamed
from mia_companion.domain.rights import COORDINATOR, DIRECTORY, SERVER
from mia_companion.server import audit, epochs, erasing, people
from mia_companion.server.backend import Backend
from mia_companion.server.schema import accounts, associations, sites


class EmailTaken(Exception):
    """Another account signs in with that address."""


async def create_association(backend: Backend, name: str) -> str:
    """A coordination association; gives its id."""
    id_ = backend.surroundings.ids()
    async with backend.database.writing() as connection:
        await connection.execute(sa.insert(associations).values(id=id_, name=name))
    return id_


async def create_site(backend: Backend, association: str, name: str) -> str:
    """A site with its directory, which says its name; gives the site's id."""
    ids = backend.surroundings.ids
    id_ = ids()
    async with backend.changes.open() as change:
        await change.connection.execute(
            sa.insert(sites).values(id=id_, association=association, name=name)
        )
        directory = ids()
        await people.make_journal(change.connection, directory, role=DIRECTORY, site=id_)
        await backend.speaker.say(change, directory, SiteNamed(name=name))
    return id_


async def create_coordinator(
    backend: Backend, site: str, name: str, email: str, password: str, *, phone: str = ""
) -> str:
    """A coordinator who may sign in, listed in the site's directory; gives the account's id.

    Raises EmailTaken.
    """
    id_ = backend.surroundings.ids()
    now = backend.surroundings.clock()
    hashed = await backend.passwords.hash(password)
    listed = CoordinatorListed(coordinator_id=id_, name=name, phone=phone)
    try:
        async with backend.changes.open() as change:
            await change.connection.execute(
                sa.insert(accounts).values(
                    id=id_, role=COORDINATOR, site=site, email=email.strip().casefold(),
                    password_hash=hashed, display_name=name, made_at=now,
                )
            )  # fmt: skip
            await audit.note(change.connection, now, SERVER, "coordinator-made", id_)
            directory = await people.directory_of(change.connection, site)
            await backend.speaker.say(change, directory, listed)
    except IntegrityError as error:
        raise EmailTaken(email) from error
    return id_


async def assign(backend: Backend, participant: str, coordinator: str) -> None:
    """The coordinator follows the participant from now on."""
    ids, now = backend.surroundings.ids, backend.surroundings.clock()
    async with backend.changes.open() as change:
        change.access = True
        await audit.note(change.connection, now, coordinator, "assigned", participant)
        await people.assign(
            change.connection,
            backend.ledger,
            [ids(), ids()],
            participant=participant,
            coordinator=coordinator,
            at=now,
        )


async def unassign(backend: Backend, participant: str, coordinator: str) -> bool:
    """The coordinator follows the participant no longer, from the next request on."""
    now = backend.surroundings.clock()
    async with backend.changes.open() as change:
        change.access = True
        await audit.note(change.connection, now, coordinator, "unassigned", participant)
        return await people.unassign(
            change.connection, backend.ledger, participant, coordinator, now
        )


async def hand_over(backend: Backend, participant: str, old: str, new: str) -> None:
    """The new coordinator takes over at the moment when the old one ends. Raises Refusal."""
    await backend.handovers.in_place_of(participant, old, new)


async def erase_participant(backend: Backend, participant: str) -> bool:
    """Erase everything about a participant, in the backups too, for good; False when there is nobody."""
    now = backend.surroundings.clock()
    async with backend.changes.open() as change:
        facts = await erasing.erase(change.connection, backend.ledger, participant, now)
        if facts is None:
            return False
        change.access = True
        await audit.note(change.connection, now, SERVER, "erased", participant)
    await erasing.destroy_keys(backend.keys, facts)
    return True


async def remove_device(backend: Backend, account: str, device: str) -> bool:
    """End a device's access from its next request on."""
    return await backend.accounts.remove_device(account, device, by=SERVER)


async def begin_epoch(backend: Backend) -> str:
    """Say that the database was restored from a backup, where the server did not see it by itself."""
    id_, now = backend.surroundings.ids(), backend.surroundings.clock()
    async with backend.database.writing() as connection:
        await epochs.begin(connection, backend.ledger, id_, now)
    async with backend.database.reading() as connection:
        await backend.watermark.set_to(connection)
    return id_
