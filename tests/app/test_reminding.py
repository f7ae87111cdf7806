"""What the phone will show is what the plan says: no more, no less, nothing twice, and nothing in words."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from mia_companion.app.reminding import AT_MOST, CANNOT, NOT_ALLOWED, Reminding
from mia_companion.device.notifications import MemoryNotifications, NoNotifications, NoticeWords
from mia_companion.domain.reminders import Due
from mia_companion.domain.steps import StepPlanned
from mia_companion.sync.listener import Came
from tests.app.solo import Solo
from tests.example_data import NOW, OWN_JOURNAL, TODAY, confirmed, entry, held

HOME = ZoneInfo("Europe/Stockholm")
NINE = datetime.combine(TODAY + timedelta(days=1), time(9), HOME).astimezone(UTC)


def words(tag: str) -> NoticeWords:
    return NoticeWords(f"reminder in {tag}", "open", "reminders")


async def at_once(_: float) -> None:
    """No calm is waited for."""
    await asyncio.sleep(0)


@pytest.fixture
def phone() -> MemoryNotifications:
    return MemoryNotifications()


@pytest.fixture
def keeper(solo: Solo, phone: MemoryNotifications) -> Iterator[Reminding]:
    solo.do.choices.language("sv")
    made = Reminding(solo.companion, phone, words, HOME, pause=at_once)
    yield made
    made.close()


async def turned(until: int = 30) -> None:
    for _ in range(until):
        await asyncio.sleep(0)


def planned(solo: Solo, item: str = "step-later", **when: object) -> str:
    """A step of tomorrow, with a reminder at nine."""
    step = StepPlanned.model_validate(
        {"step_id": item, "words": "Ringa vården", "day": TODAY + timedelta(days=1), **when}
    )
    said = confirmed(entry(step, f"later-{item}", journal=OWN_JOURNAL), 3)
    solo.companion.came([Came(held(OWN_JOURNAL, "own"), [said])])
    assert solo.do.reminders.choose(item, at=time(9))
    return item


async def test_before_it_is_turned_on_the_phone_is_not_spoken_to(
    solo: Solo, phone: MemoryNotifications, keeper: Reminding
) -> None:
    planned(solo)
    keeper.start()
    await turned()
    assert phone.done == []


async def test_turned_on_each_moment_is_scheduled_once_and_in_neutral_words(
    solo: Solo, phone: MemoryNotifications, keeper: Reminding
) -> None:
    planned(solo)
    keeper.start()
    assert await keeper.turn_on() == ""
    await turned()
    (notice,) = phone.waiting.values()
    assert notice.at == NINE
    assert notice.words == words("sv")
    assert "vården" not in repr(notice)
    phone.done.clear()
    solo.do.choices.theme("dark")
    await turned()
    assert "schedule" not in phone.done


async def test_the_next_start_finds_the_same_notices_and_schedules_no_others(
    solo: Solo, phone: MemoryNotifications, keeper: Reminding
) -> None:
    planned(solo)
    await keeper.turn_on()
    await keeper.keep()
    before = dict(phone.waiting)
    again = Reminding(solo.companion, phone, words, HOME, pause=at_once)
    await again.keep()
    assert phone.waiting == before
    again.close()


async def test_seen_on_another_device_it_goes_from_the_lock_screen(
    solo: Solo, phone: MemoryNotifications, keeper: Reminding
) -> None:
    item = planned(solo)
    await keeper.turn_on()
    await keeper.keep()
    solo.clock.now = NINE + timedelta(minutes=5)
    phone.pass_by(solo.clock.now)
    await keeper.keep()
    assert phone.on_show  # not yet seen: it stays
    solo.do.reminders.seen(Due(item, NINE))
    await keeper.keep()
    assert not phone.on_show
    assert not phone.waiting


async def test_a_mark_another_language_and_turning_off_follow(
    solo: Solo, phone: MemoryNotifications, keeper: Reminding
) -> None:
    item = planned(solo)
    await keeper.turn_on()
    await keeper.keep()
    solo.do.choices.language("ar")
    await keeper.keep()
    assert [one.words.title for one in phone.waiting.values()] == ["reminder in ar"]
    done = solo.do.path.mark_step(item, "done")
    await keeper.keep()
    assert not phone.waiting
    solo.do.path.undo(done)
    await keeper.keep()
    assert len(phone.waiting) == 1
    assert await keeper.turn_off() == ""
    assert not phone.waiting
    await keeper.keep()
    assert not phone.waiting


async def test_signed_out_or_signed_in_as_someone_else_nothing_is_left(
    solo: Solo, phone: MemoryNotifications, keeper: Reminding
) -> None:
    planned(solo)
    await keeper.turn_on()
    await keeper.keep()
    solo.companion.show(account=None)
    again = Reminding(solo.companion, phone, words, HOME, pause=at_once)  # the app was killed
    await again.keep()
    assert not phone.waiting
    again.close()


async def test_what_repeats_is_scheduled_as_far_as_a_phone_holds(
    solo: Solo, phone: MemoryNotifications, keeper: Reminding
) -> None:
    for name in ("one", "two", "three"):
        planned(solo, name, day=None, repeats=(1, 2, 3, 4, 5, 6, 7))
    await keeper.turn_on()
    await keeper.keep()
    assert 0 < len(phone.waiting) <= AT_MOST
    last = max(one.at for one in phone.waiting.values())
    assert NOW < last <= NOW + timedelta(days=60)


async def test_a_no_and_a_phone_that_fails_are_told(
    solo: Solo, phone: MemoryNotifications, keeper: Reminding
) -> None:
    phone.answer = False
    assert await keeper.turn_on() == NOT_ALLOWED
    assert not solo.companion.view.shows_notices
    phone.broken = True
    assert await keeper.turn_on() == CANNOT
    assert await keeper.turn_off() == CANNOT
    assert await keeper.allowed()  # not known, so nothing is claimed


async def test_a_failure_is_made_good_at_the_next_change(
    solo: Solo, phone: MemoryNotifications, keeper: Reminding
) -> None:
    await keeper.turn_on()
    keeper.start()
    await turned()
    phone.broken = True
    planned(solo)
    await turned()
    assert not phone.waiting
    phone.broken = False
    solo.do.choices.theme("dark")
    await turned()
    assert len(phone.waiting) == 1


async def test_where_it_cannot_be_it_is_not_tried(solo: Solo) -> None:
    keeper = Reminding(solo.companion, NoNotifications(), words, HOME, pause=at_once)
    keeper.start()
    assert not keeper.can
    assert await keeper.turn_on() == CANNOT
    assert not solo.companion.view.shows_notices
    keeper.close()
