"""Devices of an account, and the family of refresh tokens that each one has.

enrolled ──refresh──▶ rotated ──refresh──▶ …          removed, signed out, or an old token used
    └──────────────────┴───────────────────────────▶ revoked ──signs in again──▶ enrolled
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.domain.rights import PARTICIPANT
from mia_companion.server.auditing.pace import Pace
from mia_companion.server.enrolment import device_keys
from mia_companion.server.enrolment.device_keys import Offered
from mia_companion.server.enrolment.device_removal import DeviceRemoval
from mia_companion.server.enrolment.device_rows import family_of, row_of
from mia_companion.server.ledger import Ledger
from mia_companion.server.login import idling
from mia_companion.server.refusals import Refusal
from mia_companion.server.schema import NEVER, devices
from mia_companion.server.surroundings import Surroundings
from mia_companion.server.tokens import GRACE, Pair, Tokens
from mia_companion.wire import problems
from mia_companion.wire.accounts import Account, Refresh
from mia_companion.wire.accounts import Tokens as TokensAnswer


class DeviceList(DeviceRemoval):
    """Adds, checks, rotates and removes devices, inside the caller's transactions."""

    def __init__(
        self,
        tokens: Tokens,
        ledger: Ledger,
        surroundings: Surroundings,
        idle: timedelta,
        pace: Pace,
    ) -> None:
        super().__init__(tokens, ledger)
        self._idle = idle
        self._pace = pace
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
        row = await row_of(connection, account.id, device)
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
        unused = sa.update(devices).where(*family_of(said), devices.c.used < said.counter)
        connection.execute(unused.values(used=said.counter, used_at=now))

    async def shown(
        self,
        connection: AsyncConnection,
        account: str,
        device: str,
        now: datetime,
        at: datetime | None = None,
    ) -> None:
        """Whoever uses the device has shown who they are, then or now."""
        mine = (devices.c.account == account) & (devices.c.id == device)
        values = {"authenticated_at": at or now, "active_at": now}
        await connection.execute(sa.update(devices).where(mine).values(values))

    async def touched(
        self, connection: AsyncConnection, said: Pair, told_seconds: int | None, now: datetime
    ) -> datetime:
        """When staff touched their device last, by what it tells. Raises `idle-too-long`."""
        row = await row_of(connection, said.account, said.device)
        assert row is not None  # noqa: S101  its family was rotated in this transaction
        known = row.active_at or row.enrolled_at
        shown = row.authenticated_at or row.enrolled_at
        touched = idling.touched_at(known, told_seconds, now, self._idle, shown=shown)
        if touched > known:
            await connection.execute(
                sa.update(devices).where(*family_of(said)).values(active_at=touched)
            )
        return touched

    async def rotate(
        self, connection: AsyncConnection, token: Pair, asked: Refresh, now: datetime
    ) -> Pair | None:
        """The token's successor; None when its family has ended, or ends by this, or the device's own key
        has not signed."""
        row = await row_of(connection, token.account, token.device, lock=True)
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
            await connection.execute(sa.update(devices).where(*family_of(token)).values(fresh))
        return after

    async def opens(self, connection: AsyncConnection, account: str, device: str) -> bool:
        """The device has waited for its two words, and reads from now on; whether it had."""
        waits = (devices.c.account == account) & (devices.c.id == device) & devices.c.waits
        done = await connection.execute(sa.update(devices).where(waits).values(waits=False))
        return done.rowcount > 0

    def answer(
        self, account: Account, said: Pair, now: datetime, touched: datetime | None = None
    ) -> TokensAnswer:
        """What a device is given that somebody `touched` then, or now."""
        idle = timedelta() if account.role == PARTICIPANT else self._idle
        life = idling.life_of_access(touched or now, now, idle)
        access, until = self._tokens.access(said, now, life)
        return TokensAnswer(
            account=account,
            access=access,
            access_until=until,
            refresh=self._tokens.refresh(said),
            leave_key=self._tokens.leave_key(account.id, said.device),
            idle_minutes=int(idle.total_seconds() // 60),
        )
