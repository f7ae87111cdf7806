"""Passkeys that are taken away stay so, also after a restore: the ledger says which."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.server.ledger import PASSKEYS_REMOVED, Ledger
from mia_companion.server.login.table import passkeys

_p = passkeys.c


async def remove(
    connection: AsyncConnection, ledger: Ledger, account: str, passkey: str | None = None
) -> bool:
    """That passkey of the account, or all of them; whether there was any."""
    mine = _p.account == account
    which = mine if passkey is None else mine & (_p.id == passkey)
    found = list(await connection.scalars(sa.select(_p.id).where(which).order_by(_p.id)))
    if not found:
        return False
    facts = {"account": account, "passkeys": found}
    await carry_out(connection, facts)
    await ledger.record(connection, PASSKEYS_REMOVED, facts)
    return True


async def carry_out(connection: AsyncConnection, facts: dict[str, Any]) -> None:
    """What the ledger's line `passkeys-removed` says."""
    gone = (_p.account == facts["account"]) & _p.id.in_(facts["passkeys"])
    await connection.execute(sa.delete(passkeys).where(gone))
