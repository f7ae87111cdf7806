"""A week lies in order, and says nothing of what was not done."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mia_companion.domain.entries import Confirmed
from mia_companion.domain.facts import Fact
from mia_companion.domain.fold import fold
from mia_companion.domain.picture import EMPTY
from mia_companion.domain.plan import Plan
from mia_companion.domain.step_marks import StepDone, StepSetAside, StepTried
from mia_companion.domain.steps import DONE, PLANNED, TRIED, StepPlanned, StepRecorded
from mia_companion.domain.weeks import Day, monday_of, week_number, week_of
from tests.domain.strategies import journals
from tests.example_data import NOW, TODAY, booking, step, told

ZONE = ZoneInfo("Europe/Stockholm")
DAY = timedelta(days=1)


def week(*facts: Fact, day: date = TODAY, today: date = TODAY) -> tuple[Day, ...]:
    plan = Plan(shared=fold(EMPTY, told(*facts)))
    return week_of(plan, monday_of(day), today, ZONE)


def steps(days: tuple[Day, ...]) -> list[tuple[str, str, str]]:
    return [(f"{d.day:%a}", one.step.words, one.state) for d in days for one in d.steps]


@pytest.mark.parametrize(
    ("day", "monday", "number"),
    [
        (date(2025, 12, 29), date(2025, 12, 29), 1),
        (date(2026, 1, 4), date(2025, 12, 29), 1),
        (date(2026, 11, 24), date(2026, 11, 23), 48),
        (date(2026, 12, 31), date(2026, 12, 28), 53),
        (date(2027, 1, 3), date(2026, 12, 28), 53),
        (date(2027, 1, 4), date(2027, 1, 4), 1),
    ],
)
def test_weeks_over_new_year_have_their_mondays_and_numbers(
    day: date, monday: date, number: int
) -> None:
    assert (monday_of(day), week_number(day)) == (monday, number)


@pytest.mark.parametrize(
    ("starts_at", "zone", "day"),
    [
        (datetime(2026, 3, 28, 22, 59, tzinfo=UTC), "Europe/Stockholm", date(2026, 3, 28)),
        (datetime(2026, 3, 28, 23, 0, tzinfo=UTC), "Europe/Stockholm", date(2026, 3, 29)),
        (datetime(2026, 3, 29, 21, 59, tzinfo=UTC), "Europe/Stockholm", date(2026, 3, 29)),
        (datetime(2026, 3, 29, 22, 0, tzinfo=UTC), "Europe/Stockholm", date(2026, 3, 30)),
        (datetime(2026, 10, 24, 22, 0, tzinfo=UTC), "Europe/Stockholm", date(2026, 10, 25)),
        (datetime(2026, 10, 25, 22, 59, tzinfo=UTC), "Europe/Stockholm", date(2026, 10, 25)),
        (datetime(2026, 10, 25, 23, 0, tzinfo=UTC), "Europe/Stockholm", date(2026, 10, 26)),
        (datetime(2026, 10, 25, 22, 30, tzinfo=UTC), "Europe/Helsinki", date(2026, 10, 26)),
        (datetime(2026, 10, 25, 22, 30, tzinfo=UTC), "no/such place", date(2026, 10, 25)),
        (datetime(9999, 12, 31, 23, 30, tzinfo=UTC), "Europe/Stockholm", date(9999, 12, 31)),
    ],
)
def test_an_appointment_stands_on_its_day_where_it_is(
    starts_at: datetime, zone: str, day: date
) -> None:
    booked = booking(starts_at=starts_at).model_copy(update={"zone": zone})
    (one,) = Plan(shared=fold(EMPTY, told(booked))).appointments
    assert one.day == day
    if day.year < 9999:
        found = [d.day for d in week(booked, day=day) if d.appointments]
        assert found == [day]


def test_a_week_is_seven_days_from_monday_with_its_times_in_order() -> None:
    days = week(
        booking("late", NOW + timedelta(hours=8)), booking("early"), booking("next", NOW + 7 * DAY)
    )
    assert [d.day for d in days] == [TODAY + n * DAY for n in range(7)]
    assert [[a.id for a in d.appointments] for d in days[:3]] == [["late"], ["early"], []]
    assert [a.id for d in week(booking("next", NOW + 7 * DAY)) for a in d.appointments] == []


def test_what_comes_again_stands_on_its_days_ahead_and_on_those_when_it_was_done() -> None:
    walk = StepPlanned(step_id="walk", words="Gå", repeats=(1, 3, 5))
    thursday = TODAY + 3 * DAY
    days = week(
        walk,
        StepTried(step_id="walk", day=TODAY),
        StepSetAside(step_id="walk", day=TODAY + 4 * DAY),
        today=thursday,
    )
    assert steps(days) == [("Mon", "Gå", TRIED)]
    after = week(walk, day=thursday + 7 * DAY, today=thursday)
    assert steps(after) == [("Mon", "Gå", PLANNED), ("Wed", "Gå", PLANNED), ("Fri", "Gå", PLANNED)]
    assert steps(week(walk, StepSetAside(step_id="walk"), today=thursday)) == []


def test_an_open_step_whose_day_passed_stands_on_today_and_nowhere_before() -> None:
    wednesday = TODAY + 2 * DAY
    facts = (
        step("late", "Ring", TODAY),
        step("ahead", "Läs", TODAY + 4 * DAY),
        step("any", "Vila"),
    )
    assert steps(week(*facts, today=wednesday)) == [
        ("Wed", "Ring", PLANNED),
        ("Fri", "Läs", PLANNED),
    ]
    assert steps(week(*facts, day=TODAY + 7 * DAY, today=wednesday)) == []


def test_what_was_done_stands_on_the_day_on_which_it_was() -> None:
    facts = (
        step("late", "Ring", TODAY - 3 * DAY),
        StepDone(step_id="late"),
        StepRecorded(step_id="good", words="Lagade mat"),
        step("not", "Städa", TODAY),
        StepSetAside(step_id="not"),
        step("open", "Läs", TODAY),
    )
    assert steps(week(*facts)) == [
        ("Mon", "Läs", PLANNED), ("Mon", "Lagade mat", DONE), ("Mon", "Ring", DONE),
    ]  # fmt: skip


@given(journals(), st.integers(-3, 3))
def test_no_day_that_passed_shows_anything_that_was_left_undone(
    said: tuple[Confirmed, ...], weeks: int
) -> None:
    plan = Plan(shared=fold(EMPTY, said))
    monday = monday_of(TODAY) + timedelta(weeks=weeks)
    for day in week_of(plan, monday, TODAY, ZONE):
        if day.day < TODAY:
            assert all(one.state != PLANNED for one in day.steps)
        ids = [one.step.id for one in day.steps]
        assert len(ids) == len(set(ids))
