"""An audit without a server around it, and what somebody with the database in their hands does to it."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from mia_companion.server import audit as notes
from mia_companion.server.auditing.anchor import Anchor
from mia_companion.server.auditing.chain import Chain
from mia_companion.server.auditing.explaining import Finding
from mia_companion.server.auditing.verifying import Verified, verify
from mia_companion.server.database import Database
from mia_companion.server.schema import audit
from tests.server.clock import Clock

KEY = b"k" * 32
COUNT = 12
_a = audit.c


class Audited:
    """A database whose audit stands in a chain, without a server around it."""

    def __init__(self, url: str, folder: Path, key: bytes = KEY) -> None:
        self.key = key
        self.anchor = Anchor(folder / "ledger.jsonl", key)
        self.chain = Chain(key, self.anchor)
        self.database = Database(url, self.chain)
        self.clock = Clock()

    async def begin(self, *, restored: bool = False) -> None:
        async with self.database.writing() as connection:
            now = self.clock()
            for one in await connection.run_sync(self.chain.begin, now, restored=restored):
                await notes.note(connection, one.at, one.account, one.what, one.subject)

    async def note(self, subject: str, what: str = "signed-in") -> None:
        async with self.database.writing() as connection:
            await notes.note(connection, self.clock(), "somebody", what, subject)

    async def verify(self) -> Verified:
        async with self.database.reading() as connection:
            return await verify(connection, self.chain)

    async def rows(self) -> list[dict[str, Any]]:
        async with self.database.reading() as connection:
            found = await connection.execute(sa.select(audit).order_by(_a.number))
            return [dict(row) for row in found.mappings()]

    async def put(self, rows: list[dict[str, Any]]) -> None:
        """The table as somebody with the database in their hands leaves it."""
        async with self.database.engine.connect() as connection, connection.begin():
            await connection.execute(sa.delete(audit))
            await connection.execute(sa.insert(audit), rows)


Rows = list[dict[str, Any]]


def renumbered(rows: Rows) -> Rows:
    return [{**row, "number": place} for place, row in enumerate(rows, 1)]


def changed(rows: Rows) -> Rows:
    rows[4]["subject"] = "somebody else"
    return rows


def later(rows: Rows) -> Rows:
    rows[4]["at"] += timedelta(microseconds=1)
    return rows


def without_mac(rows: Rows) -> Rows:
    rows[4]["mac"] = "0" * 64
    return rows


def put_in(rows: Rows) -> Rows:
    forged = {**rows[4], "subject": "made up", "own": "0" * 64}
    return renumbered([*rows[:4], forged, *rows[4:]])


def copied(rows: Rows) -> Rows:
    return renumbered([*rows[:4], dict(rows[8]), *rows[4:]])


def appended(rows: Rows) -> Rows:
    return [*rows, {**rows[-1], "number": COUNT + 1}]


def swapped(rows: Rows) -> Rows:
    rows[4], rows[6] = rows[6], rows[4]
    return renumbered(rows)


ATTACKS: dict[str, tuple[Callable[[Rows], Rows], list[Finding]]] = {
    "nothing": (lambda rows: rows, []),
    "changed": (changed, [Finding("changed", 5, 5)]),
    "its time changed": (later, [Finding("changed", 5, 5)]),
    "its MAC changed": (without_mac, [Finding("changed", 5, 5)]),
    "taken out": (lambda rows: [*rows[:4], *rows[5:]], [Finding("removed", 5, 5)]),
    "three taken out": (lambda rows: [*rows[:4], *rows[7:]], [Finding("removed", 5, 7)]),
    "the first taken out": (lambda rows: rows[1:], [Finding("removed", 1, 1)]),
    "taken out, the rest moved up": (
        lambda rows: renumbered([*rows[:4], *rows[6:]]),
        [Finding("removed", 5, 6)],
    ),
    "put in": (put_in, [Finding("inserted", 5, 5)]),
    "one written twice": (copied, [Finding("inserted", 5, 5)]),
    "put in, and one changed": (
        lambda rows: changed(put_in(rows)[:]),
        [Finding("inserted", 5, 5)],
    ),
    "put in at the end": (appended, [Finding("inserted", COUNT + 1, COUNT + 1)]),
    "in another order": (swapped, [Finding("reordered", 5, 5), Finding("reordered", 7, 7)]),
    "neighbours in another order": (
        lambda rows: renumbered([*rows[:4], rows[5], rows[4], *rows[6:]]),
        [Finding("reordered", 5, 6)],
    ),
    "cut off the end": (lambda rows: rows[:9], [Finding("truncated", 10, COUNT)]),
    "all but one": (lambda rows: rows[:1], [Finding("truncated", 2, COUNT)]),
    "two at once": (
        lambda rows: [*changed(rows)[:6], *rows[7:11]],
        [Finding("changed", 5, 5), Finding("removed", 7, 7), Finding("truncated", 12, 12)],
    ),
}
