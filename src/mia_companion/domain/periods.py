"""Half-years on Swedish clocks, in which results are counted: `2026H1` is January to June. Pure.

As strings they sort as they follow each other.
"""

from datetime import datetime

from mia_companion.domain.zones import HOME, zone_named

HALF_YEAR = "^[12][0-9]{3}H[12]$"
"""What a half-year looks like on the wire."""

_FIRST, _SECOND = "H1", "H2"
_JULY = 7


def period_of(moment: datetime) -> str:
    """The half-year in which that moment lies."""
    there = moment.astimezone(zone_named(HOME))
    return f"{there.year:04}{_SECOND if there.month >= _JULY else _FIRST}"


def parts_of(period: str) -> tuple[int, int]:
    """The year, and 1 or 2."""
    return int(period[:4]), int(period[5])


def before(period: str) -> str:
    """The half-year before."""
    year, half = parts_of(period)
    return f"{year:04}{_FIRST}" if half == 2 else f"{year - 1:04}{_SECOND}"


def ends_at(period: str) -> datetime:
    """The first moment that no longer lies in it."""
    year, half = parts_of(period)
    zone = zone_named(HOME)
    return (
        datetime(year, _JULY, 1, tzinfo=zone)
        if half == 1
        else datetime(year + 1, 1, 1, tzinfo=zone)
    )


def has_ended(period: str, now: datetime) -> bool:
    """Whether nothing can come into it any more."""
    return ends_at(period) <= now
