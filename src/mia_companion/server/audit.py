"""Who did what to whom, in opaque ids; only ever added to.

note ─▶ noted with the transaction ─▶ last before its commit: chained (auditing/chain.py)
                                      after it: anchored (auditing/anchor.py)
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

_NOTED = "mia_noted"


@dataclass(frozen=True, slots=True)
class Noted:
    """One line that waits for its place in the chain. `what` is one of our own words, of 32 letters at
    most; `account` and `subject` are ids, of 64 at most."""

    at: datetime
    account: str
    what: str
    subject: str


async def note(
    connection: AsyncConnection, at: datetime, account: str, what: str, subject: str
) -> None:
    """One line, in the transaction of what it tells: both are there, or neither."""
    connection.info[_NOTED].append(Noted(at, account, what, subject))


async def note_all(connection: AsyncConnection, some: Iterable[Noted]) -> None:
    """The same for lines that are there already."""
    for one in some:
        await note(connection, one.at, one.account, one.what, one.subject)


def begin(info: dict[Any, Any]) -> list[Noted]:
    """What will be noted in a transaction that begins on the connection with this `info`."""
    noted: list[Noted] = []
    info[_NOTED] = noted
    return noted


def end(info: dict[Any, Any]) -> None:
    """Nothing is noted on the connection until its next transaction."""
    info.pop(_NOTED, None)


def noted_in(connection: AsyncConnection) -> tuple[Noted, ...]:
    """What has been noted in the open transaction so far."""
    return tuple(connection.info.get(_NOTED, ()))
