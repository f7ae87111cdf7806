"""Coming in: with a code, with a password, with a refresh token; and going out."""

from datetime import timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.domain.rights import PARTICIPANT
from mia_companion.server import audit, calling, codes, staff, two_words
from mia_companion.server.access import Caller
from mia_companion.server.auditing.guesses import Guesses
from mia_companion.server.changes import Changes
from mia_companion.server.columns import Row
from mia_companion.server.database import Database
from mia_companion.server.devices import DeviceList
from mia_companion.server.invitation_table import invitations
from mia_companion.server.keys import KeyStore
from mia_companion.server.passwords import Passwords
from mia_companion.server.refusals import Refusal
from mia_companion.server.schema import accounts, sites
from mia_companion.server.surroundings import Surroundings
from mia_companion.server.tokens import Tokens
from mia_companion.wire import problems
from mia_companion.wire.accounts import Account, Device, Enrol, Enrolled, SignIn
from mia_companion.wire.accounts import Tokens as TokensAnswer
from mia_companion.wire.pairing import ToCompare

_SAME_ANSWER = timedelta(minutes=10)


class Accounts:
    """What `/v1/enrolments`, `/v1/sign-in`, `/v1/tokens` and their like do."""

    def __init__(
        self,
        database: Database,
        changes: Changes,
        *,
        devices: DeviceList,
        tokens: Tokens,
        passwords: Passwords,
        keys: KeyStore,
        guesses: Guesses,
        surroundings: Surroundings,
    ) -> None:
        self._database = database
        self._changes = changes
        self._devices = devices
        self._tokens = tokens
        self._passwords = passwords
        self._codes_key = keys.server_key("codes")
        self._clock = surroundings.clock
        self._randomness = surroundings.randomness
        self._guesses = guesses

    async def enrol(self, asked: Enrol, address: str) -> Enrolled:
        """A participant's device comes in with a code. Raises `code-wrong`, `-used`, `-expired`."""
        beginning = codes.normal(asked.code)[:3]
        async with self._guesses.trying(address, f"code/{beginning}") as trying:
            try:
                return await self._enrol(asked)
            except Refusal as refusal:
                trying.wrong = refusal.name == problems.CODE_WRONG
                raise

    async def _enrol(self, asked: Enrol) -> Enrolled:
        now = self._clock()
        mac = codes.mac_of(self._codes_key, asked.code)
        async with self._database.writing() as connection:
            chosen = sa.select(invitations).where(invitations.c.code_mac == mac)
            row = (await connection.execute(chosen.with_for_update())).first()
            if row is None or (account := await account_of(connection, row.participant)) is None:
                raise Refusal(problems.CODE_WRONG)
            if row.used_at is not None:
                if row.used_by == asked.device and now - row.used_at <= _SAME_ANSWER:
                    present = await self._devices.present(connection, account, asked.device, now)
                    if present is not None:
                        return _enrolled(present, two_words.words_again(row, now))
                raise Refusal(problems.CODE_USED)
            if row.expires_at <= now:
                raise Refusal(problems.CODE_EXPIRED)
            kept, told = two_words.words_for(row, self._randomness, now)
            await connection.execute(
                sa.update(invitations)
                .where(invitations.c.code_mac == mac)
                .values(used_at=now, used_by=asked.device, **kept)
            )
            await audit.note(connection, now, account.id, "enrolled", asked.device)
            return _enrolled(await self._devices.add(connection, account, asked.device, now), told)

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
            return await self._devices.add(connection, account, asked.device, now)

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

    async def refresh(self, token: str, idle_seconds: int | None = None) -> TokensAnswer:
        """The next pair. Raises `signed-out`, and `idle-too-long` for staff."""
        said = self._tokens.read_refresh(token)
        if said is None:
            raise Refusal(problems.SIGNED_OUT)
        now, touched = self._clock(), None
        async with self._changes.open() as change:
            after = await self._devices.rotate(change.connection, said, now)
            account = await account_of(change.connection, said.account)
            if after and account and account.role != PARTICIPANT:
                seconds = idle_seconds
                touched = await self._devices.touched(change.connection, after, seconds, now)
            change.access = after is None
        if after is None or account is None:
            raise Refusal(problems.SIGNED_OUT)
        return self._devices.answer(account, after, now, touched)

    async def check(self, token: str) -> Caller:
        """Who calls. Raises `signed-out`."""
        now = self._clock()
        said = self._devices.said_by(token, now)
        found = (await self._database.read(lambda c: calling.known(c, [said]))).get(said)
        if found is None:
            raise Refusal(problems.SIGNED_OUT)
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

    async def devices(self, caller: Caller) -> tuple[Device, ...]:
        """The caller's devices."""
        async with self._database.reading() as connection:
            return await self._devices.of(connection, caller)

    async def remove_device(self, account: str, device: str, by: str) -> bool:
        """End a device's access; False when it had none."""
        now = self._clock()
        async with self._changes.open() as change:
            change.access = await self._devices.remove(change.connection, account, device, now)
            if change.access:
                await audit.note(change.connection, now, by, "device-removed", device)
        return change.access


def _enrolled(tokens: TokensAnswer, told: ToCompare | None) -> Enrolled:
    return Enrolled(**dict(tokens), pairing=told)


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
