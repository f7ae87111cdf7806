"""A coordinator's days: what is booked with anyone, put together into meetings. Pure.

    plan of A ─ booking 7, 9:00 ─┐
    plan of B ─ booking 7, 9:00 ─┴▶ one meeting with A and B
    plan of C ─ booking 7, 10:00 ──▶ moved apart: a meeting of its own

No participant's device can do this: it reads one plan.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from mia_companion.domain.appointment import Appointment
from mia_companion.domain.clashes import Slot
from mia_companion.domain.coming import between
from mia_companion.domain.plan import Plan
from mia_companion.domain.zones import there, zone_named

YES, ASKS, NO_ANSWER, CANCELLED, THEIRS = "yes", "asks", "no-answer", "cancelled", "theirs"
"""What a participant has said to the time that stands; `THEIRS` was set by the participant."""


@dataclass(frozen=True, slots=True)
class Booked:
    """One person's part in a meeting."""

    participant: str
    one: Appointment

    @property
    def answer(self) -> str:
        """One of the names above. To cancel ends all else; to ask for another time is no yes."""
        one = self.one
        if one.cancelled_by is not None:
            return CANCELLED
        if one.move_asked is not None:
            return ASKS
        if one.confirmed_by is not None:
            return YES
        return THEIRS if one.now.by.author == self.participant else NO_ANSWER


@dataclass(frozen=True, slots=True)
class Meeting:
    """Everyone who is booked for the same, at the same time and place. Never empty."""

    booked: tuple[Booked, ...]

    @property
    def lead(self) -> Booked:
        """Whose words say what it is: the first who comes, or the first when nobody does."""
        return next((one for one in self.booked if one.one.cancelled_by is None), self.booked[0])

    @property
    def one(self) -> Appointment:
        """As the lead has it."""
        return self.lead.one

    @property
    def stands(self) -> tuple[Booked, ...]:
        """Those for whom it takes place."""
        return tuple(one for one in self.booked if one.one.cancelled_by is None)

    @property
    def slot(self) -> Slot:
        """What it takes of everyone's day."""
        stands, now = self.stands, self.one.now
        return Slot(
            starts_at=now.starts_at,
            ends_at=now.ends_at,
            way=self.one.way,
            place=now.place,
            people=frozenset(one.participant for one in stands),
            attended_by=frozenset(who for one in stands for who in one.one.attending),
        )


def day_span(day: date, zone: str, days: int = 1) -> tuple[datetime, datetime]:
    """From midnight there to midnight `days` later, aware UTC: 23, 24 or 25 hours each."""
    named = zone_named(zone)
    first, last = (
        datetime.combine(one, time(), named).astimezone(UTC)
        for one in (day, day + timedelta(days=days))
    )
    return first, last


def meetings_between(
    plans: Mapping[str, Plan], start: datetime, end: datetime
) -> tuple[Meeting, ...]:
    """All that take any time in that span, earliest first; `plans` are by participant."""
    found: dict[tuple[object, ...], list[Booked]] = {}
    for participant, plan in plans.items():
        for one in between((plan.shared,), start, end):
            now = one.now
            alone = (participant, one.id)
            same = (one.booking or alone, now.starts_at, now.ends_at, now.place)
            found.setdefault(same, []).append(Booked(participant, one))
    meetings = (Meeting(tuple(booked)) for booked in found.values())
    return tuple(sorted(meetings, key=lambda one: (one.one.now.starts_at, one.one.id)))


def by_day(
    meetings: Iterable[Meeting], first: date, days: int, zone: str
) -> dict[date, tuple[Meeting, ...]]:
    """Each day from `first` with those that begin on it, by the clocks of `zone`."""
    found: dict[date, list[Meeting]] = {first + timedelta(days=n): [] for n in range(days)}
    for one in meetings:
        day = there(one.one.now.starts_at, zone).date()
        if day in found:
            found[day].append(one)
    return {day: tuple(some) for day, some in found.items()}


def meeting_of(plans: Mapping[str, Plan], participant: str, appointment: str) -> Meeting | None:
    """The meeting in which that appointment stands now, if it is still there."""
    plan = plans.get(participant)
    one = plan.appointment(appointment) if plan is not None else None
    if one is None:
        return None
    start = one.now.starts_at
    for meeting in meetings_between(plans, start, start + timedelta(microseconds=1)):
        if any((b.participant, b.one.id) == (participant, appointment) for b in meeting.booked):
            return meeting
    return None
