"""What the tables beside the journals keep about a participant, with the names of those who work here."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.domain.rights import PARTICIPANT
from mia_companion.server.audit import noted_in
from mia_companion.server.opened.table import looks
from mia_companion.server.schema import accounts, assignments, audit, devices


class NobodyThere(Exception):
    """There is no such participant, or they have been erased."""


async def account_of(connection: AsyncConnection, participant: str) -> Any:
    """The row of an account that stands. Raises NobodyThere."""
    found = await connection.execute(
        sa.select(accounts.c.made_at).where(
            accounts.c.id == participant,
            accounts.c.role == PARTICIPANT,
            accounts.c.erased_at.is_(None),
        )
    )
    row = found.first()
    if row is None:
        raise NobodyThere(participant)
    return row


async def around(connection: AsyncConnection, participant: str, account: Any) -> dict[str, Any]:
    """What the tables beside the journals say: who followed, which devices, who looked and did what."""
    a, d, u = assignments.c, devices.c, audit.c
    known = await names(connection)
    followed = await connection.execute(
        sa.select(a.coordinator, a.starts_at, a.ends_at)
        .where(a.participant == participant)
        .order_by(a.starts_at, a.id)
    )
    owned = await connection.execute(
        sa.select(d.enrolled_at, d.seen_at, d.revoked_at).where(d.account == participant)
    )
    lines = await connection.execute(
        sa.select(u.at, u.account, u.what).where(u.subject == participant).order_by(u.number)
    )
    now = [n for n in noted_in(connection) if n.subject == participant]
    done = [*lines, *((n.at, n.account, n.what) for n in now)]
    fetched = await connection.execute(
        sa.select(looks.c.at, looks.c.account, looks.c.what)
        .where(looks.c.participant == participant)
        .order_by(looks.c.at, looks.c.account)
    )
    return {
        "participant": participant,
        "since": instant(account.made_at),
        "followed_by": [
            {"who": known.get(who, who), "from": instant(first), "until": instant(last)}
            for who, first, last in followed
        ],
        "devices": [
            {"added": instant(added), "last_seen": instant(seen), "removed": instant(gone)}
            for added, seen, gone in owned
        ],
        "done": [
            {"at": instant(at), "by": known.get(who, who), "what": what} for at, who, what in done
        ],
        "looked": [
            {"at": instant(at), "by": known.get(who, who), "what": what}
            for at, who, what in fetched
        ],
    }


async def names(connection: AsyncConnection) -> dict[str, str]:
    """What those who work here are called, by account."""
    staff = sa.select(accounts.c.id, accounts.c.display_name)
    rows = await connection.execute(staff.where(accounts.c.display_name.is_not(None)))
    return {str(id_): str(name) for id_, name in rows}


def instant(at: datetime | None) -> str | None:
    """As a file says it."""
    return at.isoformat(timespec="seconds") if at else None
