"""Who calls, by what their access tokens say: looked up for many at once, on every request.

token ──MAC, hour──▶ Pair ──its device's row──▶ Known(caller, its account's devices)
                               ├─ waits for its two words ─▶ WORDS_FIRST, whatever it asks for but them
                               └─ removed, ended, come in anew ─▶ nobody: SIGNED_OUT
"""

from collections.abc import Iterable
from dataclasses import dataclass

import sqlalchemy as sa

from mia_companion.server.access import Caller
from mia_companion.server.columns import Row
from mia_companion.server.refusals import Refusal
from mia_companion.server.schema import accounts, devices
from mia_companion.server.tokens import Pair
from mia_companion.wire import problems


@dataclass(frozen=True, slots=True)
class Known:
    """A caller; all devices of the account, earlier ones too; whether the pair of tokens is used for the
    first time, which is then to be noted; whether the device waits for its two words."""

    caller: Caller
    devices: frozenset[str]
    is_first_use: bool
    waits: bool = False


def refusal_of(connection: sa.Connection, said: Pair) -> Refusal:
    """Why one who is not among the known may not come in."""
    waits = known(connection, [said], waiting=True)
    return Refusal(problems.WORDS_FIRST if waits else problems.SIGNED_OUT)


def known(
    connection: sa.Connection, said: Iterable[Pair], *, waiting: bool = False
) -> dict[Pair, Known]:
    """Those of them who may still come in; not those whose device is `waiting` for its two words, unless told
    otherwise."""
    pairs = set(said)
    rows = connection.execute(_DEVICES, {"accounts": sorted({one.account for one in pairs})}).all()
    by_account: dict[str, list[Row]] = {}
    for row in rows:
        by_account.setdefault(row.account, []).append(row)
    found: dict[Pair, Known] = {}
    for one in pairs:
        theirs = by_account.get(one.account, [])
        for row in theirs:
            if (row.id, row.family) != (one.device, one.family):
                continue
            if row.revoked_at is not None or row.ended_at is not None:
                continue
            if row.waits and not waiting:
                continue
            caller = Caller(
                account=one.account,
                role=row.role,
                site=row.site or "",
                device=one.device,
                association=row.association or "",
                shown_at=row.authenticated_at,
            )
            everything = frozenset(str(each.id) for each in theirs)
            found[one] = Known(caller, everything, one.counter > row.used, row.waits)
    return found


def open_among(connection: sa.Connection, callers: Iterable[Caller]) -> set[Caller]:
    """Those whose device may still read."""
    everyone = set(callers)
    there = {"accounts": sorted({one.account for one in everyone})}
    found = {(row.account, row.id) for row in connection.execute(_OPEN, there)}
    return {one for one in everyone if (one.account, one.device) in found}


_DEVICES = (
    sa.select(
        devices.c.account, devices.c.id, devices.c.family, devices.c.used, devices.c.revoked_at,
        devices.c.authenticated_at, devices.c.waits,
        accounts.c.role, accounts.c.site, accounts.c.association, accounts.c.ended_at,
    )
    .join(accounts, accounts.c.id == devices.c.account)
    .where(devices.c.account.in_(sa.bindparam("accounts", expanding=True)))
)  # fmt: skip
_OPEN = sa.select(devices.c.account, devices.c.id).where(
    devices.c.account.in_(sa.bindparam("accounts", expanding=True)), devices.c.revoked_at.is_(None)
)
