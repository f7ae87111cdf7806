"""A phone whose power is cut at any moment has lost nothing that it had acknowledged."""

import random
import shutil
from collections import Counter
from pathlib import Path

import pytest

from mia_companion.store.errors import StoreError
from mia_companion.store.store import Store
from tests.torture.power import cuts, put_back
from tests.torture.printed import Told
from tests.torture.recorded_phone import Life, contents, live
from tests.torture.sizes import times
from tests.torture.tape import Tape
from tools.fixtures import FOLDER, KEY

SEED = 20261127

pytestmark = [pytest.mark.slow, pytest.mark.timeout(times(300, 3600))]


def _life(folder: Path, begins_as: str, seed: int, **more: str) -> Life:
    folder.mkdir()
    path = folder / "companion.sqlite"
    begins = {}
    if begins_as:
        shutil.copy(FOLDER / f"{begins_as}.sqlite", path)
        begins = {str(path): path.read_bytes()}
    return live(Life(Tape(begins), path), seed, sessions=5, **more)


def _found_wrong(life: Life, folder: Path, count: int, seed: int) -> Counter[str]:
    """What is wrong in so many states; of how many states there is nothing to say is counted, too."""
    chance = random.Random(seed)
    found: Counter[str] = Counter()
    for commits, said, left in cuts(life.tape, count, chance):
        put_back(left, life.path.parent, folder)
        found["states"] += 1
        try:
            store = Store(folder / life.path.name, KEY)
        except StoreError:
            found["not opened"] += 1
            continue
        try:
            if contents(store._database.rows) not in life.may_hold(commits):
                found["torn"] += 1
            store.check()  # afterwards: it lets pictures of an earlier fold go
            found["lost"] += len(set(said) - _here(store, life))
        except StoreError:
            found["not opened"] += 1
        finally:
            store.close()
    return found


def _here(store: Store, life: Life) -> set[object]:
    """Which entries are here as they were written."""
    waits = [one.entry for one in store.outbox.all()]
    known = [one.entry for id_ in store.journals.known() for one in store.journals.entries(id_)]
    return {one.id for one in waits + known if life.entries.get(one.id) == one}


def test_a_phone_without_power_loses_nothing(tmp_path: Path, tell: Told) -> None:
    count, found = times(600, 10_000), Counter[str]()
    begun = ("", "store-v1", "store-v2", "store-v3")
    for n, begins_as in enumerate(begun):
        life = _life(tmp_path / f"{n}", begins_as, SEED + n)
        found += _found_wrong(life, tmp_path / "state", count // len(begun), SEED + n)
    assert found == Counter(states=count)
    tell(
        2,
        "A phone loses power: unflushed writes dropped, torn or in another order",
        f"{found['states']:,} states of the disk",
        f"{found['lost']} lost, {found['torn']} torn, {found['not opened']} not opened",
    )


def test_a_phone_that_does_not_flush_each_commit_is_caught(tmp_path: Path) -> None:
    life = _life(tmp_path / "life", "", SEED, synchronous="NORMAL")
    assert _found_wrong(life, tmp_path / "state", 100, SEED)["lost"] > 0
