"""What has happened on a person's way, to be looked back on in words. Nothing here is a score. Pure.

plan ──happenings──▶ newest first ──since──▶ those of a time ──tally──▶ what to say of them
                                                             ──by_week──▶ what to draw of them

What was taken back, what rests and what is only planned has not happened.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta, tzinfo
from itertools import groupby

from mia_companion.domain import goals, milestones
from mia_companion.domain.entries import By
from mia_companion.domain.goals import Goal
from mia_companion.domain.marks import Mark, standing
from mia_companion.domain.plan import Plan
from mia_companion.domain.steps import DONE, NOT_NOW, PARTLY, TRIED, Step

GOAL_SET, GOAL_REACHED, MILESTONE_REACHED = "goal_set", "goal_reached", "milestone_reached"
"""Beside done, partly and tried of a step, what can have happened."""

WEEK, MONTH = 7, 30
"""Days of a look back, today among them."""

STEPS = (DONE, PARTLY, TRIED)


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened. `item` is the step, milestone or goal; `day` is the day it is about."""

    what: str
    item: str
    words: str
    by: By
    day: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """How much of what happened. `steps` are all of them, those in part and those tried among them."""

    steps: int = 0
    partly: int = 0
    tried: int = 0
    milestones: int = 0
    goals_reached: int = 0
    goals_set: int = 0


@dataclass(frozen=True, slots=True)
class Stretch:
    """A week or a month in which something happened; `first` is its first day. Oldest first."""

    first: date
    happened: tuple[Happening, ...]


def happenings(plan: Plan, zone: tzinfo) -> tuple[Happening, ...]:
    """All that has happened, newest first; `zone` says on which day."""
    found = [*_of_steps(plan, zone), *_of_milestones(plan, zone), *_of_goals(plan, zone)]
    return tuple(sorted(found, key=lambda one: (one.day, one.by.at, one.by.entry), reverse=True))


def since(found: Sequence[Happening], today: date, days: int | None) -> tuple[Happening, ...]:
    """What happened in the last `days`, today among them; all of it for None."""
    if days is None:
        return tuple(found)
    first = today - timedelta(days=days - 1)
    return tuple(one for one in found if one.day >= first)


def tally(found: Iterable[Happening]) -> Tally:
    """What there is of each."""
    count: dict[str, int] = {}
    for one in found:
        count[one.what] = count.get(one.what, 0) + 1
    return Tally(
        steps=sum(count.get(state, 0) for state in STEPS),
        partly=count.get(PARTLY, 0),
        tried=count.get(TRIED, 0),
        milestones=count.get(MILESTONE_REACHED, 0),
        goals_reached=count.get(GOAL_REACHED, 0),
        goals_set=count.get(GOAL_SET, 0),
    )


def by_week(found: Iterable[Happening]) -> tuple[Stretch, ...]:
    """Weeks from Monday, oldest first. A week in which nothing happened is not there."""
    return _stretches(found, week_of)


def by_month(found: Iterable[Happening]) -> tuple[Stretch, ...]:
    """Months, oldest first. A month in which nothing happened is not there."""
    return _stretches(found, lambda day: day.replace(day=1))


def week_of(day: date) -> date:
    """The Monday of that day's week."""
    return day - timedelta(days=day.weekday())


def _stretches(found: Iterable[Happening], first_of: Callable[[date], date]) -> tuple[Stretch, ...]:
    oldest_first = sorted(found, key=lambda one: (one.day, one.by.at, one.by.entry))
    parts = groupby(oldest_first, key=lambda one: first_of(one.day))
    return tuple(Stretch(first, tuple(part)) for first, part in parts)


def _of_steps(plan: Plan, zone: tzinfo) -> Iterator[Happening]:
    for step in plan.steps:
        for mark in marks_that_stand(step):
            if mark.state != NOT_NOW:
                day = mark.day or mark.by.at.astimezone(zone).date()
                yield Happening(mark.state, step.id, step.words, mark.by, day, mark.note)


def marks_that_stand(step: Step) -> Iterator[Mark]:
    """The last mark of each day that was marked, and of the step as a whole."""
    last: dict[date | None, Mark] = {m.day: m for m in step.marks if not m.undone}
    yield from last.values()


def _of_milestones(plan: Plan, zone: tzinfo) -> Iterator[Happening]:
    for picture in (plan.shared, plan.own):
        for one in picture.milestones.values():
            mark = standing(one.marks)
            if mark is not None and mark.state == milestones.REACHED and not one.gone:
                day = mark.by.at.astimezone(zone).date()
                yield Happening(MILESTONE_REACHED, one.id, one.words, mark.by, day)


def _of_goals(plan: Plan, zone: tzinfo) -> Iterator[Happening]:
    for goal in plan.goals:
        yield _goal(GOAL_SET, goal, goal.set_by, zone)
        mark = standing(goal.marks)
        if mark is not None and mark.state == goals.REACHED:
            yield _goal(GOAL_REACHED, goal, mark.by, zone)


def _goal(what: str, goal: Goal, by: By, zone: tzinfo) -> Happening:
    return Happening(what, goal.id, goal.words, by, by.at.astimezone(zone).date())
