"""A device's row."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.server.schema import devices
from mia_companion.server.tokens import Pair


def family_of(said: Pair) -> tuple[sa.ColumnElement[bool], ...]:
    """The device's row, unless the device has come in anew since."""
    d = devices.c
    return d.account == said.account, d.id == said.device, d.family == said.family


async def row_of(
    connection: AsyncConnection, account: str, device: str, *, lock: bool = False
) -> sa.Row[Any] | None:
    """The device's row, held until the transaction's end where it is to be changed."""
    chosen = sa.select(devices).where(devices.c.account == account, devices.c.id == device)
    return (await connection.execute(chosen.with_for_update() if lock else chosen)).first()
