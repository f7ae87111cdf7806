"""Opening the file: durable, exclusive, migrated.

user_version 0 ──0001_….sql──▶ 1 ──0002_….sql──▶ 2 …       each step in one transaction
"""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path
from threading import RLock
from typing import Any

from mia_companion.store.errors import StoreBroken, StoreBusy, StoreError, StoreFull, StoreTooNew

CONFIRMED_TABLES = ("journals", "entries", "pictures", "shelves", "blob_cache")
"""What can be fetched again; a browser's session keeps these in memory alone."""


def migrations() -> list[tuple[int, str]]:
    """Every migration, as its number and its SQL, in order."""
    found = sorted(files(__package__).joinpath("migrations").iterdir(), key=lambda f: f.name)
    return [(int(f.name[:4]), f.read_text("utf-8")) for f in found if f.name.endswith(".sql")]


@cache
def schema() -> list[tuple[str, str]]:
    """Every table and index by name, as the migrations make them in an empty file."""
    with closing(sqlite3.connect(":memory:")) as db:
        for _, sql in migrations():
            db.executescript(sql)
        return db.execute(_SCHEMA).fetchall()


_SCHEMA = "SELECT name, sql FROM main.sqlite_schema ORDER BY name"

FAULTS = (sqlite3.Error, UnicodeDecodeError)
"""What SQLite raises; of a damaged schema it tells in bytes that are no text."""


class Database:
    """One SQLite connection with one writer. Thread-safe by a lock; transactions do not nest."""

    def __init__(self, path: Path, *, confirmed_in_memory: bool = False) -> None:
        self._lock = RLock()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(
                path, isolation_level=None, check_same_thread=False, timeout=2
            )
        except sqlite3.Error as wrong:
            raise _said(wrong) from wrong
        except OSError as wrong:
            full = wrong.errno == errno.ENOSPC
            raise (StoreFull if full else StoreError)(str(wrong)) from wrong
        try:
            self._prepare(confirmed_in_memory)
        except FAULTS as wrong:
            self._db.close()
            raise _said(wrong) from wrong
        except StoreError:
            self._db.close()
            raise

    def _prepare(self, confirmed_in_memory: bool) -> None:
        self._db.execute("PRAGMA locking_mode = EXCLUSIVE")
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = FULL")
        self._db.execute("PRAGMA secure_delete = ON")
        self._db.execute("PRAGMA temp_store = MEMORY")
        self._db.execute("BEGIN IMMEDIATE")  # takes the exclusive lock now, not at the first tap
        self._db.execute("COMMIT")
        self._migrate()
        if confirmed_in_memory:
            self._shadow()

    def _migrate(self) -> None:
        (present,) = self._db.execute("PRAGMA user_version").fetchone()
        steps = migrations()
        if present > steps[-1][0]:
            raise StoreTooNew(f"schema {present}")
        for number, sql in steps:
            if number > present:
                self._db.executescript(
                    f"BEGIN IMMEDIATE;\n{sql}\nPRAGMA user_version = {number};\nCOMMIT;"
                )

    def _shadow(self) -> None:
        """Give the confirmed tables twins in memory, which then answer to their names."""
        for name in CONFIRMED_TABLES:
            (sql,) = self._db.execute(
                "SELECT sql FROM main.sqlite_schema WHERE type = 'table' AND name = ?", (name,)
            ).fetchone()
            self._db.execute(sql.replace("CREATE TABLE", "CREATE TEMP TABLE", 1))

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """One durable transaction: all of it is on the disk when the block is left, or none."""
        with self._lock:
            try:
                self._db.execute("BEGIN IMMEDIATE")
                try:
                    yield self._db
                    self._db.execute("COMMIT")
                except BaseException:
                    if self._db.in_transaction:
                        self._db.execute("ROLLBACK")
                    raise
            except FAULTS as wrong:
                raise _said(wrong) from wrong

    def write(self, sql: str, *given: object) -> None:
        """One statement as a durable transaction of its own."""
        with self._lock:
            try:
                self._db.execute(sql, given)
            except FAULTS as wrong:
                raise _said(wrong) from wrong

    def rows(self, sql: str, *given: object) -> list[tuple[Any, ...]]:
        """Every row of a query."""
        with self._lock:
            try:
                return self._db.execute(sql, given).fetchall()
            except FAULTS as wrong:
                raise _said(wrong) from wrong

    def has_its_schema(self) -> bool:
        """Whether the file says of its tables what the migrations said; a flipped letter renames one."""
        return self.rows(_SCHEMA) == schema()

    def tables(self) -> list[str]:
        """The names of the file's tables."""
        sql = "SELECT name FROM main.sqlite_schema WHERE type = 'table' ORDER BY name"
        return [str(name) for (name,) in self.rows(sql)]

    def in_memory(self, table: str) -> bool:
        """Whether that table is kept in memory alone."""
        return bool(self.rows("SELECT 1 FROM temp.sqlite_schema WHERE name = ?", table))

    def shrink(self) -> None:
        """Leave nothing in the file or its log of what was deleted."""
        self.write("PRAGMA wal_checkpoint(TRUNCATE)")
        self.write("VACUUM")
        self.write("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Let another writer in. Safe to call twice."""
        with self._lock:
            self._db.close()


def _said(wrong: Exception) -> StoreError:
    if isinstance(wrong, UnicodeDecodeError):
        return StoreBroken("the file's own words are no text")
    code = getattr(wrong, "sqlite_errorcode", 0) & 0xFF
    if isinstance(wrong, sqlite3.OperationalError) and code == 0:
        return StoreBroken(str(wrong))  # Python's own: a text column that is no text
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreBusy(str(wrong))
    # A full disk has no room for another file either: neither for this one nor for its log.
    if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN):
        return StoreFull(str(wrong))
    # The statements here are right, so one that SQLite cannot make sense of meets a damaged schema.
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR):
        return StoreBroken(str(wrong))
    return StoreError(str(wrong))
