"""How many entries the server has ever counted, in a file beside the ledger.

A database with fewer was restored, even if nothing that the ledger lists has happened since its backup.
"""

import asyncio
import os
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.server.disk import sync_folder, write_new
from mia_companion.server.locks import file_lock
from mia_companion.server.schema import journals


class Watermark:
    """The number in the file, raised now and then and at each stop."""

    def __init__(self, ledger_file: Path) -> None:
        self._file = ledger_file.with_name(ledger_file.name + ".watermark")
        self._lock = ledger_file.with_name(ledger_file.name + ".watermark.lock")

    async def is_above(self, connection: AsyncConnection) -> bool:
        """Whether more entries were once counted than the database has now."""
        return await asyncio.to_thread(self._read) > await _count(connection)

    async def raise_to(self, connection: AsyncConnection) -> None:
        """Count anew; other processes may have counted more."""
        count = await _count(connection)
        await asyncio.to_thread(self._write, count, False)

    async def set_to(self, connection: AsyncConnection) -> None:
        """Begin anew from what a restored database has."""
        count = await _count(connection)
        await asyncio.to_thread(self._write, count, True)

    def _read(self) -> int:
        try:
            return int(self._file.read_text("ascii"))
        except (FileNotFoundError, ValueError):
            return 0

    def _write(self, count: int, down_too: bool) -> None:
        with file_lock(self._lock):
            if count == self._read() or (count < self._read() and not down_too):
                return
            draft = self._file.with_suffix(".draft")
            draft.unlink(missing_ok=True)
            write_new(draft, str(count).encode())
            os.replace(draft, self._file)
            sync_folder(draft.parent)


async def _count(connection: AsyncConnection) -> int:
    return int(await connection.scalar(sa.select(sa.func.sum(journals.c.head))) or 0)
