"""Devices of an account, and the family of refresh tokens that each one has.

enrolled ──refresh──▶ rotated ──refresh──▶ …          removed, signed out, or an old token used
    └──────────────────┴───────────────────────────▶ revoked ──signs in again──▶ enrolled
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.server.auditing.pace import Pace
from mia_companion.server.enrolment import device_keys
from mia_companion.server.enrolment.device_keys import Offered
from mia_companion.server.ledger import DEVICE_REMOVED, Ledger
from mia_companion.server.login.device_marks import DeviceMarks
from mia_companion.server.refusals import Refusal
from mia_companion.server.schema import NEVER, devices
from mia_companion.server.surroundings import Surroundings
from mia_companion.server.tokens import GRACE, Pair, Tokens
from mia_companion.wire import problems
from mia_companion.wire.accounts import Account, Refresh
from mia_companion.wire.accounts import Tokens as TokensAnswer
from mia_companion.wire.leave import removal_proof

_REMOVED = "mia-removed"
"""The header of an answer that proves to a device that somebody took its access."""


class DeviceList(DeviceMarks):
    """Adds, checks, rotates and removes devices, inside the caller's transactions."""

    def __init__(
        self,
        tokens: Tokens,
        ledger: Ledger,
        surroundings: Surroundings,
        idle: timedelta,
        pace: Pace,
    ) -> None:
        super().__init__(idle)
        self._pace = pace
        self._tokens = tokens
        self._ledger = ledger
        self._surroundings = surroundings

    async def add(
        self,
        connection: AsyncConnection,
        account: Account,
        device: str,
        now: datetime,
        *,
        offered: Offered | None = None,
        waits: bool = False,
    ) -> TokensAnswer:
        """The device may read from now on, or `waits` for two words; the family that it had ends."""
        family = self._surroundings.ids()
        said = offered or Offered()
        key = bytes.fromhex(said.key) or None
        fresh: dict[str, Any] = {
            "family": family, "counter": 0, "used": NEVER, "used_at": now,
            "enrolled_at": now, "seen_at": now, "revoked_at": None, "removed_by": None,
            "authenticated_at": now, "active_at": now,
            "key": key, "key_at": now if key else None, "sort": said.sort, "waits": waits,
        }  # fmt: skip
        mine = (devices.c.account == account.id) & (devices.c.id == device)
        done = await connection.execute(sa.update(devices).where(mine).values(fresh))
        if done.rowcount == 0:
            await connection.execute(
                sa.insert(devices).values(account=account.id, id=device, **fresh)
            )
        return self.answer(account, Pair(account.id, device, family, 0), now)

    async def present(
        self,
        connection: AsyncConnection,
        account: Account,
        device: str,
        now: datetime,
        *,
        key: str | None = None,
    ) -> TokensAnswer | None:
        """The tokens that the device has now, for an answer that was lost; None when it is gone, or came in
        with another `key`, where one is asked for."""
        row = await _row(connection, account.id, device)
        if row is None or row.revoked_at is not None or key not in (None, (row.key or b"").hex()):
            return None
        return self.answer(account, Pair(account.id, device, row.family, row.counter), now)

    def said_by(self, token: str, now: datetime) -> Pair:
        """What an access token says that has not ended: every request with one comes by here.

        Raises `signed-out`, and `too-many-requests` for a device that asks faster than any app does.
        """
        if (said := self._tokens.read_access(token, now)) is None:
            raise Refusal(problems.SIGNED_OUT)
        self._pace.take(f"{said.account}/{said.device}")
        return said

    def note_use(self, connection: sa.Connection, said: Pair, now: datetime) -> None:
        """The pair has been used: from now on the one before it is old."""
        unused = sa.update(devices).where(*_family(said), devices.c.used < said.counter)
        connection.execute(unused.values(used=said.counter, used_at=now))

    async def rotate(
        self, connection: AsyncConnection, token: Pair, asked: Refresh, now: datetime
    ) -> Pair | None:
        """The token's successor; None when its family has ended, or ends by this, or the device's own key
        has not signed."""
        row = await _row(connection, token.account, token.device, lock=True)
        if row is None or row.revoked_at is not None or row.family != token.family:
            return None
        if not device_keys.may_refresh(row, asked):
            if device_keys.came_late(row):
                await self.remove(connection, token.account, token.device, now)
            return None
        newest = max(row.counter, row.used)  # a restored database may have forgotten the rotation
        perhaps_lost = row.used < newest or now - row.used_at <= GRACE
        fresh: dict[str, Any] = {}
        if token.counter >= newest:
            after, fresh["seen_at"] = replace(token, counter=token.counter + 1), now
        elif token.counter == newest - 1 and perhaps_lost:
            after = replace(token, counter=newest)
        else:
            await self.remove(connection, token.account, token.device, now)
            return None
        if key := device_keys.brought(row, asked):
            fresh |= {"key": key, "key_at": now}
        if asked.sort not in ("", row.sort):
            fresh |= {"sort": asked.sort}
        if fresh:
            fresh |= {"counter": after.counter}
            await connection.execute(sa.update(devices).where(*_family(token)).values(fresh))
        return after

    async def remove(
        self,
        connection: AsyncConnection,
        account: str,
        device: str,
        now: datetime,
        *,
        by: str | None = None,
    ) -> bool:
        """The device may not read from its next request on, also after a restore. Where somebody took its
        access `by` name, it is told so, and forgets."""
        row = await _row(connection, account, device, lock=True)
        if row is None or row.revoked_at is not None:
            return False
        mine = (devices.c.account == account) & (devices.c.id == device)
        gone = {"revoked_at": now, "removed_by": by}
        await connection.execute(sa.update(devices).where(mine).values(gone))
        facts = {"account": account, "device": device, "family": row.family}
        await self._ledger.record(connection, DEVICE_REMOVED, facts | ({"by": by} if by else {}))
        return True

    async def opens(self, connection: AsyncConnection, account: str, device: str) -> bool:
        """The device has waited for its two words, and reads from now on; whether it had."""
        waits = (devices.c.account == account) & (devices.c.id == device) & devices.c.waits
        done = await connection.execute(sa.update(devices).where(waits).values(waits=False))
        return done.rowcount > 0

    async def refusal(self, connection: AsyncConnection, said: Pair, asked: Refresh) -> Refusal:
        """Why there is no successor: with a proof, where somebody took its access."""
        row = await _row(connection, said.account, said.device)
        headers: dict[str, str] = {}
        if row is not None and row.removed_by is not None and row.family == said.family:
            leave_key = self._tokens.leave_key(said.account, said.device)
            headers[_REMOVED] = removal_proof(leave_key, asked.refresh)
        return Refusal(problems.SIGNED_OUT, headers=headers)

    async def remove_all(
        self, connection: AsyncConnection, account: str, now: datetime, *, but: str = ""
    ) -> None:
        """No device of the account may read from its next request on, `but` that one."""
        mine = (devices.c.account == account) & devices.c.revoked_at.is_(None)
        found = await connection.scalars(
            sa.select(devices.c.id).where(mine, devices.c.id != but).order_by(devices.c.id)
        )
        for device in list(found):
            await self.remove(connection, account, device, now)

    def answer(
        self, account: Account, said: Pair, now: datetime, touched: datetime | None = None
    ) -> TokensAnswer:
        """What a device is given that somebody `touched` then, or now."""
        life, idle_minutes = self.access_of(account, touched, now)
        access, until = self._tokens.access(said, now, life)
        return TokensAnswer(
            account=account,
            access=access,
            access_until=until,
            refresh=self._tokens.refresh(said),
            leave_key=self._tokens.leave_key(account.id, said.device),
            idle_minutes=idle_minutes,
        )


def _family(said: Pair) -> tuple[sa.ColumnElement[bool], ...]:
    """The device's row, unless the device has come in anew since."""
    d = devices.c
    return d.account == said.account, d.id == said.device, d.family == said.family


async def _row(
    connection: AsyncConnection, account: str, device: str, *, lock: bool = False
) -> sa.Row[Any] | None:
    chosen = sa.select(devices).where(devices.c.account == account, devices.c.id == device)
    return (await connection.execute(chosen.with_for_update() if lock else chosen)).first()
