"""Quiet hours, also where clocks are changed; and addresses and numbers as people write them."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mia_companion.domain.addresses import address_of, as_dialled, number_of
from mia_companion.domain.quiet import outside, quiet_around

HOME = ZoneInfo("Europe/Stockholm")
HOUR = timedelta(hours=1)


def at(day: str, clock: str) -> datetime:
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=HOME).astimezone(UTC)


@pytest.mark.parametrize(
    ("due", "starts", "sent"),
    [
        ("2026-03-02 12:00", "2026-03-02 14:00", "2026-03-02 12:00"),
        ("2026-03-02 21:00", "2026-03-03 14:00", "2026-03-03 07:00"),  # from its first minute
        ("2026-03-03 07:00", "2026-03-03 14:00", "2026-03-03 07:00"),  # the end is not quiet
        ("2026-03-03 02:00", "2026-03-03 14:00", "2026-03-03 07:00"),
        ("2026-03-03 05:30", "2026-03-03 06:30", "2026-03-02 20:55"),  # too late at their end
        ("2026-03-03 06:00", "2026-03-03 07:00", "2026-03-02 20:55"),  # at it, too
        ("2026-03-29 02:30", "2026-03-29 14:00", "2026-03-29 07:00"),  # a time that is not there
        ("2026-03-28 21:30", "2026-03-29 14:00", "2026-03-29 07:00"),  # 05:00 by yesterday's clock
        ("2026-10-24 21:30", "2026-10-25 14:00", "2026-10-25 07:00"),
    ],
)
def test_quiet_hours(due: str, starts: str, sent: str) -> None:
    moment, begins, wanted = (at(*one.split()) for one in (due, starts, sent))
    assert outside(moment, begins, time(21), time(7), HOME) == wanted


def test_quiet_hours_that_end_in_the_hour_that_comes_twice_end_with_the_second() -> None:
    once = datetime(2026, 10, 25, 0, 45, tzinfo=UTC)  # 02:45 in summer
    again = once + HOUR  # 02:45 in winter
    over = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)  # 02:30 in winter
    assert outside(once, None, time(22), time(2, 30), HOME) == over
    assert outside(again, None, time(22), time(2, 30), HOME) == again


def test_quiet_hours_within_a_day_and_none() -> None:
    noon = at("2026-03-02", "12:30")
    assert outside(noon, None, time(12), time(13), HOME) == at("2026-03-02", "13:00")
    assert outside(noon, None, time(12), time(12), HOME) == noon
    assert outside(noon, None, None, None, HOME) == noon


MINUTES = st.integers(0, 24 * 60 - 1).map(lambda n: time(*divmod(n, 60)))
MOMENTS = st.integers(0, 366 * 24 * 60).map(
    lambda n: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=n)
)


@given(MOMENTS, MINUTES, MINUTES, st.none() | st.integers(1, 4 * 24 * 60))
@example(datetime(2026, 3, 29, 0, 30, tzinfo=UTC), time(2, 30), time(3), None)
@example(datetime(2026, 10, 25, 0, 30, tzinfo=UTC), time(2, 15), time(2, 45), None)
def test_whatever_hours_are_chosen(
    due: datetime, begins: time, ends: time, minutes: int | None
) -> None:
    """Never in them by any reading of the clock; only moved when in them, and never past the beginning."""
    starts_at = None if minutes is None else due + timedelta(minutes=minutes)
    sent = outside(due, starts_at, begins, ends, HOME)
    clock = sent.astimezone(HOME).time()
    is_quiet = begins <= clock < ends if begins < ends else clock >= begins or clock < ends
    around = quiet_around(due, begins, ends, HOME)
    if around is None:
        assert sent == due
        assert begins == ends or not is_quiet
        return
    assert around[0] <= due < around[1]
    assert sent in (around[1], around[0] - timedelta(minutes=5))
    assert quiet_around(sent, begins, ends, HOME) is None or ends_within(begins, ends)
    if starts_at is not None:
        assert sent < starts_at
        assert sent == around[1] or around[1] >= starts_at


def ends_within(begins: time, ends: time) -> bool:
    """Whether five minutes before they begin they have not ended yet: no more than a moment is left."""
    left = timedelta(hours=begins.hour - ends.hour, minutes=begins.minute - ends.minute)
    return left % timedelta(days=1) < timedelta(minutes=5)


@pytest.mark.parametrize("number", ["+46701740605", "+380441234567"])
def test_a_number_as_it_is_dialled_is_the_same_number(number: str) -> None:
    assert number_of(as_dialled(number)) == number
    assert "+" not in as_dialled(number)


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("070-174 06 05", "+46701740605"),
        ("+46 (0)70-174 06 05", "+46701740605"),
        ("0046 70 174 06 05", "+46701740605"),
        ("+380 44 123 45 67", "+380441234567"),
        ("112", ""),
        ("anna", ""),
        ("", ""),
        ("\u0660\u0667\u0660\u0661\u0667\u0664\u0660\u0666\u0660\u0665", "+46701740605"),
        ("\u2066+46701740605\u2069", "+46701740605"),
        ("+46" + "7" * 40, ""),
        ("+" + "\u0967" * 16, ""),
        ("\u00b2\u2460\u00bd0701740605", ""),
        ("070-174 06 05; DROP", ""),
    ],
)
def test_numbers(said: str, number: str) -> None:
    assert number_of(said) == number


@pytest.mark.parametrize(
    ("said", "address"),
    [
        (" anna@example.org ", "anna@example.org"),
        ("anna@exämple.org", "anna@exämple.org"),
        ("anna-b.c_d+e@ex-ample.example.org", "anna-b.c_d+e@ex-ample.example.org"),
        ("anna@example", ""),
        ("\u2066anna@example.org\u2069", "anna@example.org"),
        ("a..b@c.se", ""),
        (".a@c.se", ""),
        ("a.@c.se", ""),
        ("a@b_c.se", ""),
        ("a@-b.se", ""),
        ("a@b-.se", ""),
        ("a@b%c.se", ""),
        ("a@b\0.se", ""),
        ("a@b\x7f.se", ""),
        ("a@b\u2028.se", ""),
        (f"{'a' * 65}@b.se", ""),
        (f"a@{'b' * 64}.se", ""),
        (f"a@{'b' * 63}.se", f"a@{'b' * 63}.se"),
        ("ånna@example.org", ""),
        ("anna example.org", ""),
        ("a@b.se\nBcc: c@d.se", ""),
        ("Anna <anna@example.org>", ""),
        ("a@b.se,c@d.se", ""),
        (f"{'a' * 65}@example.org", ""),
    ],
)
def test_addresses(said: str, address: str) -> None:
    assert address_of(said) == address
