"""What lies beside the database and has to fit it: the keys, the ledger, the audit's newest line."""

import asyncio
import os
import shutil
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

import sqlalchemy as sa
from cryptography.exceptions import InvalidTag
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.server.auditing.anchor import Anchor, AnchorBroken
from mia_companion.server.doctor.finding import Finding, broken, fine, look
from mia_companion.server.journals import Journals
from mia_companion.server.keeping.key_service import ServiceAway
from mia_companion.server.keys import KeysMissing, KeyStore
from mia_companion.server.ledger import Ledger, LedgerBroken, Line
from mia_companion.server.receipts import Receipts
from mia_companion.server.schema import audit, journals, ledger_lines
from mia_companion.server.settings import Settings
from mia_companion.server.surroundings import Surroundings

_PUT_BACK = (
    "Put back the keys of this database, or set MIA_KEY_DIR and MIA_KEK_FILE (docs/backups.md)."
)
_STOPPED = "Nothing is lost: what people wrote waits sealed. Do not start on other keys."


async def keys(connection: AsyncConnection, store: KeyStore, around: Surroundings) -> Finding:
    """Every journal has one, and one of them opens what it sealed."""
    j = journals.c
    rows = sa.select(j.id, j.head).where(j.head > 0, j.erased_at.is_(None)).order_by(j.head)
    found = (await connection.execute(rows)).all()
    try:
        store.server_key("ledger")
        without = [row.id for row in found if not store.has(row.id)]
        if without:
            return broken(f"{len(without)} journals have entries and no key.", _STOPPED, _PUT_BACK)
        if not found:
            return fine("The server's keys can be read. Nobody has written anything yet.")
        one = found[-1]
        reader = Journals(store, Receipts(store), around.randomness)
        span = (one.id, one.head - 1, one.head)
        await connection.run_sync(reader.read, [span])
    except ServiceAway:
        return broken(
            "The key service does not answer.",
            "Nothing is lost; whoever was in goes on while their keys are in memory.",
            "See that MIA_KMS_URL can be reached, and that its token holds.",
        )
    except (InvalidTag, ValueError):
        return broken("The keys are those of another database: nothing opens.", _STOPPED, _PUT_BACK)
    except (KeysMissing, OSError) as error:
        return broken(f"The keys cannot be read ({type(error).__name__}).", _STOPPED, _PUT_BACK)
    return fine(f"The keys fit: {len(found)} journals have theirs, and the newest entry opens.")


async def ledger(
    connection: AsyncConnection, settings: Settings, key: bytes, around: Surroundings
) -> AsyncIterator[Finding]:
    """It can be written, is whole, and knows what the database knows."""
    file = settings.ledger_file
    try:
        if file.exists():
            os.close(os.open(file, os.O_WRONLY | os.O_APPEND))
    except OSError:
        yield broken(
            "The ledger cannot be written.",
            "Nothing is lost; erasures, handovers and removals are refused.",
            f"Let this account own {file}, and its folder, and see that its disk is not read-only.",
        )
    lines: list[Line] = []
    try:
        lines = await asyncio.to_thread(_copied_lines, file, key, around)
        wrong, lacks = await _compared(connection, lines)
        if lacks:  # a line is written a moment before the database has it
            await asyncio.sleep(1)
            wrong, lacks = await _compared(connection, lines)
    except LedgerBroken as error:
        wrong, lacks = str(error), 0
    except OSError as error:
        wrong, lacks = f"it cannot be read ({type(error).__name__})", 0
    if wrong:
        yield broken(
            f"The ledger does not fit: {wrong}.",
            "The database is as it was; no server starts on this.",
            "Put back the newest copy of the ledger and of the files beside it (docs/backups.md).",
        )
    elif lacks:
        yield look(
            f"The ledger has {lacks} lines that the database lacks: it was restored.",
            "What was erased stays erased.",
            "Start the server: it carries them out, and devices bring back what is missing.",
        )
    else:
        yield fine(
            f"The ledger can be written, and its {len(lines)} lines are those of the database."
        )


async def _compared(connection: AsyncConnection, lines: list[Line]) -> tuple[str, int]:
    rows = await connection.execute(sa.select(ledger_lines.c.number, ledger_lines.c.mac))
    known = {row.number: row.mac for row in rows}
    if max(known, default=0) > len(lines):
        return "the database knows lines that the file has lost", 0
    if any(known.get(line.number, line.mac) != line.mac for line in lines):
        return "the database knows other lines", 0
    return "", len(lines) - len(known)


def _copied_lines(file: Path, key: bytes, around: Surroundings) -> list[Line]:
    """Read from a copy: reading the file itself cuts off what a crash left."""
    if not file.exists():
        return []
    with tempfile.TemporaryDirectory() as passing:
        copy = Path(shutil.copyfile(file, Path(passing) / "ledger"))
        return Ledger(copy, key, around.clock).lines()


async def newest_audit_line(connection: AsyncConnection, settings: Settings, key: bytes) -> Finding:
    """Whether the file beside the ledger names a line that is there. `audit verify` looks at all."""
    advice = "Run `mia-companion admin audit verify`, and keep everything as it is until it is explained."
    try:
        head = await asyncio.to_thread(Anchor(settings.ledger_file, key).read)
    except AnchorBroken:
        return broken("The file that says how far the audit went was changed.", "", advice)
    count = await connection.scalar(sa.select(sa.func.count()).select_from(audit))
    if head is None:
        if count:
            return broken("The file that says how far the audit went is gone.", "", advice)
        return fine("Nothing stands in the audit yet.")
    there = await connection.scalar(sa.select(audit.c.mac).where(audit.c.number == head.number))
    if head.number and there != head.mac:
        return broken("The audit has lost lines at its end, or they were changed.", "", advice)
    return fine(f"The audit goes as far as it should: {head.number} lines.")
