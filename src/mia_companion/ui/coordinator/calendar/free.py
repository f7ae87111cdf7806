"""When the coordinator is free on a day, to book from there with the time filled in."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, time

import flet as ft

from mia_companion.domain.clashes import Slot, free_spans
from mia_companion.domain.directory import HoursListed
from mia_companion.domain.zones import there
from mia_companion.ui.components.buttons import quiet
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.texts import heading
from mia_companion.ui.context import ZONE, Here, go
from mia_companion.ui.coordinator.booking.clashing import me, span_of
from mia_companion.ui.coordinator.paths import calendar_booking_path

_OPENS, _CLOSES, _FRIDAY = time(8), time(17), 5


def free_rows(here: Here, day: date, slots: Iterable[Slot]) -> list[ft.Control]:
    """A line for each span; none of what has passed, and nothing on a day that has."""
    opens, closes = _hours(here, day)
    opens = max(opens, here.now())
    spans = free_spans(slots, me(here), opens, closes) if opens < closes else ()
    if not spans:
        return []
    lines: list[ft.Control] = [
        ft.Row(
            [
                quiet(
                    here.t("Book within {span}", span=span_of(here, starts, ends)),
                    _books(day, starts),
                    ft.Icons.ADD,
                )
            ],
            wrap=True,
        )
        for starts, ends in spans
    ]
    return [stack([heading(here.t("When you have nothing booked"), 3), *lines], gap=0)]


def _hours(here: Here, day: date) -> tuple[datetime, datetime]:
    """The working day, also where the site answers for a shorter while; a weekend as the site has it."""
    listing = here.view.site.listings.get(f"hours/{day.isoweekday()}")
    fact = listing.fact if listing is not None else None
    opens, closes = (_OPENS, _CLOSES) if day.isoweekday() <= _FRIDAY else (time(), time())
    if isinstance(fact, HoursListed) and fact.opens and fact.closes:
        opens, closes = (
            min(fact.opens, opens if opens < closes else fact.opens),
            max(fact.closes, closes),
        )
    return datetime.combine(day, opens, ZONE), datetime.combine(day, closes, ZONE)


def _books(day: date, starts: datetime) -> Callable[[], None]:
    """At that time, or at the next quarter of an hour when it is now."""
    local = there(starts, ZONE.key)
    minutes = -(-(local.hour * 60 + local.minute) // 15) * 15
    clock = f"{minutes // 60 % 24:02}{minutes % 60:02}"
    return lambda: go(calendar_booking_path(day.isoformat(), clock))
