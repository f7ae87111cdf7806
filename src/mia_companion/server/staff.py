"""Accounts that sign in with a password: made, and ended for good.

made ──▶ works ──every participant handed over──▶ ended: out at once, also after a restore
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.server import audit
from mia_companion.server.ledger import STAFF_ENDED, Ledger
from mia_companion.server.login import removing
from mia_companion.server.login.table import identities, passkeys
from mia_companion.server.schema import accounts, covers


class EmailTaken(Exception):
    """Another account signs in with that address."""


@dataclass(frozen=True, slots=True)
class NewStaff:
    """Somebody who works at a `site`, or else for an `association`."""

    role: str
    name: str
    email: str
    site: str | None = None
    association: str | None = None
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Password:
    """As the database keeps it. With `until` it is one that somebody else was shown."""

    hashed: str
    until: datetime | None = None


async def insert(
    connection: AsyncConnection,
    id_: str,
    said: NewStaff,
    password: Password,
    *,
    by: str,
    at: datetime,
) -> None:
    """The account. Raises EmailTaken, after which the transaction can only be given up."""
    values = {
        "id": id_, "role": said.role, "site": said.site, "association": said.association,
        "email": said.email.strip().casefold(), "display_name": said.name,
        "password_hash": password.hashed, "password_until": password.until, "made_at": at,
    }  # fmt: skip
    try:
        await connection.execute(sa.insert(accounts).values(values))
    except IntegrityError as error:
        raise EmailTaken(said.email) from error
    await audit.note(connection, at, by, f"{said.role}-made", id_)


async def spend(connection: AsyncConnection, account: str, until: datetime, ends: datetime) -> None:
    """A password that was given has opened, and `ends` soon: long enough for an answer that was lost."""
    # Unless another was given, or one's own chosen, in between.
    mine = (accounts.c.id == account) & (accounts.c.password_until == until)
    await connection.execute(sa.update(accounts).where(mine).values(password_until=ends))


async def end(connection: AsyncConnection, ledger: Ledger, account: str, at: datetime) -> None:
    """Whoever it is comes in no more; called last in the transaction."""
    facts = {"account": account}
    await carry_out_ended(connection, facts, at)
    await ledger.record(connection, STAFF_ENDED, facts)


async def carry_out(
    connection: AsyncConnection, what: str, facts: dict[str, Any], at: datetime
) -> None:
    """What a line of the ledger about staff says."""
    if what == STAFF_ENDED:
        await carry_out_ended(connection, facts, at)
    else:
        await removing.carry_out(connection, facts)


async def carry_out_ended(connection: AsyncConnection, facts: dict[str, Any], at: datetime) -> None:
    """What the ledger's line `staff-ended` says. The name stays, beside what they wrote."""
    who = facts["account"]
    await connection.execute(
        sa.update(accounts)
        .where(accounts.c.id == who, accounts.c.ended_at.is_(None))
        .values(ended_at=at, email=None, password_hash=None, password_until=None)
    )
    for ways_in in (passkeys, identities):
        await connection.execute(sa.delete(ways_in).where(ways_in.c.account == who))
    theirs = (covers.c.coordinator == who) | (covers.c.covered_by == who)
    await connection.execute(
        sa.update(covers).where(theirs, covers.c.ends_at > at).values(ends_at=at)
    )
