"""A reminder is shown from its moment until it was seen, or until what it is about is over."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from mia_companion.domain.appointments import AppointmentCancelled, AppointmentMoved
from mia_companion.domain.due import DAYS_AHEAD, due_later, due_now, next_change
from mia_companion.domain.entries import Entry
from mia_companion.domain.facts import Fact
from mia_companion.domain.fold import fold
from mia_companion.domain.picture import EMPTY
from mia_companion.domain.plan import Plan
from mia_companion.domain.reminders import Due, ReminderSeen, ReminderSet
from mia_companion.domain.step_marks import StepDone
from mia_companion.domain.steps import StepPlanned
from tests.example_data import NOW, OWN_JOURNAL, TODAY, booking, confirmed, entry, step, told

HOME = ZoneInfo("Europe/Stockholm")
TOMORROW = NOW + timedelta(days=1)
HOUR = timedelta(hours=1)
LONG_AGO = NOW - timedelta(days=30)
TWICE = ReminderSet(item="appointment-1", before=(60, 24 * 60))


def there(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), HOME).astimezone(UTC)


def plan(*shared: Fact, own: tuple[Fact, ...] = (), chosen_at: datetime = LONG_AGO) -> Plan:
    """`own` is written at `chosen_at`, on the participant's phone."""
    said: list[Entry] = [
        entry(fact, f"own-{n:05}", journal=OWN_JOURNAL, at=chosen_at) for n, fact in enumerate(own)
    ]
    mine = fold(EMPTY, [confirmed(one, n, at=chosen_at) for n, one in enumerate(said, 1)])
    return Plan(shared=fold(EMPTY, told(*shared)), own=mine)


def test_of_two_moments_the_last_is_shown_until_the_appointment_is_over() -> None:
    found = plan(booking(), own=(TWICE,))
    assert due_now(found, NOW - HOUR, HOME) == ()
    assert due_now(found, NOW, HOME) == (Due("appointment-1", NOW),)
    assert due_now(found, TOMORROW - HOUR, HOME) == (Due("appointment-1", TOMORROW - HOUR),)
    assert due_now(found, TOMORROW, HOME) == ()


def test_seen_on_one_device_is_seen_on_all_and_so_is_what_came_before_it() -> None:
    seen = ReminderSeen(item="appointment-1", due_at=NOW)
    found = plan(booking(), own=(TWICE, seen))
    assert due_now(found, NOW, HOME) == ()
    assert due_now(found, TOMORROW - HOUR, HOME) == (Due("appointment-1", TOMORROW - HOUR),)
    last = seen.model_copy(update={"due_at": TOMORROW - HOUR})
    assert due_now(plan(booking(), own=(TWICE, last)), TOMORROW - HOUR, HOME) == ()
    assert due_later(found, NOW, HOME) == (Due("appointment-1", TOMORROW - HOUR),)


def test_a_cancelled_appointment_says_nothing_and_a_moved_one_comes_anew() -> None:
    cancelled = AppointmentCancelled(appointment_id="appointment-1", revision="entry-0001")
    assert due_now(plan(booking(), cancelled, own=(TWICE,)), NOW, HOME) == ()
    later = AppointmentMoved(
        appointment_id="appointment-1", revision="entry-0001", starts_at=TOMORROW + 48 * HOUR
    )
    moved = plan(booking(), later, own=(TWICE, ReminderSeen(item="appointment-1", due_at=NOW)))
    assert due_now(moved, NOW, HOME) == ()
    times = [one.at for one in due_later(moved, NOW, HOME)]
    assert times == [TOMORROW + 24 * HOUR, TOMORROW + 47 * HOUR]


def test_a_step_is_reminded_of_on_its_day_and_never_after_it() -> None:
    at_nine = ReminderSet(item="step-1", at=time(9), eve=time(18))
    found = plan(step("step-1", day=TODAY), own=(at_nine,))
    assert due_now(found, there(TODAY, 8), HOME) == (
        Due("step-1", there(TODAY - timedelta(1), 18)),
    )
    assert due_now(found, there(TODAY, 10), HOME) == (Due("step-1", there(TODAY, 9)),)
    assert due_now(found, there(TODAY, 23), HOME) != ()
    assert due_now(found, there(TODAY + timedelta(days=1), 0), HOME) == ()
    done = plan(step("step-1", day=TODAY), StepDone(step_id="step-1"), own=(at_nine,))
    assert due_now(done, there(TODAY, 10), HOME) == ()
    without_a_day = plan(step("step-1"), own=(at_nine,))
    assert due_now(without_a_day, NOW, HOME) == due_later(without_a_day, NOW, HOME) == ()


def test_a_step_that_repeats_comes_on_each_of_its_days_that_is_not_marked() -> None:
    walk = StepPlanned(step_id="walk", words="Gå en sväng", repeats=(1, 3))
    morning = ReminderSet(item="walk", at=time(8))
    found = plan(walk, StepDone(step_id="walk", day=TODAY), own=(morning,))
    assert due_now(found, there(TODAY, 9), HOME) == ()
    coming = due_later(found, there(TODAY, 9), HOME)
    days = [one.at.astimezone(HOME).date() for one in coming]
    assert days[:3] == [TODAY + timedelta(days=n) for n in (2, 7, 9)]
    assert all(day.isoweekday() in (1, 3) for day in days)
    assert days[-1] <= TODAY + timedelta(days=DAYS_AHEAD)


def test_what_was_past_when_it_was_chosen_is_not_shown_at_once() -> None:
    found = plan(booking(), own=(TWICE,), chosen_at=NOW + HOUR)
    assert due_now(found, NOW + 2 * HOUR, HOME) == ()
    wrong_clock = plan(booking(), own=(TWICE,), chosen_at=TOMORROW)
    assert due_now(wrong_clock, NOW + 2 * HOUR, HOME) == (Due("appointment-1", NOW),)


def test_turned_off_or_about_something_unknown_nothing_is_due() -> None:
    off = plan(booking(), own=(TWICE, ReminderSet(item="appointment-1")))
    unknown = plan(own=(TWICE,))
    for found in (off, unknown, plan(booking())):
        assert due_now(found, NOW, HOME) == due_later(found, NOW, HOME) == ()
        assert next_change(found, NOW, HOME) is None


@pytest.mark.parametrize(
    ("now", "then"),
    [
        (NOW - 2 * HOUR, NOW),
        (NOW, TOMORROW - HOUR),
        (TOMORROW - HOUR, TOMORROW),
        (TOMORROW, None),
    ],
)
def test_when_to_look_again(now: datetime, then: datetime | None) -> None:
    assert next_change(plan(booking(), own=(TWICE,)), now, HOME) == then


def test_the_newest_first_and_one_for_each_item() -> None:
    both = (TWICE, ReminderSet(item="step-1", at=time(10)))
    found = plan(booking(), step("step-1", day=TODAY), own=both)
    assert [one.item for one in due_now(found, there(TODAY, 11), HOME)] == [
        "step-1",
        "appointment-1",
    ]
