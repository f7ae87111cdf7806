"""Who needs the coordinator now: what is unread, whether anything is ahead, what is newest. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mia_companion.domain.appointment import Appointment
from mia_companion.domain.entries import By
from mia_companion.domain.layers import live, shelf_of
from mia_companion.domain.plan import Plan
from mia_companion.domain.settled_threads import Settled
from mia_companion.domain.steps import NOT_NOW, Step
from mia_companion.domain.waiting import waits_since

WROTE, ANSWERED, SET_GOAL, PLANNED_STEP, MARKED = "wrote", "answered", "goal", "step", "marked"
BOOKED, MOVED, CANCELLED, CONFIRMED = "booked", "moved", "cancelled", "confirmed"
ASKED = "asked"
PASSED_OVER = "passed-over"
"""A day of a step that comes again, when it was not now; the step itself goes on."""

_COUNTS_WITHOUT_A_DAY = timedelta(days=14)
"""For so long a step without a day lies ahead; after that it is rather left behind."""


@dataclass(frozen=True, slots=True)
class Newest:
    """The last thing that happened. `what` is one of the words above; `state` is a marked step's."""

    what: str
    by: By
    words: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class Needs:
    """How one participant stands to one coordinator.

    `waiting_since`: when the first message came that no coordinator has answered or settled. `gap`: nothing
    is planned ahead.
    """

    unread: int = 0
    waiting_since: datetime | None = None
    gap: bool = True
    newest: Newest | None = None


def needs(
    plan: Plan,
    participant: str,
    reader: str,
    now: datetime,
    today: date,
    *,
    settled: Mapping[str, Settled] | None = None,
) -> Needs:
    """The needs of the participant whose plan it is, as `reader` sees them."""
    return Needs(
        unread=plan.unread_in_all(reader),
        waiting_since=waiting_since(plan, participant, settled),
        gap=is_gap(plan, now, today),
        newest=newest(plan, reader),
    )


def waiting_since(
    plan: Plan, participant: str, settled: Mapping[str, Settled] | None = None
) -> datetime | None:
    """Since when anything waits in any thread. `settled` is the team's word on what needs no answer."""
    found = (waits_since(plan, settled or {}, participant, thread) for thread in plan.threads)
    return min((since for since in found if since is not None), default=None)


def is_gap(plan: Plan, now: datetime, today: date) -> bool:
    """Whether nothing lies ahead: no appointment, no step with a day or with weekdays, none newly
    planned without."""
    if plan.next_appointment(now) is not None:
        return False
    return not any(
        s.repeats or (s.day >= today if s.day else now - s.planned_by.at < _COUNTS_WITHOUT_A_DAY)
        for s in plan.open_steps
    )


def newest(plan: Plan, reader: str) -> Newest | None:
    """What happened last in the plan, whoever did it; what waits to be sent comes after all else."""
    both = (plan.shared, plan.own)
    steps = [s for p in both for s in live(p.steps).values()]
    appointments = [a for p in both for a in live(p.appointments).values()]
    last = max(_happened(plan, reader, steps, appointments), key=_order, default=None)
    shelved = max(shelf_of(kept).upto for p in both for kept in (p.steps, p.appointments))
    if shelved and (last is None or _order(last)[0] <= shelved):
        every = _happened(plan, reader, plan.steps, plan.appointments)
        last = max(every, key=_order, default=None)
    return last


def _order(one: Newest) -> tuple[int, datetime, str]:
    return (one.by.seq or 2**62, one.by.at, one.by.entry)


def _happened(
    plan: Plan, reader: str, steps: Iterable[Step], appointments: Iterable[Appointment]
) -> Iterator[Newest]:
    for thread in plan.threads[:1]:  # the one written in last
        if message := plan.latest_message(thread):
            what = ANSWERED if message.by.author == reader else WROTE
            yield Newest(what, message.by, message.translation or message.words)
    for goal in plan.goals:
        yield Newest(SET_GOAL, goal.set_by, goal.words)
    for step in steps:
        if not step.gone:
            yield _of_step(step)
    for one in appointments:
        if not one.gone:
            yield _of_appointment(one)


def _of_step(step: Step) -> Newest:
    if step.mark is None:
        return Newest(PLANNED_STEP, step.planned_by, step.words)
    of_a_day = step.mark.state == NOT_NOW and step.mark.day is not None
    state = PASSED_OVER if of_a_day else step.mark.state
    return Newest(MARKED, step.mark.by, step.words, state)


def _of_appointment(one: Appointment) -> Newest:
    if one.cancelled_by:
        return Newest(CANCELLED, one.cancelled_by, one.title)
    if one.move_asked:
        return Newest(ASKED, one.move_asked.by, one.title)
    if one.confirmed_by:
        return Newest(CONFIRMED, one.confirmed_by, one.title)
    return Newest(MOVED if one.moved else BOOKED, one.now.by, one.title)


def most_needed_first(name: str, need: Needs) -> tuple[int, float, int, str]:
    """Sorts the unread first, then the unanswered, longest waiting first; then gaps; then by name."""
    since = need.waiting_since.timestamp() if need.waiting_since else 0.0
    turn = 0 if need.unread else 1 if need.waiting_since else 2
    return (turn, since, 0 if need.gap else 1, name.casefold())
