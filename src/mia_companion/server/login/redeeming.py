"""The ticket and the digits, written in the app, and what they are worth.

signed ──right digits──▶ used ──again, within the ticket's time──▶ the same answer
   └────wrong digits, five times──▶ over
"""

import json

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection
from webauthn.helpers import base64url_to_bytes

from mia_companion.server import audit
from mia_companion.server.accounts import account_of
from mia_companion.server.changes import Changes
from mia_companion.server.columns import Row
from mia_companion.server.devices import DeviceList
from mia_companion.server.enrolment.device_keys import Offered
from mia_companion.server.login.passkeys import MOST
from mia_companion.server.login.table import passkeys, tickets
from mia_companion.server.login.tickets import LINK, PASSKEY, SIGN_IN, Tickets
from mia_companion.server.macs import same
from mia_companion.server.refusals import Refusal
from mia_companion.server.surroundings import Surroundings
from mia_companion.wire import problems
from mia_companion.wire.accounts import Account, Tokens
from mia_companion.wire.login import Redeem


class Redeeming:
    """What `POST /v1/login/redemptions` does."""

    def __init__(
        self, changes: Changes, tickets: Tickets, devices: DeviceList, surroundings: Surroundings
    ) -> None:
        self._changes = changes
        self._tickets = tickets
        self._devices = devices
        self._around = surroundings

    async def redeem(self, asked: Redeem) -> Tokens:
        """What the ticket was for. Raises `login-over`, `login-waits` and `digits-wrong`."""
        try:
            async with self._changes.open() as change:
                answer = await self._redeem(change.connection, asked)
                # A device that comes in anew, under another family: what listened with the old one ends.
                change.access = isinstance(answer, Tokens)
        except IntegrityError:  # that passkey is there already
            raise Refusal(problems.LOGIN_OVER) from None
        if isinstance(answer, str):  # after the commit: a wrong try counts
            raise Refusal(answer)
        return answer

    async def _redeem(self, connection: AsyncConnection, asked: Redeem) -> Tokens | str:
        row = await self._tickets.redeemable(connection, asked.ticket)
        if row is None or row.device != asked.device or row.purpose == LINK:
            return problems.LOGIN_OVER
        if row.signed_by is None:
            return problems.LOGIN_WAITS
        mine = tickets.c.door_mac == row.door_mac
        if not same(self._tickets.digits(row).encode(), asked.digits.encode()):
            wrong = {"tries": tickets.c.tries + 1}
            await connection.execute(sa.update(tickets).where(mine).values(wrong))
            return problems.DIGITS_WRONG
        account = await account_of(connection, row.signed_by)
        if account is None:
            return problems.LOGIN_OVER
        now = self._around.clock()
        if row.used_at is not None:
            key = asked.key if row.purpose == SIGN_IN else None
            again = await self._devices.present(connection, account, asked.device, now, key=key)
            return again or problems.LOGIN_OVER
        await connection.execute(sa.update(tickets).where(mine).values(used_at=now))
        return await self._carry_out(connection, row, account, asked) or problems.LOGIN_OVER

    async def _carry_out(
        self, connection: AsyncConnection, row: Row, account: Account, asked: Redeem
    ) -> Tokens | None:
        now, device = self._around.clock(), row.device
        if row.purpose == SIGN_IN:
            await audit.note(connection, now, account.id, "signed-in", device)
            offered = Offered(key=asked.key, sort=asked.sort)
            await self._devices.add(connection, account, device, now, offered=offered)
        elif row.purpose == PASSKEY:
            if not await self._keep(connection, row, account):
                return None
            await audit.note(connection, now, account.id, "passkey-added", account.id)
        if row.purpose != PASSKEY:  # it was shown when it was, however long the digits lay about
            await self._devices.shown(connection, account.id, device, now, row.signed_at)
        return await self._devices.present(connection, account, device, now)

    async def _keep(self, connection: AsyncConnection, row: Row, account: Account) -> bool:
        of = passkeys.c.account == account.id
        count = await connection.scalar(sa.select(sa.func.count()).select_from(passkeys).where(of))
        if int(count or 0) >= MOST:
            return False
        said = json.loads(row.pending)
        await connection.execute(
            sa.insert(passkeys).values(
                id=self._around.ids(),
                account=account.id,
                credential=base64url_to_bytes(said["credential"]),
                public_key=base64url_to_bytes(said["public_key"]),
                sign_count=said["sign_count"],
                name=said["name"],
                made_at=self._around.clock(),
            )
        )
        return True
