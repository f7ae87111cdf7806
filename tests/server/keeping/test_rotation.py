"""Keys are changed while servers run, whenever it stops; what was there opens what it sealed."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from mia_companion.server.keeping import key_folder
from mia_companion.server.keeping.key_files import read_key_file
from mia_companion.server.keeping.rotation import KEPT_FOR, Wanted
from tests.server.keeping.folder import JOURNALS, SERVERS, Folder, is_in


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def test_keys_of_before_are_read_and_wrapped_at_the_rotation(folder: Folder) -> None:
    before = folder.all()
    keys = folder.settings.keys
    store = folder.open()
    for path in keys.rglob("*.key"):  # as they lay there before anything was wrapped
        [one] = read_key_file(path.read_bytes()).versions
        path.write_bytes(store.files.opened(path, one))
    (keys / "wrapped").unlink()
    (folder.settings.kek).unlink()
    assert folder.all() == before
    done = folder.rotate(Wanted(journals=False, servers=False))
    assert (done.wrapped, done.journals, done.servers) == (len(SERVERS) + len(JOURNALS), 0, 0)
    assert folder.all() == before
    everything = b"".join(one.read_bytes() for one in keys.rglob("*") if one.is_file())
    for versions in before.values():
        assert not any(key in everything for key in versions.values())


def test_each_rotation_adds_a_version_that_is_used_by_whoever_runs(folder: Folder) -> None:
    running = folder.open()
    before = folder.all(running)
    done = folder.rotate()
    after = folder.all(running)
    assert (done.journals, done.servers, done.went_on) == (len(JOURNALS), 2, False)
    assert is_in(before, after)
    for one in JOURNALS:
        assert list(after[one]) == [1, 2]
        assert after[one][1] != after[one][2]
    assert running.server_key("receipt") not in before["receipt"].values()
    assert running.server_key("ledger") in before["ledger"].values()
    for _ in range(3):
        folder.rotate()
    assert is_in(after, folder.all(running))
    assert list(running.journal_keys(JOURNALS[0])) == [1, 2, 3, 4, 5]


class Cut(BaseException):
    """The process is gone."""


def test_one_that_is_cut_off_anywhere_is_gone_on_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)  # what is flushed is asked elsewhere
    for steps in range(200):
        folder = Folder(tmp_path / str(steps))
        running = folder.open()
        before = folder.all(running)
        with monkeypatch.context() as patch:
            left = _cut_after(patch, steps)
            with suppress(Cut):
                folder.rotate()
        assert is_in(before, folder.all(running)), steps
        there = folder.all()
        assert is_in(before, there), steps
        done = folder.rotate()
        after = folder.all(running)
        assert is_in(there, after), steps
        whole = not done.went_on and len(there["journal-0"]) > 1  # it was cut off after its end
        assert {len(after[one]) for one in JOURNALS} == {3 if whole else 2}, steps
        folder.clock.forward(days=KEPT_FOR.days + 1)  # what wrapped before opens nothing any more
        now = folder.all()
        assert all(now[one] == after[one] for one in (*JOURNALS, "receipt", "ledger")), steps
        if left():
            assert steps > 30
            return
    raise AssertionError("it never ends")


def _cut_after(patch: pytest.MonkeyPatch, steps: int) -> Callable[[], int]:
    """The process is gone at the so-and-so-many-th thing that it asks of the disk."""
    left = [steps]

    def counted(real: Callable[..., Any]) -> Callable[..., Any]:
        def either(*given: Any, **named: Any) -> Any:
            if left[0] == 0:
                raise Cut
            left[0] -= 1
            return real(*given, **named)

        return either

    for name in ("fsync", "replace", "link"):
        patch.setattr(os, name, counted(getattr(os, name)))
    return lambda: left[0]


def test_nobody_meets_a_version_that_they_do_not_know(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What one process signs and seals with, another has seen, however short ago it looked."""
    monkeypatch.setattr(key_folder, "LOOK_SECONDS", 0.5)  # much longer than writing takes here
    monkeypatch.setattr(os, "fsync", lambda _: None)
    other = folder.open()
    folder.all(other)
    for _ in range(2):
        folder.all(other)  # just looked
        folder.rotate()
        one = folder.open()
        assert one.server_key("access") in other.server_keys("access")
        assert next(reversed(list(one.journal_keys("journal-0")))) in other.journal_keys(
            "journal-0"
        )
