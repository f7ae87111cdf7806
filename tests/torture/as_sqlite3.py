"""apsw's SQLite under the door of `sqlite3`, so that our code runs on it as it stands."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any

import apsw
import pytest

_KINDS: dict[int, type[sqlite3.Error]] = {
    apsw.SQLITE_CORRUPT: sqlite3.DatabaseError,
    apsw.SQLITE_NOTADB: sqlite3.DatabaseError,
    apsw.SQLITE_CONSTRAINT: sqlite3.IntegrityError,
}

_PAGES_IN_THE_LOG = 1000

Committed = Callable[["Connection"], None]
"""Told after each transaction that wrote something, when its commit has returned."""

Instead = Callable[[str], str]
"""The statement that is run for one: for faults on purpose."""


class Cursor:
    """What one statement gave; it has run to its end."""

    arraysize = 1
    lastrowid = 0
    row_factory = None

    def __init__(self, connection: "Connection") -> None:
        self.connection = connection
        self.description: Any = None
        self.rowcount = -1
        self._rows: Iterator[Any] = iter(())

    def execute(self, sql: str, given: Sequence[Any] = (), /) -> "Cursor":
        """One statement."""
        return self.executemany(sql, [given])

    def executemany(self, sql: str, many: Iterable[Sequence[Any]], /) -> "Cursor":
        """One statement, for each of many."""
        self.rowcount, self.description, rows = -1, None, []
        for given in many:
            changed, found, self.description = self.connection.run(sql, given)
            rows += found
            self.rowcount = max(self.rowcount, 0) + changed if self.description is None else -1
        self._rows = iter(rows)
        self.lastrowid = self.connection.below.last_insert_rowid()
        return self

    def fetchone(self) -> Any:
        """The next row."""
        return next(self._rows, None)

    def fetchmany(self, size: int = 1) -> list[Any]:
        """Some rows."""
        return [row for row, _ in zip(self._rows, range(size), strict=False)]

    def fetchall(self) -> list[Any]:
        """All rows that are left."""
        return list(self._rows)

    def __iter__(self) -> Iterator[Any]:
        return self._rows

    def close(self) -> None:
        """Nothing is held."""


class Connection:
    """One connection with no transactions of its own accord."""

    isolation_level = None
    row_factory = None

    def __init__(self, path: str, vfs: str, committed: Committed, instead: Instead) -> None:
        self.below = apsw.Connection(path, vfs=vfs)
        self.below.set_wal_hook(_as_sqlite_does)
        self._committed = committed
        self._instead = instead
        self._told = 0

    @property
    def in_transaction(self) -> bool:
        """Whether one is open."""
        return self.below.in_transaction

    def cursor(self, factory: Any = None) -> Cursor:
        """A place for answers."""
        return Cursor(self)

    def execute(self, sql: str, given: Sequence[Any] = (), /) -> Cursor:
        """One statement."""
        return Cursor(self).execute(sql, given)

    def executemany(self, sql: str, many: Iterable[Sequence[Any]], /) -> Cursor:
        """One statement, for each of many."""
        return Cursor(self).executemany(sql, many)

    def executescript(self, sql: str, /) -> Cursor:
        """Many statements, with the transactions that they begin and end."""
        statement = ""
        for line in sql.splitlines(keepends=True):
            statement += line
            if sqlite3.complete_statement(statement):
                self.execute(statement)
                statement = ""
        return Cursor(self)

    def run(self, sql: str, given: Sequence[Any]) -> tuple[int, list[Any], Any]:
        """How many rows changed, the rows that came, and their columns if it is a question."""
        described: list[Any] = []
        cursor = self.below.cursor()

        def look(traced: Any, statement: str, bindings: Any) -> bool:
            described[:] = traced.get_description()
            return True

        cursor.exec_trace = look
        before = self.below.total_changes()
        try:
            rows = list(cursor.execute(self._instead(sql), given))
        except apsw.Error as wrong:
            raise _as_sqlite3(wrong) from wrong
        changed = self.below.total_changes() - before
        if not self.below.in_transaction and self.below.total_changes() > self._told:
            self._told = self.below.total_changes()
            self._committed(self)
        columns = tuple((name, *[None] * 6) for name, _ in described)
        return changed, rows, columns or None

    def commit(self) -> None:
        """End what is open."""
        if self.in_transaction:
            self.execute("COMMIT")

    def rollback(self) -> None:
        """Undo what is open."""
        if self.in_transaction:
            self.execute("ROLLBACK")

    def create_function(self, name: str, narg: int, func: Any, **more: Any) -> None:
        """A function of Python's."""
        self.below.create_scalar_function(name, func, narg)

    def close(self) -> None:
        """Let go. What cannot be carried over from the log then stays in it."""
        with suppress(apsw.Error):
            self.below.close()


def _as_sqlite_does(connection: apsw.Connection, name: str, pages: int) -> int:
    """What SQLite does of itself after a commit. What fails there fails no commit: apsw would raise it."""
    if pages >= _PAGES_IN_THE_LOG:
        with suppress(apsw.Error):
            connection.wal_checkpoint(name)
    return apsw.SQLITE_OK


def _as_sqlite3(wrong: apsw.Error) -> sqlite3.Error:
    code = int(getattr(wrong, "result", apsw.SQLITE_ERROR))
    said = _KINDS.get(code, sqlite3.OperationalError)(str(wrong))
    said.sqlite_errorcode = int(getattr(wrong, "extendedresult", 0)) or code
    said.sqlite_errorname = type(wrong).__name__
    return said


def put_in_its_place(
    patch: pytest.MonkeyPatch,
    vfs: str,
    committed: Committed = lambda _: None,
    instead: Instead = lambda sql: sql,
) -> None:
    """From now on `sqlite3` opens files through that file system; what is in memory alone stays as it is."""
    real = sqlite3.connect

    def connect(path: Any, *given: Any, **named: Any) -> Any:
        if str(path) == ":memory:":
            return real(path, *given, **named)
        try:
            made = Connection(str(path), vfs, committed, instead)
        except apsw.Error as wrong:
            raise _as_sqlite3(wrong) from wrong
        made.below.set_busy_timeout(int(named.get("timeout", 5) * 1000))
        return made

    patch.setattr(sqlite3, "connect", connect)
    patch.setattr(sqlite3.dbapi2, "connect", connect)
