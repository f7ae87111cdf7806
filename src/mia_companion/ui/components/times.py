"""From when to when something is booked, and how soon that is, in words."""

from mia_companion.domain.appointment import Appointment, Revision
from mia_companion.domain.zones import there
from mia_companion.ui.context import Here

_COUNTED_DAYS = 31
"""Further ahead than this, the date says more than a number of days."""


def time_of(here: Here, one: Revision, zone: str, *, within_day: bool = False) -> str:
    """The day and the time, with the end where it is known; `within_day` says the time alone."""
    words = here.words
    if within_day:
        starts = words.clock(one.starts_at, zone)
    else:
        starts = words.day_and_clock(one.starts_at, zone, here.now())
    return _until(here, starts, one, zone)


def date_and_time_of(here: Here, one: Revision, zone: str) -> str:
    """Like `time_of`, with the date in full also when it is today or tomorrow."""
    day = here.words.day(there(one.starts_at, zone).date(), here.today())
    clock = here.words.clock(one.starts_at, zone)
    return _until(
        here, here.words.c("day and time", "{day} {time}", day=day, time=clock), one, zone
    )


def _until(here: Here, starts: str, one: Revision, zone: str) -> str:
    if one.ends_at is None:
        return starts
    return here.t("{time} to {end}", time=starts, end=here.words.clock(one.ends_at, zone))


def how_soon(here: Here, one: Appointment) -> str:
    """`in 3 days`, counted as a calendar does; hours on the day itself; nothing when it is over or off."""
    now, starts = here.now(), one.now.starts_at
    if one.now.over_at < now or one.cancelled_by is not None:
        return ""
    if starts <= now:
        return here.words.c("time", "now")
    ahead = (one.day - there(now, one.zone).date()).days
    if ahead == 0:
        return here.words.ago(starts, now)
    return here.words.in_days(ahead) if ahead <= _COUNTED_DAYS else ""
