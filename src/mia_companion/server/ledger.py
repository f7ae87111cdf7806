"""The ledger: what a restored backup must not undo, in a file that no backup of the database holds.

One JSON object a line, flushed to the disk before it counts, each with a MAC over itself and the
line before, so that a line can be neither changed nor taken out:

    {"number":1,"at":"…","what":"epoch-begun","facts":{…},"mac":"…"}

Only opaque ids, sealed bytes, by which decision something went, and what was published anyway stand in it.
"""

import asyncio
import json
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.domain.entries import Frozen
from mia_companion.server.disk import make_folder, sync_folder, write_whole
from mia_companion.server.locks import file_lock
from mia_companion.server.macs import mac, same
from mia_companion.server.schema import ledger_lines

EPOCH_BEGUN = "epoch-begun"
PARTICIPANT_INVITED = "participant-invited"
PARTICIPANTS_IMPORTED = "participants-imported"
ASSIGNED = "assigned"
UNASSIGNED = "unassigned"
HANDED_OVER = "handed-over"
COVER_SET = "cover-set"
COVER_ENDED = "cover-ended"
DEVICE_REMOVED = "device-removed"
CONSENT_WITHDRAWN = "consent-withdrawn"
PARTICIPANT_ERASED = "participant-erased"
OWN_ERASED = "own-erased"
JOURNAL_DISPOSED = "journal-disposed"
STAFF_ENDED = "staff-ended"
PASSKEYS_REMOVED = "passkeys-removed"
RESULTS_PUBLISHED = "results-published"
FEED_ENDED = "feed-ended"
TAKEN_BACK = "taken-back"
"""`number` is that of a line whose transaction was undone while its server went on."""


START_LOCK = 0x4D4942
"""PostgreSQL's advisory lock between those who write lines and those who start."""


class LedgerBroken(Exception):
    """A line was changed or taken out, or the file is another than the database knows. Do not start."""


class Line(Frozen):
    """One thing that stays done. `facts` are by name: ids, sealed hex, what was published."""

    number: int
    at: datetime
    what: str
    facts: dict[str, Any]
    mac: str


class Ledger:
    """The file, shared by every process of one server. Its calls block: a flush is about 1 ms."""

    def __init__(self, file: Path, key: bytes, clock: Callable[[], datetime]) -> None:
        self._file = file
        self._lock = file.with_name(file.name + ".lock")
        self._key = key
        self._clock = clock
        self._last = (0, "")
        self._read_bytes = 0
        self._unsure: list[tuple[Line, sa.RootTransaction | None]] = []
        """Lines that were written here, and the transactions that they belong to."""
        make_folder(file.parent, 0o700)

    async def record(self, connection: AsyncConnection, what: str, facts: dict[str, Any]) -> Line:
        """Write a line for good, and note in the open transaction that the database has it.

        Called last in the transaction: a crash before the commit leaves a line that the next start
        carries out. Where the commit fails and the server goes on, the next line takes it back: whoever
        asked has been told that it was not done.
        """
        undone = await connection.run_sync(self._undone)
        line = await asyncio.to_thread(self._append_after, undone, what, facts)
        await connection.run_sync(self._note, line)
        return line

    def write(self, connection: sa.Connection, what: str, facts: dict[str, Any]) -> Line:
        """The same, waiting for the disk."""
        line = self._append_after(self._undone(connection), what, facts)
        self._note(connection, line)
        return line

    def _note(self, connection: sa.Connection, line: Line) -> None:
        self._unsure.append((line, connection.get_transaction()))
        connection.execute(sa.insert(ledger_lines).values(number=line.number, mac=line.mac))

    def _undone(self, connection: sa.Connection) -> list[Line]:
        """Lines of this process whose transactions have ended, and that the database does not know."""
        if connection.dialect.name == "postgresql":
            # A process that starts reads the file under the same lock, alone: never in between.
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock_shared(START_LOCK)))
        ended = [one for one in self._unsure if one[1] is None or not one[1].is_active]
        numbers = [line.number for line, _ in ended]
        found = sa.select(ledger_lines.c.number).where(ledger_lines.c.number.in_(numbers))
        known = set(connection.scalars(found)) if ended else set()
        self._unsure = [
            one for one in self._unsure if one not in ended or one[0].number not in known
        ]
        return [line for line, _ in ended if line.number not in known]

    def _append_after(self, undone: list[Line], what: str, facts: dict[str, Any]) -> Line:
        for line in undone:
            self._append(TAKEN_BACK, {"number": line.number})
            self._unsure = [one for one in self._unsure if one[0] != line]
        return self._append(what, facts)

    def lines(self) -> list[Line]:
        """Every line, oldest first. Cuts off what a crash left of the last one. Raises LedgerBroken."""
        with file_lock(self._lock):
            return self._catch_up(from_start=True)

    def _append(self, what: str, facts: dict[str, Any]) -> Line:
        with file_lock(self._lock):
            self._catch_up()
            number, before = self._last
            said = {"number": number + 1, "at": self._clock().isoformat(), "what": what}
            said["facts"] = facts
            said["mac"] = self._mac(before, said)
            raw = json.dumps(said, separators=(",", ":")).encode() + b"\n"
            handle = os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            try:
                write_whole(handle, raw)
                if not self._read_bytes:
                    sync_folder(self._file.parent)
            except OSError:  # not even half of it counts
                os.ftruncate(handle, self._read_bytes)
                raise
            finally:
                os.close(handle)
            self._last = (number + 1, str(said["mac"]))
            self._read_bytes += len(raw)
            return Line.model_validate(said)

    def _catch_up(self, *, from_start: bool = False) -> list[Line]:
        """Read what other processes have added, or everything, checking the chain."""
        if from_start:
            self._last, self._read_bytes = (0, ""), 0
        if not self._file.exists():
            return []
        with self._file.open("r+b") as handle:
            handle.seek(self._read_bytes)
            lines, texts = [], handle.read().splitlines(keepends=True)
            for place, text in enumerate(texts, 1):
                try:
                    lines.append(self._checked(text))
                except LedgerBroken:
                    # What was not flushed may be there from its middle on. Nothing was said of it: where
                    # the database knows such a line, the start fails for want of it.
                    if place < len(texts):
                        raise
                    handle.truncate(self._read_bytes)
                else:
                    self._read_bytes += len(text)
        return lines

    def _checked(self, text: bytes) -> Line:
        number, before = self._last
        try:
            if not text.endswith(b"\n"):
                raise ValueError
            said = json.loads(text)
            line = Line.model_validate(said)
        except ValueError as error:
            raise LedgerBroken(f"line {number + 1} is not a line") from error
        wanted = self._mac(before, {k: v for k, v in said.items() if k != "mac"})
        if line.number != number + 1 or not same(wanted.encode(), line.mac.encode()):
            raise LedgerBroken(f"line {number + 1} was changed")
        self._last = (line.number, line.mac)
        return line

    def _mac(self, before: str, said: dict[str, Any]) -> str:
        text = json.dumps(said, separators=(",", ":"), sort_keys=True)
        return mac(self._key, before, text).hex()


async def note(connection: AsyncConnection, line: Line) -> None:
    """Note that the database has done what the line says."""
    await connection.execute(sa.insert(ledger_lines).values(number=line.number, mac=line.mac))
