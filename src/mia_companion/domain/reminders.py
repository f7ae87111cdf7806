"""Reminders that a person has chosen, in the journal that only they read.

ReminderSet ──▶ due at each of its moments ──ReminderSeen──▶ not shown for that moment again
"""

from collections.abc import Iterator, MutableMapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from mia_companion.domain.entries import By, Frozen
from mia_companion.domain.words import Id

DAY_MINUTES = 24 * 60

Minutes = Annotated[int, Field(ge=0, le=60 * DAY_MINUTES)]

_KEPT_SEEN = 20
_AN_HOUR = timedelta(hours=1)


class ReminderSet(Frozen):
    """How one wants to be reminded of a step or an appointment; what is said last stands.

    `before` is minutes before an appointment begins; `at` is a time of its day or of a step's, `eve` one
    of the day before that. None of them: not at all.
    """

    kind: Literal["ReminderSet"] = "ReminderSet"
    item: Id
    before: tuple[Minutes, ...] = ()
    at: time | None = None
    eve: time | None = None

    @property
    def is_on(self) -> bool:
        """Whether there is anything to remind of."""
        return bool(self.before) or self.at is not None or self.eve is not None


class ReminderSeen(Frozen):
    """The reminder that was due then has been seen, on whichever device."""

    kind: Literal["ReminderSeen"] = "ReminderSeen"
    item: Id
    due_at: AwareDatetime


class Reminder(Frozen):
    """How one is reminded of one item."""

    item: str
    by: By
    before: tuple[int, ...] = ()
    at: time | None = None
    eve: time | None = None
    seen: tuple[AwareDatetime, ...] = ()
    earlier: tuple[ReminderSet, ...] = ()

    @property
    def is_on(self) -> bool:
        """Whether there is anything to remind of."""
        return self.said.is_on

    @property
    def said(self) -> ReminderSet:
        """What stands, as it was said."""
        return ReminderSet(item=self.item, before=self.before, at=self.at, eve=self.eve)

    def without(self, entry: str, author: str) -> "Reminder":
        """As it was chosen before that author's entry."""
        if not self.by.wrote(entry, author):
            return self
        before = self.earlier[-1] if self.earlier else ReminderSet(item=self.item)
        return self.model_copy(
            update={
                "before": before.before,
                "at": before.at,
                "eve": before.eve,
                "earlier": self.earlier[:-1],
            }
        )


@dataclass(frozen=True, slots=True)
class Due:
    """An item is to be reminded of at `at`, aware UTC."""

    item: str
    at: datetime


def moments(
    reminder: Reminder | ReminderSet,
    starts_at: datetime | None,
    day: date | None,
    zone: tzinfo,
) -> Iterator[Due]:
    """When it is due, for one time that the item takes place: `day` is its day in `zone`, and
    `starts_at` when an appointment begins.

    A time of the clock follows the day when an appointment is moved. One that would then come after the
    beginning comes an hour before it instead.
    """
    if starts_at is not None:
        for minutes in reminder.before:
            yield Due(reminder.item, starts_at - timedelta(minutes=minutes))
    if day is None:
        return
    for clock, ahead in ((reminder.eve, 1), (reminder.at, 0)):
        if clock is not None:
            at = datetime.combine(day - timedelta(days=ahead), clock, zone).astimezone(UTC)
            late = starts_at is not None and at >= starts_at
            yield Due(reminder.item, starts_at - _AN_HOUR if starts_at and late else at)


Reminders = MutableMapping[str, Reminder]
"""By item."""


def fold_set(reminders: Reminders, by: By, fact: ReminderSet) -> None:
    """What is said last stands."""
    held = reminders.get(fact.item)
    earlier, seen = (held.earlier, held.seen) if held else ((), ())
    if held:
        earlier = (*earlier, held.said)[-5:]
    reminders[fact.item] = Reminder(
        item=fact.item,
        by=by,
        before=fact.before,
        at=fact.at,
        eve=fact.eve,
        seen=seen,
        earlier=earlier,
    )


def fold_seen(reminders: Reminders, by: By, fact: ReminderSeen) -> None:
    """The latest few are kept: older moments do not come again."""
    held = reminders.get(fact.item)
    if held is not None and fact.due_at not in held.seen:
        seen = tuple(sorted({*held.seen, fact.due_at}))[-_KEPT_SEEN:]
        reminders[fact.item] = held.model_copy(update={"seen": seen})
