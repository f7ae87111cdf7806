"""An app that is killed while a broken store is mended loses nothing by it."""

import itertools
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from mia_companion.store.store import Store
from tests.example_data import KEY
from tests.store.as_the_app import laid_aside, start
from tests.store.operations import everything, prepare
from tests.store.test_crashes import Crash, Crashing


@pytest.fixture
def killed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Statements and changes of files are counted alike; after so many, nothing happens any more."""
    real = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *a, **k: real(*a, factory=Crashing, **k))
    for name in ("rename", "unlink"):
        monkeypatch.setattr(Path, name, _counted(getattr(Path, name)))


def _counted(change: Callable[..., Any]) -> Callable[..., Any]:
    def counted(*given: Any, **named: Any) -> Any:
        Crashing.left -= 1
        if Crashing.left < 0:
            raise Crash
        return change(*given, **named)

    return counted


@pytest.mark.usefixtures("killed")
def test_what_only_the_broken_store_had_is_there_after_any_crash(tmp_path: Path) -> None:
    whole = tmp_path / "whole" / "companion.sqlite"
    store = Store(whole, KEY)
    prepare(store)
    before = everything(store)
    shutil.copytree(whole.parent, tmp_path / "open")  # its log with it, as a killed app leaves them
    store.close()
    broken = tmp_path / "open" / whole.name
    db = sqlite3.connect(broken)
    db.execute("UPDATE journals SET sealed = zeroblob(40)")
    db.commit()
    shutil.copytree(broken.parent, tmp_path / "broken")
    db.close()
    died = True
    for at in itertools.count():
        path = tmp_path / f"{at}" / whole.name
        shutil.copytree(tmp_path / "broken", path.parent)
        Crashing.left = at
        died = True
        with suppress(Crash):
            store, _ = start(path)
            died = False
            store.close()
        Crashing.left = 10**9
        shutil.copytree(path.parent, tmp_path / f"{at}-again")
        again = tmp_path / f"{at}-again" / whole.name
        store, _ = start(again)
        found = everything(store)
        assert {name: found[name] for name in ("outbox", "draft", "language")} == {
            name: before[name] for name in ("outbox", "draft", "language")
        }
        assert found["cursors"] == {}
        assert laid_aside(again).exists()
        store.check()
        store.close()
        if not died:
            break
    assert at > 60
