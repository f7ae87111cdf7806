"""Reminders fall due when the person chose, also across a night when the clocks change."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from mia_companion.domain.fold import fold
from mia_companion.domain.picture import EMPTY
from mia_companion.domain.reminders import Reminder, ReminderSeen, ReminderSet, moments
from mia_companion.domain.words import Undone
from tests.example_data import NOW, told

HOME = ZoneInfo("Europe/Stockholm")
TWICE = ReminderSet(item="a-1", before=(60, 24 * 60))


def reminder(*facts: object) -> Reminder:
    return fold(EMPTY, told(*facts)).reminders["a-1"]  # type: ignore[arg-type]


def test_before_an_appointment() -> None:
    due = [one.at for one in moments(reminder(TWICE), NOW, None, HOME)]
    assert due == [NOW - timedelta(hours=1), NOW - timedelta(days=1)]


def test_on_a_steps_day_at_the_time_of_the_clock_on_the_wall() -> None:
    at_nine = reminder(ReminderSet(item="a-1", at=time(9)))
    for day, utc_hour in ((date(2026, 3, 28), 8), (date(2026, 3, 29), 7), (date(2026, 10, 25), 8)):
        (due,) = moments(at_nine, None, day, HOME)
        assert due.at == datetime(day.year, day.month, day.day, utc_hour, tzinfo=UTC)


def test_an_evening_and_a_morning_follow_the_day_of_an_appointment_that_moves() -> None:
    chosen = reminder(ReminderSet(item="a-1", eve=time(18), at=time(8)))
    for day in (date(2026, 3, 28), date(2026, 3, 29)):
        starts_at = datetime.combine(day, time(14), HOME).astimezone(UTC)
        evening, morning = (
            one.at.astimezone(HOME) for one in moments(chosen, starts_at, day, HOME)
        )
        assert (evening.date(), evening.hour) == (day - timedelta(days=1), 18)
        assert (morning.date(), morning.hour) == (day, 8)


def test_a_morning_after_the_beginning_comes_an_hour_before_it() -> None:
    day = date(2026, 3, 4)
    early = datetime.combine(day, time(7, 30), HOME).astimezone(UTC)
    chosen = reminder(ReminderSet(item="a-1", at=time(8)))
    assert [one.at for one in moments(chosen, early, day, HOME)] == [early - timedelta(hours=1)]
    (on_its_day,) = moments(chosen, None, day, HOME)
    assert on_its_day.at.astimezone(HOME).hour == 8


def test_what_was_seen_is_kept_and_another_choice_can_be_taken_back() -> None:
    seen = ReminderSeen(item="a-1", due_at=NOW)
    assert reminder(TWICE, seen, seen).seen == (NOW,)
    off = reminder(TWICE, seen, ReminderSet(item="a-1"))
    assert not off.is_on
    assert off.seen == (NOW,)
    back = reminder(TWICE, ReminderSet(item="a-1"), Undone(item="a-1", entry="entry-0002"))
    assert back.before == (60, 24 * 60)
    eve = ReminderSet(item="a-1", eve=time(18))
    assert reminder(eve).is_on
    again = reminder(eve, TWICE, Undone(item="a-1", entry="entry-0002"))
    assert (again.before, again.eve) == ((), time(18))
    never = reminder(TWICE, Undone(item="a-1", entry="entry-0001"))
    assert not never.is_on
