"""A week of a plan: seven days from Monday, each with its appointments and its steps. Pure.

before today   what was done, partly done or tried that day; nothing is said of what was not
today          that, and every step that is open for today or from a day before
after today    steps planned for that day, and those that come again on it
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta, tzinfo

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
    for step in sorted(plan.steps, key=lambda s: (s.planned_by.at, s.id)):
        for day, state in _days(step, days, today, zone):
            steps[day].append(StepOnADay(step, state))
    return tuple(
        Day(day, tuple(appointments[day]), tuple(sorted(steps[day], key=_open_first)))
        for day in days
    )


def _open_first(one: StepOnADay) -> bool:
    return one.state != PLANNED


def _days(step: Step, days: list[date], today: date, zone: tzinfo) -> Iterator[tuple[date, str]]:
    if step.repeats:
        rests = step.state != PLANNED
        for day in days:
            mark = step.mark_on(day)
            if mark is not None:
                if mark.state in _WENT:
                    yield day, mark.state
            elif day >= today and day.isoweekday() in step.repeats and not rests:
                yield day, PLANNED
    elif step.state == PLANNED:
        if step.day is not None and max(step.day, today) in days:
            yield max(step.day, today), PLANNED
    elif step.mark is not None and step.state in _WENT:
        day = step.mark.day or step.mark.by.at.astimezone(zone).date()
        if day in days:
            yield day, step.state
