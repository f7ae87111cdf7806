"""From when to when something is booked, in words."""

from mia_companion.domain.appointment import Revision
from mia_companion.ui.context import Here


def time_of(here: Here, one: Revision, zone: str, *, within_day: bool = False) -> str:
    """The day and the time, with the end where it is known; `within_day` says the time alone."""
    words = here.words
    if within_day:
        starts = words.clock(one.starts_at, zone)
    else:
        starts = words.day_and_clock(one.starts_at, zone, here.now())
    if one.ends_at is None:
        return starts
    return here.t("{time} to {end}", time=starts, end=words.clock(one.ends_at, zone))
