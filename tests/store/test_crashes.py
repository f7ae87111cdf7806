"""A crash between any two statements, or at any moment, leaves all of an operation or none."""

import itertools
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from mia_companion.store.store import Store
from tests.example_data import KEY
from tests.store.operations import OPERATIONS, everything, prepare


class Crash(BaseException):
    """The process is gone: nothing after this statement runs, not even a rollback."""


class Crashing(sqlite3.Connection):
    """A connection that lets `left` statements through and is dead from then on."""

    left = 10**9

    def execute(self, *given: Any) -> sqlite3.Cursor:
        self._count()
        return super().execute(*given)

    def executemany(self, sql: str, rows: Any, /) -> sqlite3.Cursor:
        def one_by_one() -> Iterator[Any]:
            for row in rows:
                self._count()
                yield row

        self._count()
        return super().executemany(sql, one_by_one())

    def executescript(self, script: str, /) -> sqlite3.Cursor:
        statement = ""
        for line in script.splitlines():
            statement += line + "\n"
            if sqlite3.complete_statement(statement):
                self.execute(statement)
                statement = ""
        assert not statement.strip()
        return self.cursor()

    def _count(self) -> None:
        Crashing.left -= 1
        if Crashing.left < 0:
            raise Crash


@pytest.fixture
def statements(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every store of the test counts its statements."""
    real = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *a, **k: real(*a, factory=Crashing, **k))
    yield
    Crashing.left = 10**9


def _copy(source: Path, to: Path) -> Path:
    """The bytes on the disk at this moment, as a crash leaves them, with no leave taken."""
    to.mkdir()
    for file in source.parent.glob(source.name + "*"):
        shutil.copy(file, to / file.name)
    return to / source.name


@pytest.mark.usefixtures("statements")
@pytest.mark.parametrize("name", OPERATIONS)
def test_a_crash_between_any_two_statements_leaves_all_or_nothing(
    name: str, path: Path, tmp_path: Path
) -> None:
    store = Store(path, KEY)
    prepare(store)
    before = everything(store)
    store.close()
    outcomes: list[bool] = []
    while not outcomes or not outcomes[-1]:
        at = len(outcomes)
        store = Store(_copy(path, tmp_path / f"{at}"), KEY)
        Crashing.left = at
        try:
            OPERATIONS[name](store)
            done = True
        except Crash:
            done = False
        Crashing.left = 10**9
        found = Store(_copy(store.path, tmp_path / f"{at}-crashed"), KEY)
        if done:
            assert everything(found) == everything(store) != before
        else:
            assert everything(found) == before
        found.check()
        found.close()
        store.close()
        outcomes.append(done)
    assert False in outcomes  # it died at least once, before the one statement or between many


@pytest.mark.usefixtures("statements")
def test_a_crash_while_a_store_is_made_leaves_one_that_opens(tmp_path: Path) -> None:
    for at in itertools.count():
        path = tmp_path / f"{at}" / "companion.sqlite"
        Crashing.left = at
        made = None
        with suppress(Crash):
            made = Store(path, KEY)
        Crashing.left = 10**9
        again = Store(_copy(path, tmp_path / f"{at}-crashed"), KEY)
        prepare(again)
        again.check()
        again.close()
        if made:
            made.close()
            break
    assert at > 15
