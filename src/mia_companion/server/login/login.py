"""Everything about how staff sign in, put together; what the routes call."""

import sqlalchemy as sa

from mia_companion.domain.rights import PARTICIPANT
from mia_companion.server import audit
from mia_companion.server.access import Caller
from mia_companion.server.attempts import Attempts
from mia_companion.server.auditing.guesses import Guesses
from mia_companion.server.changes import Changes
from mia_companion.server.database import Database
from mia_companion.server.devices import DeviceList
from mia_companion.server.keys import KeyStore
from mia_companion.server.ledger import Ledger
from mia_companion.server.login.fetching import Fetching
from mia_companion.server.login.freshness import check_fresh
from mia_companion.server.login.openid import OpenId
from mia_companion.server.login.passkeys import PasskeyCeremonies
from mia_companion.server.login.redeeming import Redeeming
from mia_companion.server.login.removing import remove
from mia_companion.server.login.settings import LoginSettings
from mia_companion.server.login.table import passkeys
from mia_companion.server.login.tickets import AGAIN, PASSKEY, SIGN_IN, Tickets
from mia_companion.server.passwords import Passwords
from mia_companion.server.refusals import Refusal
from mia_companion.server.schema import accounts
from mia_companion.server.surroundings import Surroundings
from mia_companion.wire import problems
from mia_companion.wire.accounts import Tokens
from mia_companion.wire.login import AskMine, AskTicket, Passkey, Redeem, ShowAgain, Ticket, Ways

_p = passkeys.c


class Login:
    """`provider` and `ceremonies` are None where they are not set up."""

    def __init__(
        self,
        settings: LoginSettings,
        database: Database,
        changes: Changes,
        *,
        devices: DeviceList,
        ledger: Ledger,
        passwords: Passwords,
        keys: KeyStore,
        guesses: Guesses,
        surroundings: Surroundings,
        fetching: Fetching | None = None,
    ) -> None:
        self.settings = settings
        self._database = database
        self._changes = changes
        self._devices = devices
        self._ledger = ledger
        self._passwords = passwords
        self._clock = surroundings.clock
        self.tickets = Tickets(database, keys, settings, surroundings)
        self.provider: OpenId | None = None
        if settings.provider is not None:
            self.provider = OpenId(
                settings,
                settings.provider,
                database=database,
                tickets=self.tickets,
                fetching=fetching or Fetching(),
                surroundings=surroundings,
            )
        self.ceremonies: PasskeyCeremonies | None = None
        if settings.passkeys:
            self.ceremonies = PasskeyCeremonies(
                settings, database=database, tickets=self.tickets, surroundings=surroundings
            )
        self._redeeming = Redeeming(changes, self.tickets, devices, surroundings)
        self._made = Attempts(surroundings.clock, burst=600, seconds=0.2)
        self._guesses = guesses

    def ways(self) -> Ways:
        """What is offered here."""
        named = self.settings.provider.name if self.settings.provider else ""
        return Ways(
            passwords=self.settings.passwords,
            passkeys=self.ceremonies is not None,
            provider=named,
            idle_minutes=int(self.settings.idle.total_seconds() // 60),
        )

    async def ticket(self, asked: AskTicket, address: str) -> Ticket:
        """For a device that wants in. Raises `not-found` where there is no door for it."""
        if self.ceremonies is None and self.provider is None:
            raise Refusal(problems.NOT_FOUND)
        self._made.check(address)
        self._made.failed(address)
        return await self.tickets.make(SIGN_IN, asked.device)

    async def mine(self, caller: Caller, asked: AskMine) -> Ticket:
        """For the caller. A passkey is added by those alone who have just shown who they are."""
        self._check_staff(caller)
        if self.ceremonies is None and (self.provider is None or asked.purpose == "passkey"):
            raise Refusal(problems.NOT_FOUND)
        if asked.purpose == "passkey":
            check_fresh(caller, self._clock())
        self._made.check(caller.account)
        self._made.failed(caller.account)
        purpose = PASSKEY if asked.purpose == "passkey" else AGAIN
        return await self.tickets.make(purpose, caller.device, caller.account)

    async def redeem(self, asked: Redeem, address: str) -> Tokens:
        """See `Redeeming`. Wrong digits count for the address, too."""
        async with self._guesses.trying(address, f"ticket/{asked.ticket}") as trying:
            try:
                return await self._redeeming.redeem(asked)
            except Refusal as refusal:
                trying.wrong = refusal.name == problems.DIGITS_WRONG
                raise

    async def again(self, caller: Caller, asked: ShowAgain, address: str) -> None:
        """By the caller's own password. Raises `password-wrong`, and `passwords-off`."""
        self._check_staff(caller)
        if not self.settings.passwords:
            raise Refusal(problems.PASSWORDS_OFF)
        chosen = sa.select(accounts.c.password_hash).where(accounts.c.id == caller.account)
        async with self._database.reading() as connection:
            kept = await connection.scalar(chosen)
        async with self._guesses.trying(address, f"password/{caller.account}") as trying:
            trying.wrong = not await self._passwords.matches(kept, asked.password)
        if trying.wrong:
            raise Refusal(problems.PASSWORD_WRONG)
        async with self._database.writing() as connection:
            await self._devices.shown(connection, caller.account, caller.device, self._clock())

    async def passkeys(self, caller: Caller) -> tuple[Passkey, ...]:
        """The caller's own."""
        self._check_staff(caller)
        chosen = sa.select(_p.id, _p.name, _p.made_at, _p.used_at).order_by(_p.made_at, _p.id)
        async with self._database.reading() as connection:
            rows = await connection.execute(chosen.where(_p.account == caller.account))
        return tuple(Passkey(id=id_, name=n, made_at=m, used_at=u) for id_, n, m, u in rows)

    async def remove_passkey(self, caller: Caller, passkey: str) -> None:
        """It opens nothing from now on. Raises `sign-in-again` and `not-found`."""
        self._check_staff(caller)
        now = self._clock()
        check_fresh(caller, now)
        async with self._changes.open() as change:
            await audit.note(change.connection, now, caller.account, "passkey-removed", passkey)
            if not await remove(change.connection, self._ledger, caller.account, passkey):
                raise Refusal(problems.NOT_FOUND)

    def _check_staff(self, caller: Caller) -> None:
        if caller.role == PARTICIPANT:
            raise Refusal(problems.FORBIDDEN)
