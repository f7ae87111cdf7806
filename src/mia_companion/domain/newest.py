"""What happened last in a person's plan, whoever did it. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from mia_companion.domain import goals
from mia_companion.domain.appointment import Appointment
from mia_companion.domain.checkins import CheckIn
from mia_companion.domain.consents import IN_APP
from mia_companion.domain.entries import By
from mia_companion.domain.goals import Goal
from mia_companion.domain.layers import live, shelf_of
from mia_companion.domain.marks import standing
from mia_companion.domain.picture import Picture
from mia_companion.domain.plan import Plan
from mia_companion.domain.steps import NOT_NOW, Step

WROTE, ANSWERED, PLANNED_STEP, MARKED = "wrote", "answered", "step", "marked"
SET_GOAL, REACHED_GOAL, RESTED_GOAL, TOOK_UP_GOAL = (
    "goal",
    "goal-reached",
    "goal-rests",
    "goal-again",
)
REACHED_MILESTONE, RATED, SAW, CHECKED_IN = "milestone-reached", "rated", "saw", "checked-in"
BOOKED, MOVED, CANCELLED, CONFIRMED = "booked", "moved", "cancelled", "confirmed"
ASKED, AGREED = "asked", "agreed"
CONSENTED, WITHDREW = "consented", "withdrew"
TOOK_DOWN, CONFIRMED_CONSENT = "took-down", "consent-confirmed"
WROTE_WITHDRAWN = "wrote-withdrawn"
"""A yes or a taking back that a coordinator wrote down; the last only where that was the reader."""
PASSED_OVER = "passed-over"
"""A day of a step that comes again, when it was not now; the step itself goes on."""

_OF_GOAL = {
    goals.REACHED: REACHED_GOAL,
    goals.RESTING: RESTED_GOAL,
    goals.ACTIVE: TOOK_UP_GOAL,
}


@dataclass(frozen=True, slots=True)
class Newest:
    """The last thing that happened. `what` is one of the words above; `state` is a marked step's."""

    what: str
    by: By
    words: str = ""
    state: str = ""


def newest(plan: Plan, reader: str) -> Newest | None:
    """What happened last in the plan, whoever did it; what waits to be sent comes after all else."""
    both = (plan.shared, plan.own)
    last = max(_happened(plan, reader, _Looked.at_live(plan)), key=_order, default=None)
    kept = (k for p in both for k in (p.steps, p.appointments, p.checkins))
    shelved = max(shelf_of(one).upto for one in kept)
    if shelved and (last is None or _order(last)[0] <= shelved):
        every = _Looked(plan.steps, plan.appointments, plan.checkins)
        last = max(_happened(plan, reader, every), key=_order, default=None)
    return last


@dataclass(frozen=True, slots=True)
class _Looked:
    """What is looked at of all that can lie on the shelf."""

    steps: Iterable[Step]
    appointments: Iterable[Appointment]
    checkins: Iterable[CheckIn]

    @staticmethod
    def at_live(plan: Plan) -> "_Looked":
        both = (plan.shared, plan.own)
        return _Looked(
            [s for p in both for s in live(p.steps).values()],
            [a for p in both for a in live(p.appointments).values()],
            plan.recent_checkins,
        )


def _order(one: Newest) -> tuple[int, datetime, tuple[str, ...]]:
    return (one.by.seq or 2**62, one.by.at, (one.by.entry, one.what, one.state, one.words))


def _happened(plan: Plan, reader: str, looked: _Looked) -> Iterator[Newest]:
    for thread in plan.threads[:1]:  # the one written in last
        if message := plan.latest_message(thread):
            what = ANSWERED if message.by.author == reader else WROTE
            yield Newest(what, message.by, message.translation or message.words)
    for goal in plan.goals:
        yield _of_goal(goal)
    for step in looked.steps:
        if not step.gone:
            yield _of_step(step)
    for one in looked.appointments:
        if not one.gone:
            yield from _of_appointment(one)
    for checkin in looked.checkins:
        yield Newest(CHECKED_IN, checkin.by, checkin.words, str(checkin.feeling))
    yield from _of_ratings(plan.shared, reader)
    yield from _of_consents(plan.shared, reader)
    for milestone in plan.shared.milestones.values():
        mark = standing(milestone.marks)
        if mark and not milestone.gone:
            yield Newest(REACHED_MILESTONE, mark.by, milestone.words)


def _of_goal(goal: Goal) -> Newest:
    mark = standing(goal.marks)
    if mark is None:
        return Newest(SET_GOAL, goal.set_by, goal.words)
    return Newest(_OF_GOAL[mark.state], mark.by, goal.words)


def _of_step(step: Step) -> Newest:
    if step.mark is None:
        return Newest(PLANNED_STEP, step.planned_by, step.words)
    of_a_day = step.mark.state == NOT_NOW and step.mark.day is not None
    state = PASSED_OVER if of_a_day else step.mark.state
    return Newest(MARKED, step.mark.by, step.words, state)


def _of_appointment(one: Appointment) -> Iterator[Newest]:
    yield Newest(MOVED if one.moved else BOOKED, one.now.by, one.title)
    if one.cancelled_by:
        yield Newest(CANCELLED, one.cancelled_by, one.title)
    if one.move_asked:
        yield Newest(ASKED, one.move_asked.by, one.title)
    if one.confirmed_by:
        yield Newest(CONFIRMED, one.confirmed_by, one.title)
    if one.agreed:
        yield Newest(AGREED, one.agreed[-1].by, one.title)


def _of_ratings(shared: Picture, reader: str) -> Iterator[Newest]:
    for rating in shared.ratings.values():
        if not rating.gone:
            yield Newest(SAW if rating.by.author == reader else RATED, rating.by)


def _of_consents(shared: Picture, reader: str) -> Iterator[Newest]:
    for consent in shared.consents.values():
        if consent.given and consent.given_by:
            what = CONSENTED if consent.given.collected == IN_APP else TOOK_DOWN
            yield Newest(what, consent.given_by, consent.given.purpose)
            if consent.confirmed_by:
                yield Newest(CONFIRMED_CONSENT, consent.confirmed_by, consent.given.purpose)
        elif (by := consent.withdrawn_by) and consent.last:
            what = WROTE_WITHDRAWN if by.author == reader else WITHDREW
            yield Newest(what, by, consent.last.purpose)
