"""Days and times as people type them from a letter, and the moments they mean."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mia_companion.ui.components.moment import doubt, moment, read_clock, read_day
from tests.example_data import NOW

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-11-24", date(2026, 11, 24)),
        ("20261124", date(2026, 11, 24)),
        ("24/11", date(2026, 11, 24)),
        ("23/11", date(2027, 11, 23)),
        ("24.12.2026", date(2026, 12, 24)),
        ("24/12 2026", date(2026, 12, 24)),
        ("٢٤/١٢", date(2026, 12, 24)),
        ("29/2", date(2028, 2, 29)),
        ("2062-11-24", date(2062, 11, 24)),
        ("0026-11-24", None),
        ("2026-02-30", None),
        ("31/11", None),
        ("26-11-24", None),
        ("11-24", None),
        ("i morgon", None),
        ("", None),
    ],
)
def test_days_as_letters_write_them(typed: str, day: date | None) -> None:
    assert read_day(typed, TODAY) == day


@pytest.mark.parametrize(
    ("day", "clock", "utc"),
    [
        (date(2026, 3, 29), time(1, 59), datetime(2026, 3, 29, 0, 59, tzinfo=UTC)),
        (date(2026, 3, 29), time(2, 0), None),
        (date(2026, 3, 29), time(2, 59), None),
        (date(2026, 3, 29), time(3, 0), datetime(2026, 3, 29, 1, 0, tzinfo=UTC)),
        (date(2026, 10, 25), time(2, 30), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        (date(2026, 10, 25), time(3, 0), datetime(2026, 10, 25, 2, 0, tzinfo=UTC)),
    ],
)
def test_the_nights_on_which_the_clocks_change(
    day: date, clock: time, utc: datetime | None
) -> None:
    assert moment(day, clock, "Europe/Stockholm") == utc


def test_a_zone_that_is_unknown_here_is_read_as_stockholms() -> None:
    winter = moment(date(2026, 11, 24), time(9), "no/such place")
    assert winter == datetime(2026, 11, 24, 8, tzinfo=UTC)


def test_what_may_be_a_slip_of_the_finger() -> None:
    assert doubt(NOW - timedelta(minutes=1), NOW) == "passed"
    assert doubt(NOW + timedelta(days=36 * 365), NOW) == "far"
    assert doubt(NOW + timedelta(days=400), NOW) == ""


@given(st.text(st.sampled_from("0123456789٠٩/.- :h\u200fx"), max_size=12))
def test_whatever_is_typed_is_a_moment_or_none(typed: str) -> None:
    day, clock = read_day(typed, TODAY), read_clock(typed)
    if day:
        assert moment(day, clock or time(0), "Europe/Stockholm") or clock
