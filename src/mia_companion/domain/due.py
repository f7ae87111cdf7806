"""What is to be reminded of now and later: the reminders that were chosen, held against the plan. Pure.

a step's day, or an appointment           ──moments──▶  ahead ──its time comes──▶ due
that takes place and is not over yet                                               │
                                          seen, marked, cancelled, or over ◀───────┘
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from mia_companion.domain.appointment import Appointment
from mia_companion.domain.plan import Plan
from mia_companion.domain.reminders import Due, Reminder, moments
from mia_companion.domain.steps import PLANNED, Step

DAYS_AHEAD = 60
"""How far a schedule reaches. Whoever opens the app once in that time misses nothing."""

_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Occasion:
    """One time that something takes place. `day` is in the person's zone; moments are aware UTC."""

    day: date
    over_at: datetime
    starts_at: datetime | None = None


def due_now(plan: Plan, now: datetime, zone: tzinfo) -> tuple[Due, ...]:
    """The last moment of each item that is due and that nobody has seen, the newest first."""
    latest: dict[str, Due] = {}
    for one in _every_moment(plan, now, zone):
        held = latest.get(one.item)
        if one.at <= now and (held is None or one.at > held.at):
            latest[one.item] = one
    return tuple(sorted(latest.values(), key=lambda one: (one.at, one.item), reverse=True))


def due_later(plan: Plan, now: datetime, zone: tzinfo) -> tuple[Due, ...]:
    """Every moment that comes within `DAYS_AHEAD`, the nearest first, none twice."""
    until = now + DAYS_AHEAD * _A_DAY
    coming = {one for one in _every_moment(plan, now, zone) if now < one.at <= until}
    return tuple(sorted(coming, key=lambda one: (one.at, one.item)))


def next_change(plan: Plan, now: datetime, zone: tzinfo) -> datetime | None:
    """When `due_now` says something else, if nothing is written until then."""
    begins = [one.at for one in due_later(plan, now, zone)]
    shown = {one.item for one in due_now(plan, now, zone)}
    ends = [
        occasion.over_at
        for item in shown
        for occasion in occasions(plan, item, now, zone)
        if occasion.over_at > now
    ]
    return min([*begins, *ends], default=None)


def occasions(plan: Plan, item: str, now: datetime, zone: tzinfo) -> Iterator[Occasion]:
    """The times ahead that an item of the plan takes place, today's among them; nothing once it is done,
    cancelled or over."""
    if step := plan.step(item):
        yield from _of_step(step, now, zone)
    elif booked := plan.shared.appointments.get(item) or plan.own.appointments.get(item):
        yield from _of_appointment(booked, now, zone)


def _of_appointment(one: Appointment, now: datetime, zone: tzinfo) -> Iterator[Occasion]:
    if not one.gone and one.cancelled_by is None and one.now.over_at > now:
        starts_at = one.now.starts_at
        yield Occasion(starts_at.astimezone(zone).date(), one.now.over_at, starts_at)


def _of_step(step: Step, now: datetime, zone: tzinfo) -> Iterator[Occasion]:
    if step.gone or step.state != PLANNED:
        return
    today = now.astimezone(zone).date()
    if not step.repeats:
        if step.day is not None and step.day >= today:
            yield _on(step.day, zone)
        return
    for day in (today + n * _A_DAY for n in range(DAYS_AHEAD + 2)):
        if day.isoweekday() in step.repeats and step.mark_on(day) is None:
            yield _on(day, zone)


def _on(day: date, zone: tzinfo) -> Occasion:
    """A whole day, over at midnight."""
    return Occasion(day, datetime.combine(day + _A_DAY, time(), zone).astimezone(UTC))


def _every_moment(plan: Plan, now: datetime, zone: tzinfo) -> Iterator[Due]:
    """Asked of what may still take place: of a long life few reminders are of that."""
    for item in (*(one.id for one in plan.coming(now)), *(one.id for one in plan.open_steps)):
        reminder = plan.own.reminders.get(item)
        if reminder is None or not reminder.is_on:
            continue
        for one in occasions(plan, item, now, zone):
            for due in moments(reminder, one.starts_at, one.day, zone):
                if not is_settled(reminder, due.at, now):
                    yield due


def is_settled(reminder: Reminder, at: datetime, now: datetime) -> bool:
    """Whether nothing is said of it: seen then or at a later moment; or past already when it was chosen, by a
    clock that can be right."""
    chosen_at = reminder.by.at
    return any(at <= seen for seen in reminder.seen) or at <= chosen_at <= now
