"""A phone whose disk is full says so, loses nothing, and goes on when there is room."""

import asyncio
import json
import shutil
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest

from mia_companion.store.errors import StoreFull
from mia_companion.store.store import Store
from mia_companion.wire import problems
from tests.torture.full import Full
from tests.torture.full_phone import OnAFullDisk
from tests.torture.printed import Told
from tests.torture.recorded_phone import Life, Recording
from tests.torture.tape import Tape
from tools.fixtures import FOLDER, KEY, said

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


async def _signed_in(full: Full, path: Path) -> OnAFullDisk:
    phone = OnAFullDisk(full, path)
    phone.twin.write(5)
    phone.open()
    await phone.companion.engine.sync()
    return phone


async def _use(full: Full, path: Path) -> Counter[str]:
    phone = await _signed_in(full, path)
    await phone.at_every_step(phone.write)
    await phone.at_every_step(phone.show_something)
    await phone.at_every_step(phone.begin, silent=True)
    await phone.sync()
    phone.check(is_even=True)
    await phone.companion.close()
    return phone.found


async def _sync(full: Full, folder: Path) -> Counter[str]:
    """A phone of its own for each step: what it has read would grow, and with it the steps."""
    found: Counter[str] = Counter()
    for fits in range(300):
        phone = await _signed_in(full, folder / f"sync-{fits}" / "companion.sqlite")
        full.left = fits
        told = await phone.sync()
        refused = full.has_room()
        phone.check()
        assert await phone.sync() == ""
        phone.check(is_even=True)
        await phone.companion.close()
        if not refused:
            return found
        # Saving pictures, and keeping a copy of a photo that the server has, may wait.
        found["full"] += 1
        found["said"] += told == problems.DISK_FULL
    raise AssertionError("the disk was always full")


def _begin(full: Full, folder: Path, begins_as: str) -> Counter[str]:
    """The first opening of a file, for each place at which it may find no room."""
    found: Counter[str] = Counter()
    for fits in range(300):
        path = folder / f"{begins_as}-{fits}" / "companion.sqlite"
        path.parent.mkdir()
        if begins_as:
            shutil.copy(FOLDER / f"{begins_as}.sqlite", path)
        full.left = fits
        with suppress(StoreFull):
            Store(path, KEY).close()
        refused = full.has_room()
        store = Store(path, KEY)
        store.check()
        if begins_as:
            expected = json.loads((FOLDER / f"{begins_as}.json").read_text("utf-8"))
            assert json.loads(json.dumps(said(store))) == expected
        store.close()
        if not refused:
            return found
        found["full"] += 1
    raise AssertionError("the disk was always full")


def test_a_phone_on_a_full_disk_says_so_and_goes_on(tmp_path: Path, tell: Told) -> None:
    full, found = Full(), Counter[str]()
    with Recording(Life(Tape(), tmp_path), full=full):
        found += asyncio.run(_use(full, tmp_path / "companion.sqlite"))
        synced = asyncio.run(_sync(full, tmp_path))
        assert synced["said"] > synced["full"] // 2
        found += synced
        for begins_as in ("", "store-v1", "store-v2"):
            found += _begin(full, tmp_path, begins_as)
    assert found["full"] > 100
    tell(
        8,
        "A phone's disk is full from the n-th write on, for each n of recording, keeping a photo, pushing,"
        " pulling, saving pictures, sending photos, starting, making a store and migrating one",
        f"{found['full']:,} times full",
        "0 acknowledged lost, each was said and went on when there was room",
    )
