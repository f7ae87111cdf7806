"""Who has looked at one's pages, day by day: what coordinators' apps wrote down, and what the server knows.

entries of `shared`, also without a network ─┐
                                             ├▶ days, newest first ─▶ the screen
what the server answered, if it did ─────────┘
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from mia_companion.domain.openings import OpenedPart, Opening
from mia_companion.wire.opened import EVERYTHING, FETCHED, TAKEN_OUT, Opened


@dataclass(frozen=True, slots=True)
class Looker:
    """One account on one day. `parts` in the order in which they were opened; `fetched_at` when a device of
    theirs was first given something; `taken_out` and `got_everything` of files. None of it is a guess."""

    account: str
    parts: tuple[OpenedPart, ...] = ()
    fetched_at: datetime | None = None
    taken_out: bool = False
    got_everything: bool = False

    @property
    def only_fetched(self) -> bool:
        """Whether nothing is known but that a device of theirs was given something."""
        return not (self.parts or self.taken_out or self.got_everything)

    @property
    def first_at(self) -> datetime | None:
        """When the first part was opened that day."""
        return min((one.at for one in self.parts), default=None)

    @property
    def in_place_of(self) -> str:
        """The colleague in whose place they opened any of it; empty for none."""
        return next((one.in_place_of for one in self.parts if one.in_place_of), "")


@dataclass(frozen=True, slots=True)
class Day:
    """Whoever looked on that day, in the order of their first look."""

    day: date
    lookers: tuple[Looker, ...]


def looked_at(openings: Iterable[Opening], told: Opened | None = None) -> tuple[Day, ...]:
    """All days on which anybody looked, newest first."""
    days: dict[date, dict[str, Looker]] = {}

    def change(day: date, account: str, **fields: Any) -> None:
        one = days.setdefault(day, {})
        one[account] = replace(one.get(account, Looker(account)), **fields)

    for opening in openings:
        change(opening.day, opening.coordinator, parts=opening.parts)
    for late in told.late if told else ():
        parts = _of(days, late.day, late.account).parts
        if late.part.part not in [one.part for one in parts]:
            change(late.day, late.account, parts=(*parts, late.part))
    for look in told.looks if told else ():
        if look.what == FETCHED:
            change(look.day, look.account, fetched_at=look.at)
        elif look.what == EVERYTHING:
            change(look.day, look.account, got_everything=True)
        elif look.what.startswith(TAKEN_OUT):
            change(look.day, look.account, taken_out=True)
    return tuple(
        Day(day, tuple(sorted(some.values(), key=_first)))
        for day, some in sorted(days.items())[::-1]
    )


def _of(days: Mapping[date, Mapping[str, Looker]], day: date, account: str) -> Looker:
    return days.get(day, {}).get(account, Looker(account))


def _first(one: Looker) -> tuple[str, str]:
    moments = [at for at in (one.first_at, one.fetched_at) if at is not None]
    return (min(moments).isoformat() if moments else "", one.account)
