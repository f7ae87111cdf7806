"""The calendar: everyone's booked times, by week or by day.

wide     Mon │ Tue │ Wed │ Thu │ Fri      and Sat │ Sun when something is there
narrow   one day after another
"""

from collections.abc import Mapping
from datetime import date

import flet as ft

from mia_companion.domain.calendar import Meeting, by_day, day_span, meetings_between
from mia_companion.domain.clashes import Clash, Slot, clashes
from mia_companion.domain.weeks import monday_of
from mia_companion.ui import places
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.text_scale import size_of_text
from mia_companion.ui.components.texts import lead
from mia_companion.ui.context import ZONE, Here, go, use_here
from mia_companion.ui.coordinator.booking.clashing import plans_of
from mia_companion.ui.coordinator.calendar.days import (
    Books,
    DayWords,
    Opened,
    alone,
    one_by_one,
    side_by_side,
)
from mia_companion.ui.coordinator.calendar.free import free_rows
from mia_companion.ui.coordinator.calendar.head import DAY, WEEK, head
from mia_companion.ui.coordinator.calendar.telling import told
from mia_companion.ui.coordinator.frame import padded, scrolled, workspace
from mia_companion.ui.coordinator.paths import calendar_booking_path, meeting_path
from mia_companion.ui.same import Same
from mia_companion.ui.theme import PAGE_WIDTH

_WORKDAYS, _WEEK = 5, 7
_COLUMN = 150
"""Logical pixels that a day's column needs, with text of the usual size."""


@ft.component
def CalendarScreen() -> ft.Control:
    """A place. Where one has leafed to stays while one looks at a meeting."""
    return workspace(use_here(), places.CALENDAR, scrolled([padded(Calendar())]))


@ft.component
def Calendar() -> ft.Control:
    """Only the days that are shown are put together, and only when any appointment has changed."""
    here = use_here()
    shown, show = ft.use_state(WEEK)
    day, stand = ft.use_state(here.today())
    opened = ft.use_callback(open_meeting, [])
    books = ft.use_callback(book_on, [])
    plans = plans_of(here)
    first, count = (monday_of(day), _WEEK) if shown == WEEK else (day, 1)
    maps = [Same(plan.shared.appointments) for plan in plans.values()]
    found: tuple[Meeting, ...] = ft.use_memo(
        lambda: meetings_between(plans, *day_span(first, ZONE.key, count)),
        [*plans, *maps, first, count],
    )
    known = {one.slot: one for one in found}
    among = clashes(known)
    days = [
        _said(here, one, some, among, known)
        for one, some in by_day(found, first, count, ZONE.key).items()
    ]
    if shown == DAY:
        rows = [alone(days[0], opened), *free_rows(here, day, known)]
        inside: ft.Control = ft.Row([ft.Container(stack(rows), width=PAGE_WIDTH)], wrap=True)
    else:
        inside = _week(here, days, opened, books)

    def choose(which: str) -> None:
        """A week that is not this one is opened by its first day."""
        if which == DAY and monday_of(day) != monday_of(here.today()):
            stand(monday_of(day))
        show(which)

    nobody = [] if plans else [lead(here.t("Nobody yet. Invite the first."))]
    return stack([head(here, shown, day, choose, stand), *nobody, inside], gap=16)


def _week(here: Here, days: list[DayWords], opened: Opened, books: Books) -> ft.Control:
    weekend = any(one.meetings or one.today for one in days[_WORKDAYS:])
    some = days if weekend else days[:_WORKDAYS]
    room = here.state.width / size_of_text(here.state)
    if here.wide and room >= len(some) * _COLUMN:
        return side_by_side(some, opened, books)
    return one_by_one(some, opened, books)


def _said(
    here: Here,
    day: date,
    meetings: tuple[Meeting, ...],
    among: tuple[Clash, ...],
    known: Mapping[Slot, Meeting],
) -> DayWords:
    today = here.today()
    name = here.words.short_day(day, today)
    return DayWords(
        day=day,
        name=name,
        today=here.words.c("calendar", "Today") if day == today else "",
        past=day < today,
        meetings=tuple(told(here, one, among, known) for one in meetings),
        nothing="" if meetings or day < today else here.t("Nothing is booked"),
        book=here.t("Book a time on {day}", day=here.words.day(day, today)),
    )


def open_meeting(person: str, appointment: str) -> None:
    """Look at one."""
    go(meeting_path(person, appointment))


def book_on(day: str) -> None:
    """Book on that day, ISO 8601."""
    go(calendar_booking_path(day))
