"""Who needs the coordinator now, and why. Pure; the same on every device.

The reasons, whichever comes first in `REASONS` weighing most:

    a message waits ▸ another time is asked for ▸ a time was called off ▸ what is kept is asked about
    ▸ nothing lies ahead ▸ silence, longer than the person's own habit ▸ a hard day that was shared
    ▸ a consent runs out ▸ a follow-up is due ▸ reminders do not arrive
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mia_companion.domain import data_asked
from mia_companion.domain.activity import silent_since
from mia_companion.domain.appointment import Appointment
from mia_companion.domain.asks import FOLLOW_UP_DUE, asks
from mia_companion.domain.consent_ends import ending
from mia_companion.domain.enrolments import has_finished
from mia_companion.domain.entries import By
from mia_companion.domain.layers import live
from mia_companion.domain.newest import Newest, newest
from mia_companion.domain.plan import Plan
from mia_companion.domain.settled_threads import Settled
from mia_companion.domain.threads import latest_by_thread
from mia_companion.domain.waiting import waits_since

WAITING, MOVE_ASKED, CALLED_OFF, GAP = "waiting", "move-asked", "called-off", "gap"
SILENCE, LOW, CONSENT_ENDS, FOLLOW_UP = "silence", "low", "consent-ends", "follow-up"
DATA_ASKED, NOT_REACHED = "data-asked", "not-reached"
REASONS = (
    WAITING, MOVE_ASKED, CALLED_OFF, DATA_ASKED, GAP, SILENCE, LOW, CONSENT_ENDS, FOLLOW_UP, NOT_REACHED,
)  # fmt: skip

_COUNTS_WITHOUT_A_DAY = timedelta(days=14)
"""For so long a step without a day lies ahead; after that it is rather left behind."""

_LOW_FEELINGS = (1, 2)
_LOW_FOR = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why somebody needs the coordinator: `what` is one of `REASONS`.

    `at` is since when (an instant), or the day that it is about; None for what has no time.
    """

    what: str
    at: datetime | date | None = None


@dataclass(frozen=True, slots=True)
class Needs:
    """How one participant stands to one coordinator; `reasons` in the order in which they weigh."""

    unread: int = 0
    reasons: tuple[Reason, ...] = ()
    newest: Newest | None = None

    def has(self, what: str) -> bool:
        """Whether that is among the reasons."""
        return any(one.what == what for one in self.reasons)


def needs(
    plan: Plan,
    participant: str,
    reader: str,
    now: datetime,
    today: date,
    *,
    settled: Mapping[str, Settled] | None = None,
) -> Needs:
    """The needs of the participant whose plan it is, as `reader` sees them; `settled` as for
    `waiting_since`."""
    return Needs(
        unread=plan.unread_in_all(reader),
        reasons=tuple(_reasons(plan, participant, now, today, settled or {})),
        newest=newest(plan, reader),
    )


def _reasons(
    plan: Plan, participant: str, now: datetime, today: date, settled: Mapping[str, Settled]
) -> Iterator[Reason]:
    if since := waiting_since(plan, participant, settled):
        yield Reason(WAITING, since)
    coming = plan.coming(now)
    if asked := [by.at for one in coming for by in _asks(one, participant)]:
        yield Reason(MOVE_ASKED, min(asked))
    if off := [by.at for one in coming if (by := _called_off(plan, one, participant))]:
        yield Reason(CALLED_OFF, min(off))
    if since := data_asked.waits_since(plan.shared):
        yield Reason(DATA_ASKED, since)
    if not has_finished(plan.shared.enrolments):
        if is_gap(plan, now, today):
            yield Reason(GAP)
        if last := silent_since(plan.shared.active.get(participant, ()), today):
            yield Reason(SILENCE, last)
    if day := _low(plan, today):
        yield Reason(LOW, day)
    if ends := ending(plan.shared.consents, today):
        yield Reason(CONSENT_ENDS, ends[0].day)
    due = [ask.day for ask in asks(plan.shared.enrolments, today) if ask.what == FOLLOW_UP_DUE]
    if due:
        yield Reason(FOLLOW_UP, due[0])
    if since := _not_reached(plan, participant):
        yield Reason(NOT_REACHED, since)


def waiting_since(
    plan: Plan, participant: str, settled: Mapping[str, Settled] | None = None
) -> datetime | None:
    """Since when anything waits in any thread. `settled` is the team's word on what needs no answer."""
    theirs = (t for t, m in latest_by_thread(plan.shared).items() if m.by.author == participant)
    found = (waits_since(plan, settled or {}, participant, thread) for thread in theirs)
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


def _asks(one: Appointment, participant: str) -> Iterator[By]:
    if one.cancelled_by is None:
        if one.move_asked:
            yield one.move_asked.by
        yield from (p.by for p in one.open_proposals if p.by.author == participant)


def _called_off(plan: Plan, one: Appointment, participant: str) -> By | None:
    """The participant's cancellation, until a coordinator has written or booked something after it."""
    by = one.cancelled_by
    if by is None or by.author != participant:
        return None
    booked = [a.revisions[0].by for a in plan.coming(one.now.starts_at)]
    wrote = [message.by for message in latest_by_thread(plan.shared).values()]
    answers = (said for said in (*booked, *wrote) if said.author != participant)
    return None if any(_order(said) > _order(by) for said in answers) else by


def _not_reached(plan: Plan, participant: str) -> datetime | None:
    """Since when reminders do not arrive, until a coordinator has chosen anew or written after it."""
    said = [message.by for message in latest_by_thread(plan.shared).values()]
    said += [one.by for one in plan.shared.channels.values()]
    last = max((_order(by) for by in said if by.author != participant), default=None)
    found = (one.by for one in plan.shared.unreached.values())
    return min((by.at for by in found if last is None or _order(by) > last), default=None)


def _order(by: By) -> tuple[int, datetime]:
    return (by.seq or 2**62, by.at)


def _low(plan: Plan, today: date) -> date | None:
    """The day of the last check-in that was shared, if it was a hard one and not long ago."""
    shared, as_of = plan.shared.checkins, plan.shared.as_of
    # On a device whose clock is behind, what is settled may be of these days.
    behind = as_of is not None and today < as_of.date() - _LOW_FOR
    found = [c for c in (shared if behind else live(shared)).values() if not c.gone]
    last = max(found, key=lambda one: (one.by.at, one.id), default=None)
    if last is None or last.feeling not in _LOW_FEELINGS:
        return None
    day = last.by.at.date()
    return day if abs(today - day) <= _LOW_FOR else None


def most_needed_first(name: str, need: Needs) -> tuple[tuple[int, str], int, str]:
    """Sorts by the reason that weighs most, whoever has had it longest first; then by name."""
    first = next(iter(need.reasons), None)
    if first is None:
        return ((len(REASONS), ""), 0, name.casefold())
    rank, more = REASONS.index(first.what), len(need.reasons) - 1
    return ((rank, str(first.at or "")), -more, name.casefold())
