"""The floor of anything durable: one bare `sqlite3` transaction that is flushed before it returns."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path


class Bare:
    """A file with one table, WAL and `synchronous=FULL`; the rows come ready-made."""

    def __init__(self, path: Path, table: str, *pragmas: str) -> None:
        self._db = sqlite3.connect(path, isolation_level=None)
        for pragma in ("journal_mode = WAL", "synchronous = FULL", *pragmas):
            self._db.execute(f"PRAGMA {pragma}")
        self._db.execute(table)

    def write(self, insert: str, rows: Sequence[Sequence[object]]) -> None:
        """One transaction with these rows."""
        self._db.execute("BEGIN IMMEDIATE")
        if len(rows) == 1:
            self._db.execute(insert, rows[0])
        else:
            self._db.executemany(insert, rows)
        self._db.execute("COMMIT")

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()
