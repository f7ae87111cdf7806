"""On which days somebody wrote, so that a silence longer than their own habit is seen."""

from collections.abc import Mapping, MutableMapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

KEPT = 30
"""So many of the last days on which an author wrote are remembered."""

_KNOWN = 5
"""With fewer days than these nothing is known of a habit."""

_UNKNOWN = timedelta(days=14)
_SHORTEST = timedelta(days=7)

Active = MutableMapping[str, tuple[date, ...]]


def fold_active(active: Active, author: str, day: date) -> None:
    """The last days, earliest first, whatever the order in which they come."""
    days = active.get(author, ())
    if not days or day > days[-1]:
        active[author] = (*days[-KEPT + 1 :], day)
    else:
        active[author] = tuple(sorted({*days, day})[-KEPT:])


def is_new_day(active: Mapping[str, tuple[date, ...]], author: str, day: date) -> bool:
    """Whether anything changes when that author writes on that day."""
    days = active.get(author, ())
    return day not in days and (len(days) < KEPT or day > days[0])


def silent_since(days: Sequence[date], today: date) -> date | None:
    """The day after which somebody has been silent for longer than their own habit, or None.

    The habit is the second longest pause between the days that are known, so that one illness or
    holiday does not make it; twice that, and at least a week, is longer than the habit.
    """
    if not days:
        return None
    if len(days) < _KNOWN:
        longest = _UNKNOWN
    else:
        pauses = sorted(after - before for before, after in pairwise(days))
        longest = max(_SHORTEST, 2 * pauses[-2])
    return days[-1] if today - days[-1] > longest else None
