"""Coming in with a password or a refresh token, and going out."""

from datetime import timedelta
from functools import partial

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.domain.rights import PARTICIPANT
from mia_companion.server import audit, calling, staff
from mia_companion.server.access import Caller
from mia_companion.server.auditing.guesses import Guesses
from mia_companion.server.changes import Changes
from mia_companion.server.columns import Row
from mia_companion.server.database import Database
from mia_companion.server.devices import DeviceList
from mia_companion.server.enrolment.device_keys import Offered
from mia_companion.server.passwords import Passwords
from mia_companion.server.refusals import Refusal
from mia_companion.server.schema import accounts, sites
from mia_companion.server.surroundings import Surroundings
from mia_companion.server.tokens import Tokens
from mia_companion.wire import problems
from mia_companion.wire.accounts import Account, Refresh, SignIn
from mia_companion.wire.accounts import Tokens as TokensAnswer

_SAME_ANSWER = timedelta(minutes=10)


class Accounts:
    """What `/v1/sign-in`, `/v1/tokens` and their like do."""

    def __init__(
        self,
        database: Database,
        changes: Changes,
        *,
        devices: DeviceList,
        tokens: Tokens,
        passwords: Passwords,
        guesses: Guesses,
        surroundings: Surroundings,
    ) -> None:
        self._database = database
        self._changes = changes
        self._devices = devices
        self._tokens = tokens
        self._passwords = passwords
        self._clock = surroundings.clock
        self._guesses = guesses

    async def sign_in(self, asked: SignIn, address: str) -> TokensAnswer:
        """A device of staff comes in with a password. Raises `sign-in-wrong`, `password-expired`."""
        email = asked.email.strip().casefold()
        async with self._guesses.trying(address, f"email/{email}") as trying:
            row = await self._who(email, asked.password)
            trying.wrong = row is None
        if row is None:
            raise Refusal(problems.SIGN_IN_WRONG)
        now, until = self._clock(), row.password_until
        if until is not None and until <= now:
            raise Refusal(problems.PASSWORD_EXPIRED)
        async with self._database.writing() as connection:
            account = await account_of(connection, str(row.id))
            if account is None:
                raise Refusal(problems.SIGN_IN_WRONG)
            if until is not None:
                ends = min(until, now + _SAME_ANSWER)
                await staff.spend(connection, account.id, until, ends)
            await audit.note(connection, now, account.id, "signed-in", asked.device)
            offered = Offered(key=asked.key, sort=asked.sort)
            return await self._devices.add(connection, account, asked.device, now, offered=offered)

    async def _who(self, email: str, password: str) -> Row | None:
        """Whose the address and the password are. As slow for nobody's address."""
        if not email.isprintable():
            return None
        chosen = sa.select(accounts.c.id, accounts.c.password_hash, accounts.c.password_until)
        chosen = chosen.where(accounts.c.email == email, accounts.c.ended_at.is_(None))
        async with self._database.reading() as connection:
            row = (await connection.execute(chosen)).first()
        matches = await self._passwords.matches(row and row.password_hash, password)
        return row if matches else None

    async def refresh(self, asked: Refresh) -> TokensAnswer:
        """The next pair. Raises `signed-out`, and `idle-too-long` for staff."""
        said = self._tokens.read_refresh(asked.refresh)
        if said is None:
            raise Refusal(problems.SIGNED_OUT)
        now, touched, refusal = self._clock(), None, Refusal(problems.SIGNED_OUT)
        async with self._changes.open() as change:
            after = await self._devices.rotate(change.connection, said, asked, now)
            account = await account_of(change.connection, said.account)
            if after is None or account is None:
                refusal = await self._devices.refusal(change.connection, said, asked)
                change.access = True
            elif account.role != PARTICIPANT:
                seconds = asked.idle_seconds
                touched = await self._devices.touched(change.connection, after, seconds, now)
        if after is None or account is None:
            raise refusal
        return self._devices.answer(account, after, now, touched)

    async def check(self, token: str, *, waiting: bool = False) -> Caller:
        """Who calls. Raises `signed-out`, and `words-first` unless the caller may be `waiting` for them."""
        now = self._clock()
        said = self._devices.said_by(token, now)
        read = partial(calling.known, said=[said], waiting=True)
        found = (await self._database.read(read)).get(said)
        if found is None:
            raise Refusal(problems.SIGNED_OUT)
        if found.waits and not waiting:
            raise Refusal(problems.WORDS_FIRST)
        if found.is_first_use:
            await self._database.write(lambda c: self._devices.note_use(c, said, now))
        return found.caller

    async def me(self, caller: Caller) -> Account:
        """The caller's account."""
        async with self._database.reading() as connection:
            account = await account_of(connection, caller.account)
        if account is None:
            raise Refusal(problems.SIGNED_OUT)
        return account

    async def remove_device(self, account: str, device: str, by: str) -> bool:
        """End a device's access; False when it had none. It is not told to forget: whoever keeps the server
        says nothing for the person."""
        now = self._clock()
        async with self._changes.open() as change:
            change.access = await self._devices.remove(change.connection, account, device, now)
            if change.access:
                await audit.note(change.connection, now, by, "device-removed", device)
        return change.access


async def account_of(connection: AsyncConnection, id_: str) -> Account | None:
    """The account, as its owner is told of it; None when there is none, or it has ended."""
    found = await connection.execute(
        sa.select(
            accounts.c.id, accounts.c.role, accounts.c.site, accounts.c.display_name,
            sa.func.coalesce(accounts.c.association, sites.c.association).label("association"),
            accounts.c.password_until.is_not(None).label("given"),
        )
        .outerjoin(sites, sites.c.id == accounts.c.site)
        .where(accounts.c.id == id_, accounts.c.ended_at.is_(None))
    )  # fmt: skip
    row = found.first()
    if row is None:
        return None
    return Account(
        id=row.id,
        role=row.role,
        site=row.site or "",
        association=row.association,
        name=row.display_name or "",
        password_given=row.given,
    )
