"""Beside the opening: what has grown is saved, everything is looked through, and damage is told."""

import asyncio
import sqlite3
from pathlib import Path

import pytest

from mia_companion.app.upkeep import Upkeep
from mia_companion.domain.layers import live
from mia_companion.domain.picture import Picture
from mia_companion.domain.steps import DONE
from mia_companion.domain.words import Undone
from mia_companion.store.damage import mark_of
from mia_companion.store.errors import StoreBroken
from mia_companion.sync.listener import Came
from tests.app.solo import Solo
from tests.example_data import JOURNAL, held, life_told, steps_told


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the store lies."""
    return tmp_path / "companion.sqlite"


def _long(path: Path) -> Solo:
    """A person with more behind them; nothing of it is saved as a picture yet."""
    solo = Solo(path)
    solo.companion.store.journals.add(held(), life_told(120)[2:])
    solo.companion.store.close()
    solo.open()
    return solo


async def _no_time(seconds: float) -> None:
    return None


def _was_mended(solo: Solo) -> bool:
    return solo.companion.view.was_mended


def _is_told(solo: Solo) -> bool:
    return solo.companion.view.is_damaged


def _upkeep(solo: Solo) -> Upkeep:
    return Upkeep(solo.companion.store, solo.companion._pictures, sleep=_no_time)


async def test_what_has_grown_is_saved_after_the_opening_and_says_the_same(path: Path) -> None:
    solo = _long(path)
    shown = solo.companion.view.pictures[JOURNAL]
    assert solo.companion.store.journals.picture(JOURNAL).seq == 0
    await _upkeep(solo).run()
    saved = solo.companion.store.journals.picture(JOURNAL)
    assert saved.seq == 120
    assert saved == shown
    assert not _is_told(solo)
    await solo.companion.close()


async def test_damage_is_told_and_mended_when_the_app_is_opened_again(path: Path) -> None:
    solo = _long(path)
    await _upkeep(solo).run()
    solo.companion.store.close()
    with sqlite3.connect(path) as db:
        db.execute("UPDATE entries SET sealed = zeroblob(99) WHERE seq = 120")
    db.close()
    solo.open()
    assert not _was_mended(solo)
    await _upkeep(solo).run()
    assert _is_told(solo)
    assert solo.do.messages.write("skrivet ändå")
    solo.do.choices.seen_damaged()
    assert not _is_told(solo)
    await solo.companion.close()
    solo.open()
    assert _was_mended(solo)
    assert [w.entry.kind for w in solo.companion.view.outbox] == ["MessageWritten"]
    assert not mark_of(path).exists()
    await solo.companion.close()


async def test_an_app_that_closes_in_the_middle_is_told_nothing(path: Path) -> None:
    solo = _long(path)

    async def close(seconds: float) -> None:
        solo.companion.store.close()

    await Upkeep(solo.companion.store, solo.companion._pictures, sleep=close).run()
    assert not solo.companion.store.damage.found
    assert not mark_of(path).exists()
    await solo.companion.close()


async def test_the_companion_looks_after_its_store_until_it_is_closed(path: Path) -> None:
    solo = _long(path)
    solo.companion.upkeep = _upkeep(solo)
    solo.companion.start()
    for _ in range(2000):
        await asyncio.sleep(0)
        if solo.companion.store.journals.picture(JOURNAL).seq == 120:
            break
    assert solo.companion.store.journals.picture(JOURNAL).seq == 120
    await solo.companion.close()
    assert not solo.companion.store.damage.found


def _with_broken_shelves(path: Path) -> Solo:
    solo = _long(path)
    asyncio.run(_upkeep(solo).run())
    solo.close()
    with sqlite3.connect(path) as db:
        db.execute("UPDATE shelves SET sealed = zeroblob(99)")
    db.close()
    solo.open()
    return solo


def test_what_is_recorded_about_something_broken_is_recorded(path: Path) -> None:
    solo = _with_broken_shelves(path)
    record = solo.companion.record(JOURNAL, Undone(item="step-07", entry="journal-shared-000016"))
    assert [w.entry.id for w in solo.companion.view.outbox] == [record.id]
    assert [w.entry.id for w in solo.companion.store.outbox.all()] == [record.id]
    assert _is_told(solo)
    solo.reopen()
    assert _was_mended(solo)
    assert [w.entry.id for w in solo.companion.view.outbox] == [record.id]
    solo.close()


def test_a_page_that_cannot_be_folded_leaves_no_picture_with_a_gap(path: Path) -> None:
    solo = _with_broken_shelves(path)
    store, before = solo.companion.store, solo.companion.view.pictures[JOURNAL]
    pages = [
        [life_told(7)[6].model_copy(update={"seq": 121})],  # about a step that is settled
        steps_told(2, start=122),
    ]
    for page in pages:
        store.journals.add(held(), page)
        with pytest.raises(StoreBroken):
            solo.companion.came([Came(held(), page)])
    assert solo.companion.view.pictures[JOURNAL] is before
    solo.close()


async def test_a_thousand_entries_that_came_are_saved_once_and_leave_a_tap_little_to_look_through(
    path: Path,
) -> None:
    solo = Solo(path)
    store, life, saved = solo.companion.store, life_told(1200)[2:], list[int]()
    save = store.journals.save_picture

    def counted(journal: str, picture: Picture, *, generation: int | None = None) -> Picture:
        saved.append(picture.seq)
        return save(journal, picture, generation=generation)

    store.journals.save_picture = counted  # type: ignore[method-assign]
    upkeep = solo.companion.upkeep = _upkeep(solo)
    saving = asyncio.create_task(upkeep.save())
    for start in range(0, len(life), 100):
        page = life[start : start + 100]
        store.journals.add(held(), page)
        solo.companion.came([Came(held(), page)])
    for _ in range(3):
        await asyncio.sleep(0)
    assert saved == [1200]
    assert store.journals.picture(JOURNAL) == solo.companion.view.pictures[JOURNAL]
    assert len(list(solo.companion.view.plan().steps)) == 21
    assert solo.do.path.plan_step("Gå ut").item
    assert len(live(solo.companion.view.pictures[JOURNAL].steps)) < 5
    assert solo.do.path.mark_step("step-own", DONE)
    saving.cancel()
    await solo.companion.close()


def test_a_full_disk_keeps_no_picture_and_loses_nothing(path: Path) -> None:
    solo = _long(path)
    solo.companion.store._database.rows("PRAGMA max_page_count = 1")
    asyncio.run(_upkeep(solo).run())
    assert solo.companion.store.journals.picture(JOURNAL).seq == 0
    assert not _is_told(solo)
    assert len(solo.companion.view.pictures[JOURNAL].steps) == 20
    solo.close()
