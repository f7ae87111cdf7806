"""Days and weeks of a calendar: across daylight-saving, and wherever appointments lie."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mia_companion.domain.appointment import Appointment
from mia_companion.domain.calendar import by_day, day_span, meetings_between
from mia_companion.domain.coming import all_appointments, between
from mia_companion.domain.entries import Confirmed
from mia_companion.domain.fold import fold
from mia_companion.domain.layers import Layers
from mia_companion.domain.picture import EMPTY
from mia_companion.domain.plan import Plan
from mia_companion.domain.shelf import Chunk, Shelf, labels_of
from mia_companion.domain.shelving import shelve
from mia_companion.domain.zones import there
from tests.domain.meetings import EAGER, HOUR, ZONE, booked, plan
from tests.domain.strategies import journals, times
from tests.example_data import COORDINATOR, NOW

spans = st.tuples(times, st.integers(0, 400)).map(lambda t: (t[0], t[0] + timedelta(hours=t[1])))


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 5, 1), 24)]
)
def test_a_day_is_as_long_as_its_clocks_say(day: date, hours: int) -> None:
    first, last = day_span(day, ZONE)
    assert last - first == hours * HOUR
    assert there(first, ZONE).date() == day
    assert there(last, ZONE).time() == there(first, ZONE).time()


@pytest.mark.parametrize(
    ("starts", "day"),
    [
        (datetime(2026, 3, 28, 22, 59, tzinfo=UTC), date(2026, 3, 28)),
        (datetime(2026, 3, 28, 23, 0, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 3, 29, 21, 59, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 3, 29, 22, 0, tzinfo=UTC), date(2026, 3, 30)),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 22, 59, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 23, 0, tzinfo=UTC), date(2026, 10, 26)),
    ],
)
def test_a_meeting_stands_on_its_day_when_the_clocks_change(starts: datetime, day: date) -> None:
    plans = {"ada": plan((COORDINATOR, booked("a", starts=starts)))}
    found = meetings_between(plans, *day_span(day, ZONE))
    days = by_day(found, day - timedelta(days=1), 3, ZONE)
    assert [one for one, some in days.items() if some] == [day]


@given(st.dictionaries(st.sampled_from(["ada", "bo", "cy"]), journals()), spans)
def test_every_appointment_of_a_span_is_in_one_meeting_and_no_other_is(
    said: dict[str, tuple[Confirmed, ...]], span: tuple[datetime, datetime]
) -> None:
    plans = {person: Plan(shared=fold(EMPTY, entries)) for person, entries in said.items()}
    start, end = span
    found = meetings_between(plans, start, end)
    within = [
        (person, one.id)
        for person, plan in plans.items()
        for one in all_appointments((plan.shared,))
        if one.now.starts_at < end and one.now.over_at >= start
    ]
    among = [(each.participant, each.one.id) for one in found for each in one.booked]
    assert sorted(among) == sorted(within)
    for one in found:
        assert (
            len({(b.one.now.starts_at, b.one.now.ends_at, b.one.now.place) for b in one.booked})
            == 1
        )
        assert len(one.booked) == 1 or len({b.one.booking for b in one.booked} - {None}) == 1
    assert [one.one.now.starts_at for one in found] == sorted(m.one.now.starts_at for m in found)


@given(journals(), spans)
def test_a_span_says_the_same_wherever_its_appointments_lie(
    said: tuple[Confirmed, ...], span: tuple[datetime, datetime]
) -> None:
    picture = fold(EMPTY, said)
    assert between((shelve(picture, EAGER),), *span) == between((picture,), *span)


def test_days_ahead_fetch_nothing_that_is_settled_and_days_behind_do() -> None:
    fetched: list[str] = []

    def fetch() -> dict[str, Appointment]:
        fetched.append("all")
        return {}

    shelf = Shelf((Chunk(labels_of(["been"]), fetch),))
    picture = replace(EMPTY, as_of=NOW, appointments=Layers({}, {}, shelf))
    between((picture,), NOW, NOW + timedelta(days=7))
    assert fetched == []
    between((picture,), NOW - timedelta(days=7), NOW)
    assert fetched == ["all"]
