"""The devices of one account, for its owner and, of a participant, for a coordinator.

a phone is lost ──the person, from another device──┐
               └──a coordinator, on their word─────┴▶ revoked ──it asks for tokens──▶ told so: it forgets
"""

from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.domain.rights import COORDINATOR
from mia_companion.server import audit
from mia_companion.server.access import Caller, is_plain
from mia_companion.server.changes import Changes
from mia_companion.server.covering import answers_for
from mia_companion.server.database import Database
from mia_companion.server.devices import DeviceList
from mia_companion.server.refusals import Refusal
from mia_companion.server.schema import devices
from mia_companion.server.surroundings import Surroundings
from mia_companion.wire import problems
from mia_companion.wire.accounts import Device, DeviceGone, Devices

_STILL_TOLD = timedelta(days=90)
"""How long a device is among those that are gone."""

_d = devices.c


class OwnDevices:
    """What `/v1/devices` and `/v1/participants/{participant}/devices` do."""

    def __init__(
        self,
        database: Database,
        changes: Changes,
        list_: DeviceList,
        surroundings: Surroundings,
    ) -> None:
        self._database = database
        self._changes = changes
        self._devices = list_
        self._clock = surroundings.clock

    async def mine(self, caller: Caller) -> Devices:
        """The caller's own."""
        async with self._database.reading() as connection:
            return await _of(connection, caller.account, self._clock(), caller.device)

    async def theirs(self, caller: Caller, participant: str) -> Devices:
        """A participant's, for a coordinator who follows or covers for them. Raises `forbidden` for anyone
        else, and `not-found`."""
        now = self._clock()
        async with self._database.reading() as connection:
            await _check_follows(connection, caller, participant, now)
            return await _of(connection, participant, now)

    async def remove_mine(self, caller: Caller, device: str) -> None:
        """One of the caller's devices is lost, or not theirs any more. Raises `not-found`."""
        await self._remove(caller, None, device)

    async def remove_theirs(self, caller: Caller, participant: str, device: str) -> None:
        """A participant's device is lost, on their word. Raises as `theirs` does."""
        await self._remove(caller, participant, device)

    async def remove_my_others(self, caller: Caller) -> None:
        """All of the caller's devices but the one that asks."""
        now = self._clock()
        async with self._changes.open() as change:
            chosen = sa.select(_d.id).where(
                _d.account == caller.account, _d.id != caller.device, _d.revoked_at.is_(None)
            )
            for device in list(await change.connection.scalars(chosen.order_by(_d.id))):
                await self._end(change.connection, caller, caller.account, device, now)
                change.access = True

    async def _remove(self, caller: Caller, participant: str | None, device: str) -> None:
        now, account = self._clock(), participant or caller.account
        async with self._changes.open() as change:
            if participant is not None:
                await _check_follows(change.connection, caller, participant, now)
            if not await self._end(change.connection, caller, account, device, now):
                raise Refusal(problems.NOT_FOUND)
            change.access = True

    async def _end(
        self, connection: AsyncConnection, caller: Caller, account: str, device: str, now: datetime
    ) -> bool:
        ended = await self._devices.remove(connection, account, device, now, by=caller.account)
        if ended:
            await audit.note(connection, now, caller.account, "device-removed", device)
        return ended


async def _check_follows(
    connection: AsyncConnection, caller: Caller, participant: str, now: datetime
) -> None:
    if caller.role != COORDINATOR:
        raise Refusal(problems.FORBIDDEN)
    if not is_plain(participant) or not await answers_for(
        connection, participant, caller.account, now
    ):
        raise Refusal(problems.NOT_FOUND)


async def _of(connection: AsyncConnection, account: str, now: datetime, this: str = "") -> Devices:
    """Those that may still read, the newest first, and those that may not any more."""
    still = _d.revoked_at.is_(None) | (_d.revoked_at > now - _STILL_TOLD)
    chosen = sa.select(devices).where(_d.account == account, still)
    rows = (await connection.execute(chosen.order_by(_d.enrolled_at.desc(), _d.id))).all()
    return Devices(
        devices=tuple(
            Device(
                id=one.id,
                enrolled_at=one.enrolled_at,
                seen_at=one.seen_at,
                this=one.id == this,
                sort=one.sort,
                waits=one.waits,
            )
            for one in rows
            if one.revoked_at is None
        ),
        gone=tuple(
            DeviceGone(
                id=one.id,
                enrolled_at=one.enrolled_at,
                seen_at=one.seen_at,
                gone_at=one.revoked_at,
                sort=one.sort,
                by=one.removed_by or "",
            )
            for one in rows
            if one.revoked_at is not None
        ),
    )
