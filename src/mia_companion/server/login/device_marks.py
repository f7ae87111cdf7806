"""What a device's row says of whoever uses it: when they last showed who they are, and last touched it."""

from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.domain.rights import PARTICIPANT
from mia_companion.server.login import idling
from mia_companion.server.schema import devices
from mia_companion.server.tokens import Pair
from mia_companion.wire.accounts import Account

_d = devices.c


class DeviceMarks:
    """Part of the list of devices. `idle` is after how long staff sign in again; nothing is never."""

    def __init__(self, idle: timedelta) -> None:
        self._idle = idle

    async def shown(
        self,
        connection: AsyncConnection,
        account: str,
        device: str,
        now: datetime,
        at: datetime | None = None,
    ) -> None:
        """Whoever uses the device has shown who they are, then or now."""
        mine = (_d.account == account) & (_d.id == device)
        values = {"authenticated_at": at or now, "active_at": now}
        await connection.execute(sa.update(devices).where(mine).values(values))

    async def touched(
        self, connection: AsyncConnection, said: Pair, told_seconds: int | None, now: datetime
    ) -> datetime:
        """When staff touched their device last, by what it tells. Raises `idle-too-long`."""
        mine = (_d.account == said.account) & (_d.id == said.device) & (_d.family == said.family)
        chosen = sa.select(_d.active_at, _d.enrolled_at).where(mine)
        active_at, enrolled_at = (await connection.execute(chosen)).one()
        known: datetime = active_at or enrolled_at
        touched = idling.touched_at(known, told_seconds, now, self._idle)
        if touched > known:
            await connection.execute(sa.update(devices).where(mine).values(active_at=touched))
        return touched

    def access_of(
        self, account: Account, touched: datetime | None, now: datetime
    ) -> tuple[timedelta, int]:
        """How long an access token lasts, and after how many minutes its owner is idle."""
        idle = timedelta() if account.role == PARTICIPANT else self._idle
        life = idling.life_of_access(touched or now, now, idle)
        return life, int(idle.total_seconds() // 60)
