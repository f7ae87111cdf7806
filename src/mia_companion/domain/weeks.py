"""A week of a plan: seven days from Monday, each with its appointments and its steps. Pure.

before today   what was done, partly done or tried that day; nothing is said of what was not
today          that, and every step that is open for today or from a day before
after today    steps planned for that day, and those that come again on it
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from mia_companion.domain.appointment import Appointment
from mia_companion.domain.plan import Plan
from mia_companion.domain.steps import DONE, PARTLY, PLANNED, TRIED, Step

_WENT = (DONE, PARTLY, TRIED)


@dataclass(frozen=True, slots=True)
class StepOnADay:
    """A step, and how it stands on that day."""

    step: Step
    state: str


@dataclass(frozen=True, slots=True)
class Day:
    """Appointments earliest first; steps that are open before those that are done."""

    day: date
    appointments: tuple[Appointment, ...]
    steps: tuple[StepOnADay, ...]


def monday_of(day: date) -> date:
    """The first day of its week."""
    return day - timedelta(days=day.weekday())


def week_number(day: date) -> int:
    """As ISO 8601 and Sweden count: the week belongs to the year that has its Thursday."""
    return day.isocalendar().week


def week_of(plan: Plan, monday: date, today: date, zone: tzinfo) -> tuple[Day, ...]:
    """The seven days. `zone` is where the person is; an appointment's day is that of its own zone."""
    days = [monday + timedelta(days=n) for n in range(7)]
    appointments: dict[date, list[Appointment]] = {day: [] for day in days}
    for one in plan.appointments:
        if one.day in appointments:
            appointments[one.day].append(one)
    steps: dict[date, list[StepOnADay]] = {day: [] for day in days}
    for step in plan.steps:
        for day, state in _days(step, days, today, zone):
            steps[day].append(StepOnADay(step, state))
    return tuple(
        Day(day, tuple(appointments[day]), tuple(sorted(steps[day], key=_open_first)))
        for day in days
    )


def _open_first(one: StepOnADay) -> tuple[bool, datetime, str]:
    return one.state != PLANNED, one.step.planned_by.at, one.step.id


def _days(step: Step, days: list[date], today: date, zone: tzinfo) -> Iterator[tuple[date, str]]:
    schedule = step.schedule
    if schedule is not None and schedule.repeats:
        yield from _again(step, days, today)
        return
    mark = step.mark
    if mark is None:
        if schedule is not None and schedule.day is not None:
            day = max(schedule.day, today)
            if day in days:
                yield day, PLANNED
    elif mark.state in _WENT:
        day = mark.day or mark.by.at.astimezone(zone).date()
        if day in days:
            yield day, mark.state


def _again(step: Step, days: list[date], today: date) -> Iterator[tuple[date, str]]:
    rests = step.state != PLANNED
    for day in days:
        mark = step.mark_on(day)
        if mark is not None:
            if mark.state in _WENT:
                yield day, mark.state
        elif day >= today and day.isoweekday() in step.repeats and not rests:
            yield day, PLANNED
