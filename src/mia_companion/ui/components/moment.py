"""Reading a day and a time of day as people type them, and finding the moment in a time zone. Pure."""

import re
import unicodedata
from datetime import UTC, date, datetime, time, timedelta

from mia_companion.domain.zones import zone_named

_DAY = re.compile(r"(\d{4})[-./ ]?(\d{1,2})[-./ ]?(\d{1,2})")
_LETTERS_DAY = re.compile(r"(\d{1,2})[./ ]\s*(\d{1,2})\.?(?:[./ ]\s*(\d{4}))?")
_CLOCK = re.compile(r"(\d{1,2})(?:\s*[:.,h ]\s*(\d{2}))?|(\d{1,2})(\d{2})")

_YEARS = range(1900, 2200)
_LEAP = 8
"""Years within which every day of the year comes."""

_FAR = timedelta(days=2 * 365)

PASSED, FAR = "passed", "far"


def read_day(typed: str, today: date | None = None) -> date | None:
    """`2026-11-24`, `20261124`, `24/11 2026`, in any script's digits; None for anything else.

    With `today`, `24/11` is the next such day.
    """
    plain = _plain(typed)
    if found := _DAY.fullmatch(plain):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    found = _LETTERS_DAY.fullmatch(plain)
    if found is None:
        return None
    if found[3]:
        return _day(int(found[3]), int(found[2]), int(found[1]))
    if today is None:
        return None
    these = (_day(today.year + n, int(found[2]), int(found[1])) for n in range(_LEAP + 1))
    return next((day for day in these if day and day >= today), None)


def read_clock(typed: str) -> time | None:
    """`14:30`, `14.30`, `1430` or `14`, in any script's digits; None for anything else."""
    found = _CLOCK.fullmatch(_plain(typed))
    if found is None:
        return None
    hour, minute = (found[1], found[2]) if found[1] else (found[3], found[4])
    try:
        return time(int(hour), int(minute or 0))
    except ValueError:
        return None


def moment(day: date, clock: time, zone: str) -> datetime | None:
    """That time there, as aware UTC; None when the clocks skip it that night.

    A time that the clocks show twice is the first of the two.
    """
    there = datetime.combine(day, clock, zone_named(zone))
    utc = there.astimezone(UTC)
    skipped = utc.astimezone(zone_named(zone)).replace(tzinfo=None) != there.replace(tzinfo=None)
    return None if skipped else utc


def typed_moment(day: str, clock: str, zone: str, today: date) -> datetime | None:
    """The moment that a day and a time say as they were typed, or None while they say none."""
    read, at = read_day(day, today), read_clock(clock)
    return moment(read, at, zone) if read and at else None


def doubt(when: datetime, now: datetime) -> str:
    """Why a moment may be a slip of the finger: it has passed, or lies years ahead; or nothing."""
    if when < now:
        return PASSED
    return FAR if when - now > _FAR else ""


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def _plain(typed: str) -> str:
    """ASCII digits, without outer space and without marks of direction."""
    kept = (c for c in typed if unicodedata.category(c) != "Cf")
    return "".join(
        str(unicodedata.digit(c)) if c.isdigit() and unicodedata.category(c) == "Nd" else c
        for c in kept
    ).strip()
