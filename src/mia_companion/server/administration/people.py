"""An association's staff: added, called something else, given a new password."""

import sqlalchemy as sa

from mia_companion.domain.directory import CoordinatorListed
from mia_companion.domain.rights import COORDINATOR
from mia_companion.server import audit, given_passwords, operations
from mia_companion.server.access import Caller
from mia_companion.server.administration.borders import (
    administering,
    check_administrator,
    check_site,
    member,
)
from mia_companion.server.backend import Backend
from mia_companion.server.directories import say_in_directory
from mia_companion.server.login.removing import remove
from mia_companion.server.refusals import Refusal
from mia_companion.server.schema import accounts
from mia_companion.server.staff import EmailTaken, NewStaff, Password
from mia_companion.wire import problems
from mia_companion.wire.administration import AddStaff, ChangeStaff, GivenPassword
from mia_companion.wire.login import LoginLink


async def add(backend: Backend, caller: Caller, asked: AddStaff) -> GivenPassword:
    """Somebody new, with the password for their first time.

    Raises `email-taken`; `not-found` for a coordinator's site that is not the association's, and
    `malformed` for a site or a phone of somebody who has none.
    """
    coordinates = asked.role == COORDINATOR
    check_administrator(caller)
    if not coordinates and (asked.site or asked.phone):
        raise Refusal(problems.MALFORMED, "only a coordinator has a site and a phone")
    backend.probing.check(caller.account)
    said = NewStaff(
        asked.role,
        asked.name,
        asked.email,
        site=asked.site if coordinates else None,
        association=None if coordinates else caller.association,
        phone=asked.phone,
    )
    plain, password = await _given(backend)
    try:
        async with administering(backend, caller) as change:
            if coordinates:
                await check_site(change.connection, caller, asked.site)
            account = await operations.make_staff(
                backend, change, said, password, by=caller.account
            )
    except EmailTaken:
        backend.probing.failed(caller.account)
        raise Refusal(problems.EMAIL_TAKEN) from None
    return _answer(account, plain, password)


async def change(backend: Backend, caller: Caller, account: str, asked: ChangeStaff) -> None:
    """What they are called from now on, and where a coordinator is reached. Raises `not-found`."""
    async with administering(backend, caller, grave=False) as change:
        connection = change.connection
        who = await member(connection, caller, account)
        mine = accounts.c.id == who.id
        await connection.execute(sa.update(accounts).where(mine).values(display_name=asked.name))
        if who.role == COORDINATOR:
            listed = CoordinatorListed(coordinator_id=who.id, name=asked.name, phone=asked.phone)
            await say_in_directory(backend, change, who.site, listed)
        now = backend.surroundings.clock()
        await audit.note(connection, now, caller.account, f"{who.role}-renamed", who.id)


async def reset_password(backend: Backend, caller: Caller, account: str) -> GivenPassword:
    """A password for one time; the present one, and every device, end at once. Raises `not-found`."""
    check_administrator(caller)
    plain, password = await _given(backend)
    async with administering(backend, caller) as change:
        connection, now = change.connection, backend.surroundings.clock()
        who = await member(connection, caller, account)
        values = {"password_hash": password.hashed, "password_until": password.until}
        await connection.execute(sa.update(accounts).where(accounts.c.id == who.id).values(values))
        await audit.note(connection, now, caller.account, "password-reset", who.id)
        # A passkey that somebody else had added would be a way in that stays.
        await remove(connection, backend.ledger, who.id)
        await backend.devices.remove_all(connection, who.id, now)
        change.access = True
    return _answer(who.id, plain, password)


async def make_login_link(backend: Backend, caller: Caller, account: str) -> LoginLink:
    """A link by which the provider's name for somebody means that account, from when they follow it.

    Their earlier links are over. Raises `not-found`, also where no provider is set up.
    """
    check_administrator(caller)
    if backend.login.provider is None:
        raise Refusal(problems.NOT_FOUND)
    async with administering(backend, caller) as change:
        connection, now = change.connection, backend.surroundings.clock()
        who = await member(connection, caller, account)
        await audit.note(connection, now, caller.account, "login-link-made", who.id)
        return await backend.login.tickets.link(connection, who.id)


async def _given(backend: Backend) -> tuple[str, Password]:
    plain = given_passwords.make(backend.surroundings.randomness)
    until = backend.surroundings.clock() + given_passwords.LIFE
    return plain, Password(await backend.passwords.hash(plain), until)


def _answer(account: str, plain: str, password: Password) -> GivenPassword:
    assert password.until is not None  # noqa: S101
    return GivenPassword(account=account, password=plain, until=password.until)
