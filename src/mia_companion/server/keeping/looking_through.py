"""Everything in a started server's database is opened once, and compared with what it should be."""

import hashlib
from dataclasses import dataclass, field

import sqlalchemy as sa
from cryptography.exceptions import InvalidTag
from pydantic import ValidationError

from mia_companion.server.backend import Backend
from mia_companion.server.keeping.restore import Restored
from mia_companion.server.keys import KeysMissing
from mia_companion.server.schema import blob_parts, blobs, entries, journals, ledger_lines

_STRIDE = 500
_BLOBS = 200
"""How many of the newest are opened; the others are counted."""


@dataclass
class Found:
    """Figures, and in `wrong` a sentence for each thing that should not be so."""

    taken_at: str
    engine: str
    schema_version: str
    rows: dict[str, int]
    journals: int = 0
    entries: int = 0
    receipts: int = 0
    gaps: int = 0
    blobs: int = 0
    all_blobs: int = 0
    erased: int = 0
    erased_rows: int = 0
    erased_open: int = 0
    lines: int = 0
    wrong: list[str] = field(default_factory=list)


async def look_through(backend: Backend, restored: Restored) -> Found:
    """What there is. Ids of journals stand in what is wrong, and nothing that anybody wrote."""
    said = restored.manifest
    found = Found(said.taken_at, said.engine, said.schema_version, restored.rows)
    async with backend.database.reading() as connection:
        known = (await connection.execute(sa.select(journals).order_by(journals.c.id))).all()
        counted = sa.select(sa.func.count()).select_from(ledger_lines)
        lines = int(await connection.scalar(counted) or 0)
    found.lines = max(0, lines - restored.rows.get("ledger_lines", 0) - 1)
    for one in known:
        if one.erased_at is None:
            found.journals += 1
            await _journal(backend, found, one.id, one.head)
        else:
            found.erased += 1
            await _erased(backend, found, one.id)
    await _blobs(backend, found)
    return found


async def _journal(backend: Backend, found: Found, journal: str, head: int) -> None:
    seen = 0
    for after in range(0, head, _STRIDE):
        span = (journal, after, min(after + _STRIDE, head))
        try:
            read = await backend.database.read(lambda c: backend.journals.read(c, [span]))  # noqa: B023
        except (InvalidTag, KeysMissing, ValidationError) as error:
            found.wrong.append(f"journal {journal} does not open: {type(error).__name__}")
            return
        some = read.get(journal, [])
        seen += len(some)
        good = sum(backend.receipts.holds(one) for one in some)
        found.receipts += good
        if good < len(some):
            found.wrong.append(f"{len(some) - good} receipts of journal {journal} do not hold")
    found.entries += seen
    if seen != head:
        found.gaps += 1
        found.wrong.append(f"journal {journal} has {seen} of {head} entries")


async def _erased(backend: Backend, found: Found, journal: str) -> None:
    async with backend.database.reading() as connection:
        for table in (entries, blob_parts):
            mine = sa.select(sa.func.count()).where(table.c.journal == journal)
            found.erased_rows += int(await connection.scalar(mine) or 0)
    if not backend.keys.is_destroyed(journal):
        found.erased_open += 1
        found.wrong.append(f"journal {journal} was erased, and its key is there")


async def _blobs(backend: Backend, found: Found) -> None:
    whole = sa.select(blobs).where(blobs.c.received == blobs.c.size)
    async with backend.database.reading() as connection:
        rows = (await connection.execute(whole.order_by(blobs.c.begun_at.desc()))).all()
    found.all_blobs = len(rows)
    for one in rows[:_BLOBS]:
        try:
            content = await backend.blobs.whole(one.journal, one.id) or b""
        except (InvalidTag, KeysMissing):
            content = b""
        if hashlib.sha256(content).hexdigest() == one.sha256:
            found.blobs += 1
        else:
            found.wrong.append(f"file {one.id} of journal {one.journal} does not open")
