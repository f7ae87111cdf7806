"""Reading a day and a time of day as people type them, and finding the moment in a time zone. Pure."""

import re
import unicodedata
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

_DAY = re.compile(r"(\d{4})[-./ ]?(\d{1,2})[-./ ]?(\d{1,2})")
_CLOCK = re.compile(r"(\d{1,2})(?:\s*[:.,h ]\s*(\d{2}))?|(\d{1,2})(\d{2})")


def read_day(typed: str) -> date | None:
    """`2026-11-24`, `20261124` or `2026/11/24`, in any script's digits; None for anything else."""
    found = _DAY.fullmatch(_plain(typed).replace("/", "-"))
    if found is None:
        return None
    try:
        return date(*(int(part) for part in found.groups()))
    except ValueError:
        return None


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
    there = datetime.combine(day, clock, ZoneInfo(zone))
    utc = there.astimezone(UTC)
    skipped = utc.astimezone(ZoneInfo(zone)).replace(tzinfo=None) != there.replace(tzinfo=None)
    return None if skipped else utc


def _plain(typed: str) -> str:
    """ASCII digits, without outer space and without marks of direction."""
    kept = (c for c in typed if unicodedata.category(c) != "Cf")
    return "".join(
        str(unicodedata.digit(c)) if c.isdigit() and unicodedata.category(c) == "Nd" else c
        for c in kept
    ).strip()
