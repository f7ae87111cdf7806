"""When an answer can be expected, and who covers now. Asked of the site's directory. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mia_companion.domain.directory import ClosedListed, CoverListed, HoursListed, Listing

IsHoliday = Callable[[date], bool]
"""Whether the whole country is off that day."""

_AHEAD = 31
"""Days that are looked through for one on which the team answers."""


@dataclass(frozen=True, slots=True)
class Answering:
    """`today` when the team is still to answer this day; `day` is when it does next, None if not known."""

    day: date | None
    today: bool = False
    open_now: bool = False


def answering(listings: Mapping[str, Listing], there: datetime, is_holiday: IsHoliday) -> Answering:
    """When the team answers next. `there` is now, in the site's zone."""
    today = there.date()
    for ahead in range(_AHEAD):
        day = today + timedelta(days=ahead)
        hours = _hours(listings, day, is_holiday)
        if hours is None or hours.opens is None or hours.closes is None:
            continue
        if ahead == 0:
            if there.time() >= hours.closes:
                continue
            return Answering(day, today=True, open_now=there.time() >= hours.opens)
        return Answering(day)
    return Answering(None)


def weekly(listings: Mapping[str, Listing]) -> tuple[HoursListed, ...]:
    """The weekdays on which the team answers, Monday first."""
    facts = (listings[f"hours/{n}"].fact for n in range(1, 8) if f"hours/{n}" in listings)
    return tuple(f for f in facts if isinstance(f, HoursListed) and f.opens and f.closes)


def closed_ahead(
    listings: Mapping[str, Listing], today: date, is_holiday: IsHoliday, days: int
) -> tuple[date, ...]:
    """The days ahead on which the team would answer by its week, and does not. Today is one of `days`."""
    ahead = (today + timedelta(days=n) for n in range(days))
    usual = {h.weekday for h in weekly(listings)}
    return tuple(
        day
        for day in ahead
        if day.isoweekday() in usual and _hours(listings, day, is_holiday) is None
    )


def covers(listings: Mapping[str, Listing]) -> tuple[CoverListed, ...]:
    """Every cover that stands, the first to begin first, also those that are over."""
    found = (one.fact for key, one in listings.items() if key.startswith("cover/"))
    stand = (fact for fact in found if isinstance(fact, CoverListed) and fact.covered_by)
    return tuple(sorted(stand, key=lambda one: (one.first_day, one.last_day, one.line)))


def cover_on(listings: Mapping[str, Listing], coordinator: str, day: date) -> CoverListed | None:
    """Who covers for the coordinator that day, as was said last; None when they are there."""
    found = (
        one
        for key, one in listings.items()
        if key == f"cover/{coordinator}" or key.startswith(f"cover/{coordinator}/")
    )
    on = [
        (one.by.seq or 0, one.fact)
        for one in found
        if isinstance(one.fact, CoverListed)
        and one.fact.covered_by
        and one.fact.first_day <= day <= one.fact.last_day
    ]
    return max(on, key=lambda said: said[0])[1] if on else None


def chain_of(listings: Mapping[str, Listing], coordinator: str, day: date) -> tuple[str, ...]:
    """The coordinator, whoever covers for them that day, whoever covers for those, and so on."""
    chain = [coordinator]
    while cover := cover_on(listings, chain[-1], day):
        chain.append(cover.covered_by)
        if cover.covered_by in chain[:-1]:
            break
    return tuple(chain)


def who_answers(listings: Mapping[str, Listing], coordinator: str, day: date) -> str:
    """Who answers in the coordinator's place that day: themselves, whoever covers, or whoever covers for
    those; empty when all of them are away."""
    chain = chain_of(listings, coordinator, day)
    return "" if chain[-1] in chain[:-1] else chain[-1]


def _hours(listings: Mapping[str, Listing], day: date, is_holiday: IsHoliday) -> HoursListed | None:
    closed = listings.get(f"closed/{day}")
    if closed is not None and isinstance(closed.fact, ClosedListed) and not closed.fact.open:
        return None
    if is_holiday(day):
        return None
    listing = listings.get(f"hours/{day.isoweekday()}")
    return listing.fact if listing and isinstance(listing.fact, HoursListed) else None
