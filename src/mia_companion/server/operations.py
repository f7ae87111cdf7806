"""What the command line does: associations, sites, staff, who follows whom, and the grave things.

Each takes a started `Backend` and is durable when it returns. None of them is reachable by HTTP; what
an administrator does in the app is in `administration`.
"""

import sqlalchemy as sa

from mia_companion.domain.directory import CoordinatorListed, SiteNamed
from mia_companion.domain.rights import ADMINISTRATOR, COORDINATOR, DIRECTORY, FUNDER, SERVER
from mia_companion.server import audit, epochs, erasing, people, staff
from mia_companion.server.backend import Backend
from mia_companion.server.changes import Change
from mia_companion.server.directories import say_in_directory
from mia_companion.server.schema import associations, sites
from mia_companion.server.staff import NewStaff, Password


async def create_association(backend: Backend, name: str) -> str:
    """A coordination association; gives its id."""
    id_ = backend.surroundings.ids()
    async with backend.database.writing() as connection:
        await connection.execute(sa.insert(associations).values(id=id_, name=name))
    return id_


async def create_site(backend: Backend, association: str, name: str) -> str:
    """A site with its directory, which says its name; gives the site's id."""
    async with backend.changes.open() as change:
        return await make_site(backend, change, association, name)


async def make_site(backend: Backend, change: Change, association: str, name: str) -> str:
    """A site with its directory, in the open transaction."""
    ids = backend.surroundings.ids
    id_ = ids()
    await change.connection.execute(
        sa.insert(sites).values(id=id_, association=association, name=name)
    )
    await people.make_journal(change.connection, ids(), role=DIRECTORY, site=id_)
    await say_in_directory(backend, change, id_, SiteNamed(name=name))
    return id_


async def create_coordinator(
    backend: Backend, site: str, name: str, email: str, password: str, *, phone: str = ""
) -> str:
    """A coordinator who may sign in, listed in the site's directory; gives the account's id.

    Raises EmailTaken.
    """
    said = NewStaff(COORDINATOR, name, email, site=site, phone=phone)
    return await _make_staff(backend, said, password)


async def create_administrator(
    backend: Backend, association: str, name: str, email: str, password: str
) -> str:
    """Somebody who makes the association's sites and staff in the app; gives the account's id.

    Raises EmailTaken.
    """
    return await _make_staff(
        backend, NewStaff(ADMINISTRATOR, name, email, association=association), password
    )


async def create_funder(
    backend: Backend, association: str, name: str, email: str, password: str
) -> str:
    """Somebody who reads what the association publishes; gives the account's id. Raises EmailTaken."""
    return await _make_staff(
        backend, NewStaff(FUNDER, name, email, association=association), password
    )


async def _make_staff(backend: Backend, said: NewStaff, password: str) -> str:
    hashed = await backend.passwords.hash(password)
    async with backend.changes.open() as change:
        return await make_staff(backend, change, said, Password(hashed), by=SERVER)


async def make_staff(
    backend: Backend, change: Change, said: NewStaff, password: Password, *, by: str
) -> str:
    """Somebody who may sign in, a coordinator listed in the site's directory; gives the account's id.

    Raises EmailTaken, after which the transaction can only be given up.
    """
    id_, now = backend.surroundings.ids(), backend.surroundings.clock()
    await staff.insert(change.connection, id_, said, password, by=by, at=now)
    if said.site is not None:
        listed = CoordinatorListed(coordinator_id=id_, name=said.name, phone=said.phone)
        await say_in_directory(backend, change, said.site, listed)
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
        change.access = await people.unassign(
            change.connection, backend.ledger, participant, coordinator, now
        )
        if change.access:
            await audit.note(change.connection, now, coordinator, "unassigned", participant)
        return change.access


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
        await connection.run_sync(epochs.begin, backend.ledger, id_, now, late=True)
    async with backend.database.reading() as connection:
        await backend.watermark.set_to(connection)
    return id_
