"""Hours in which nobody is to be disturbed. Pure.

──────┤ quiet ├──────┤ the appointment
          ▲ due here:  sent at the end of the quiet, or, where that is too late, before it begins
"""

from datetime import UTC, date, datetime, time, timedelta, tzinfo

_A_DAY = timedelta(days=1)
_BEFORE = timedelta(minutes=5)


def quiet_around(
    at: datetime, quiet_from: time | None, quiet_until: time | None, zone: tzinfo
) -> tuple[datetime, datetime] | None:
    """The quiet hours that `at` falls in, as aware UTC, the end not among them; None outside of any.

    Where a clock is put back, they last as long as either reading of the clock says.
    """
    if quiet_from is None or quiet_until is None or quiet_from == quiet_until:
        return None
    today = at.astimezone(zone).date()
    for day in (today - _A_DAY, today):
        begins = _at(day, quiet_from, zone, fold=0)
        over = day if quiet_from < quiet_until else day + _A_DAY
        ends = _at(over, quiet_until, zone, fold=1)
        if begins <= at < ends:
            return begins, ends
    return None


def outside(
    at: datetime,
    starts_at: datetime | None,
    quiet_from: time | None,
    quiet_until: time | None,
    zone: tzinfo,
) -> datetime:
    """The moment at which what is due at `at` may be sent, before `starts_at` where that is known."""
    quiet = quiet_around(at, quiet_from, quiet_until, zone)
    if quiet is None:
        return at
    begins, ends = quiet
    return ends if starts_at is None or ends < starts_at else begins - _BEFORE


def _at(day: date, clock: time, zone: tzinfo, *, fold: int) -> datetime:
    return datetime.combine(day, clock.replace(fold=fold), zone).astimezone(UTC)
