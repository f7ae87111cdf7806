"""When two meetings want the same person at the same time, or leave too little time between two places. Pure.

9:00 ────────── 10:00                    BUSY, of everyone who is in both
       9:30 ────────── 10:30
                              ▲ 10:30    TRAVEL, of a coordinator at two places:
                              └ 10:45      fifteen minutes are left
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from mia_companion.domain.appointments import PHONE, VIDEO
from mia_companion.domain.entries import Frozen

BUSY, TRAVEL = "busy", "travel"

ENOUGH = timedelta(minutes=30)
"""Between two places."""

_MOMENT = timedelta(minutes=1)


class Slot(Frozen):
    """What a meeting takes, or would take. `people` are participants; `attended_by` are coordinators."""

    starts_at: datetime
    ends_at: datetime | None
    way: str = ""
    place: str = ""
    people: frozenset[str] = frozenset()
    attended_by: frozenset[str] = frozenset()

    @property
    def over_at(self) -> datetime:
        """When it is over; without a known end it takes a moment."""
        return max(self.ends_at or self.starts_at, self.starts_at + _MOMENT)

    @property
    def is_away(self) -> str:
        """Where one has to be, to compare by; nothing when one calls, or the place is not said."""
        return "" if self.way in (PHONE, VIDEO) else " ".join(self.place.casefold().split())


@dataclass(frozen=True, slots=True)
class Clash:
    """`who` is in both; `minutes` are those that are left for the way, when `what` is TRAVEL."""

    what: str
    who: str
    first: Slot
    then: Slot
    minutes: int = 0

    def other(self, one: Slot) -> Slot:
        """The one that is not `one`."""
        return self.then if self.first == one else self.first


def overlap(one: Slot, other: Slot) -> bool:
    """Whether any time is in both. To end when the other begins is none."""
    return one.starts_at < other.over_at and other.starts_at < one.over_at


def clashes(slots: Iterable[Slot]) -> tuple[Clash, ...]:
    """All among them, in the order of time. Who is in none of two is in no clash."""
    in_order = sorted(
        (one for one in slots if one.people), key=lambda s: (s.starts_at, s.over_at, s.place)
    )
    return (*_busy(in_order), *_on_the_way(in_order))


def clashes_with(new: Slot, slots: Iterable[Slot]) -> tuple[Clash, ...]:
    """Those that a new meeting would make."""
    return tuple(one for one in clashes((new, *slots)) if new in (one.first, one.then))


def free_spans(
    slots: Iterable[Slot], who: str, opens: datetime, closes: datetime
) -> tuple[tuple[datetime, datetime], ...]:
    """When that coordinator attends nothing for half an hour or more, between the two."""
    found, free = [], opens
    mine = sorted(
        (s for s in slots if who in s.attended_by and s.people), key=lambda s: s.starts_at
    )
    for one in mine:
        if min(one.starts_at, closes) - free >= ENOUGH:
            found.append((free, min(one.starts_at, closes)))
        free = max(free, one.over_at)
    if closes - free >= ENOUGH:
        found.append((free, closes))
    return tuple(found)


def _busy(in_order: list[Slot]) -> list[Clash]:
    found = []
    for n, one in enumerate(in_order):
        for other in in_order[n + 1 :]:
            if other.starts_at >= one.over_at:
                break
            both = (one.people & other.people) | (one.attended_by & other.attended_by)
            found += [Clash(BUSY, who, one, other) for who in sorted(both)]
    return found


def _on_the_way(in_order: list[Slot]) -> list[Clash]:
    away = [one for one in in_order if one.is_away]
    found = []
    for who in sorted({who for one in away for who in one.attended_by}):
        mine = [one for one in away if who in one.attended_by]
        for one, then in pairwise(mine):
            left = then.starts_at - one.over_at
            known = one.ends_at is not None and one.is_away != then.is_away
            if known and timedelta() <= left < ENOUGH:
                found.append(Clash(TRAVEL, who, one, then, int(left.total_seconds() // 60)))
    return found
