"""A server whose power is cut at any moment has lost nothing that it had acknowledged."""

import asyncio
import os
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from mia_companion.server import ledger
from mia_companion.server.keeping import key_folder, rotation
from tests.torture.power import cuts, put_back
from tests.torture.printed import Told
from tests.torture.recorded_server import People, ServerLife, live
from tests.torture.server_afterwards import look_at, start_on
from tests.torture.sizes import times

SEED = 20261127
ONE_IN = times(50, 10)
"""In one of so many states a whole server is started; the others are looked at part by part."""

pytestmark = [pytest.mark.slow, pytest.mark.timeout(times(300, 3600))]


def _found_wrong(
    life: ServerLife, folder: Path, count: int, seed: int, one_in: int = ONE_IN
) -> Counter[str]:
    chance, found = random.Random(seed), Counter[str]()
    data = folder / life.data.name
    for n, (commits, said, left) in enumerate(cuts(life.tape, count, chance), 1):
        put_back(left, life.folder, folder)
        data.mkdir(parents=True, exist_ok=True)
        if n % one_in:
            found += look_at(data, life, commits, said)
        else:
            found += asyncio.run(start_on(data, life, said))
    return found


def test_a_server_without_power_loses_nothing(tmp_path: Path, tell: Told) -> None:
    lives, found = times(2, 5), Counter[str]()
    count = times(600, 10_000)
    for n in range(lives):
        folder = tmp_path / f"{n}"
        folder.mkdir()
        life = live(ServerLife(folder), SEED + n, 15)
        found += _found_wrong(life, tmp_path / "state", count // lives, SEED + n)
    started = found.pop("started")
    assert found == Counter(states=count - started)
    tell(
        2,
        "A server on SQLite loses power, with its keys and its ledger: unflushed writes dropped, torn or"
        " in another order",
        f"{count:,} states of the disk, on {started:,} of them a server is started",
        f"{found['lost']} lost, {found['torn']} torn, {found['not opened']} not opened",
    )


def _commits_are_not_flushed(patch: pytest.MonkeyPatch) -> str:
    return "NORMAL"


def _names_of_keys_are_not_flushed(patch: pytest.MonkeyPatch) -> str:
    patch.setattr(key_folder, "sync_folder", lambda folder: None)
    return "FULL"


def _keys_are_used_before_they_are_there(patch: pytest.MonkeyPatch) -> str:
    patch.setattr(rotation, "sync_folder", lambda folder: None)
    patch.setattr(People, "refresh", People.rotate)  # often enough
    return "FULL"


def _the_ledger_is_not_flushed(patch: pytest.MonkeyPatch) -> str:
    patch.setattr(ledger, "write_whole", os.write)
    return "FULL"


@pytest.mark.parametrize(
    ("seed_fault", "seen"),
    [
        (_commits_are_not_flushed, "lost"),
        (_names_of_keys_are_not_flushed, "lost"),
        (_keys_are_used_before_they_are_there, "lost"),
        (_the_ledger_is_not_flushed, "not opened"),
    ],
)
def test_a_server_that_does_not_flush_is_caught(
    seed_fault: Callable[[pytest.MonkeyPatch], str],
    seen: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "life").mkdir()
    synchronous = seed_fault(monkeypatch)
    life = live(ServerLife(tmp_path / "life"), SEED, 5, synchronous=synchronous)

    assert _found_wrong(life, tmp_path / "state", 120, SEED, one_in=1000)[seen] > 0
