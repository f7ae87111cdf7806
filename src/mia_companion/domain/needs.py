"""Who needs the coordinator now: what is unread, whether anything is ahead, what is newest. Pure."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mia_companion.domain.entries import By
from mia_companion.domain.plan import Plan

WROTE, ANSWERED, SET_GOAL, PLANNED_STEP, MARKED = "wrote", "answered", "goal", "step", "marked"
BOOKED, MOVED, CANCELLED, CONFIRMED = "booked", "moved", "cancelled", "confirmed"
ASKED = "asked"

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

    `waiting_since`: when the first message came that no coordinator has answered. `gap`: nothing is
    planned ahead.
    """

    unread: int = 0
    waiting_since: datetime | None = None
    gap: bool = True
    newest: Newest | None = None


def needs(plan: Plan, participant: str, reader: str, now: datetime, today: date) -> Needs:
    """The needs of the participant whose plan it is, as `reader` sees them."""
    return Needs(
        unread=plan.unread_in_all(reader),
        waiting_since=waiting_since(plan, participant),
        gap=is_gap(plan, now, today),
        newest=newest(plan, reader),
    )


def waiting_since(plan: Plan, participant: str) -> datetime | None:
    """When the participant wrote the first of the messages that stand at a thread's end, unanswered."""
    waits: list[datetime] = []
    for thread in plan.threads:
        since = None
        for message in reversed(plan.thread(thread)):
            if message.by.author != participant:
                break
            since = message.by.at
        if since is not None:
            waits.append(since)
    return min(waits, default=None)


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
    found: list[Newest] = []
    for thread in plan.threads[:1]:  # the one written in last
        if message := plan.latest_message(thread):
            what = ANSWERED if message.by.author == reader else WROTE
            found.append(Newest(what, message.by, message.translation or message.words))
    found += [Newest(SET_GOAL, goal.set_by, goal.words) for goal in plan.goals]
    for step in plan.steps:
        if step.mark is None:
            found.append(Newest(PLANNED_STEP, step.planned_by, step.words))
        else:
            found.append(Newest(MARKED, step.mark.by, step.words, step.mark.state))
    for one in plan.appointments:
        if one.cancelled_by:
            found.append(Newest(CANCELLED, one.cancelled_by, one.title))
        elif one.move_asked:
            found.append(Newest(ASKED, one.move_asked.by, one.title))
        elif one.confirmed_by:
            found.append(Newest(CONFIRMED, one.confirmed_by, one.title))
        else:
            found.append(Newest(MOVED if one.moved else BOOKED, one.now.by, one.title))
    return max(found, key=lambda n: (n.by.seq or 2**62, n.by.at), default=None)


def most_needed_first(name: str, need: Needs) -> tuple[int, float, int, str]:
    """Sorts the unread first, then the unanswered, longest waiting first; then gaps; then by name."""
    since = need.waiting_since.timestamp() if need.waiting_since else 0.0
    turn = 0 if need.unread else 1 if need.waiting_since else 2
    return (turn, since, 0 if need.gap else 1, name.casefold())
