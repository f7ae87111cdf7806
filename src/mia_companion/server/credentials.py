"""Staff choose a password of their own.

given by an administrator ──signs in──▶ for ten minutes more ──chooses one──▶ one's own, for good
        ▲                                                                       │
        └──────────────────────── an administrator gives a new one ◀────────────┘
"""

import sqlalchemy as sa

from mia_companion.server import audit
from mia_companion.server.access import Caller
from mia_companion.server.accounts import account_of
from mia_companion.server.auditing.guesses import Guesses
from mia_companion.server.changes import Changes
from mia_companion.server.database import Database
from mia_companion.server.devices import DeviceList
from mia_companion.server.login.guessable import guessable
from mia_companion.server.passwords import Passwords
from mia_companion.server.refusals import Refusal
from mia_companion.server.schema import accounts
from mia_companion.server.surroundings import Surroundings
from mia_companion.wire import problems
from mia_companion.wire.accounts import ChangePassword, Tokens


class Credentials:
    """What `POST /v1/password` does."""

    def __init__(
        self,
        database: Database,
        changes: Changes,
        *,
        devices: DeviceList,
        passwords: Passwords,
        guesses: Guesses,
        surroundings: Surroundings,
    ) -> None:
        self._database = database
        self._changes = changes
        self._devices = devices
        self._passwords = passwords
        self._clock = surroundings.clock
        self._guesses = guesses

    async def change(self, caller: Caller, asked: ChangePassword, address: str) -> Tokens:
        """The new password from now on; every other device of the account is signed out.

        Harmless when repeated: the new password may be the present one already. Raises
        `password-wrong`, `password-easy`, and `forbidden` for participants, who have none.
        """
        mine = accounts.c.id == caller.account
        columns = sa.select(
            accounts.c.password_hash,
            accounts.c.password_until,
            accounts.c.display_name,
            accounts.c.email,
        )
        async with self._database.reading() as connection:
            kept, until, name, email = (await connection.execute(columns.where(mine))).one()
        if kept is None:
            raise Refusal(problems.FORBIDDEN)
        if asked.new == asked.old:
            raise Refusal(problems.MALFORMED, "the new password is the old one")
        if guessable(asked.new, (name or "", email or "")):
            raise Refusal(problems.PASSWORD_EASY)
        async with self._guesses.trying(address, f"password/{caller.account}") as trying:
            right = await self._passwords.matches(kept, asked.old)
            before = until is None and not right and await self._passwords.matches(kept, asked.new)
            trying.wrong = not right and not before
        if trying.wrong:
            raise Refusal(problems.PASSWORD_WRONG)
        hashed = await self._passwords.hash(asked.new)
        now = self._clock()
        async with self._changes.open() as change:
            connection = change.connection
            still = sa.update(accounts).where(mine, accounts.c.password_hash == kept)
            done = await connection.execute(still.values(password_hash=hashed, password_until=None))
            account = await account_of(connection, caller.account)
            if done.rowcount == 0 or account is None:  # reset, or ended, in this very moment
                raise Refusal(problems.PASSWORD_WRONG)
            answer = await self._devices.present(connection, account, caller.device, now)
            if answer is None:
                raise Refusal(problems.SIGNED_OUT)
            await audit.note(connection, now, caller.account, "password-chosen", caller.account)
            await self._devices.remove_all(connection, caller.account, now, but=caller.device)
            change.access = True
        return answer
