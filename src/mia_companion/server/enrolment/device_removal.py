"""Taking a device's access, and telling it.

reads ──removed, signed out, an old token used──▶ revoked ──by somebody: it is told so──▶ it forgets
"""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.server.enrolment.device_rows import row_of
from mia_companion.server.ledger import DEVICE_REMOVED, Ledger
from mia_companion.server.refusals import Refusal
from mia_companion.server.schema import devices
from mia_companion.server.tokens import Pair, Tokens
from mia_companion.wire import problems
from mia_companion.wire.accounts import Refresh
from mia_companion.wire.leave import removal_proof

_REMOVED = "mia-removed"
"""The header of an answer that proves to a device that somebody took its access."""


class DeviceRemoval:
    """Inside the caller's transactions."""

    def __init__(self, tokens: Tokens, ledger: Ledger) -> None:
        self._tokens = tokens
        self._ledger = ledger

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
        row = await row_of(connection, account, device, lock=True)
        if row is None or row.revoked_at is not None:
            return False
        mine = (devices.c.account == account) & (devices.c.id == device)
        gone = {"revoked_at": now, "removed_by": by}
        await connection.execute(sa.update(devices).where(mine).values(gone))
        facts = {"account": account, "device": device, "family": row.family}
        await self._ledger.record(connection, DEVICE_REMOVED, facts | ({"by": by} if by else {}))
        return True

    async def refusal(self, connection: AsyncConnection, said: Pair, asked: Refresh) -> Refusal:
        """Why there is no successor: with a proof, where somebody took its access."""
        row = await row_of(connection, said.account, said.device)
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
