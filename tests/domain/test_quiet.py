"""Quiet hours, also where clocks are changed; and addresses and numbers as people write them."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from mia_companion.domain.addresses import address_of, number_of
from mia_companion.domain.quiet import outside

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
        ("\u0660\u0667\u0660\u0661\u0667\u0664\u0660\u0666\u0660\u0665", ""),
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
