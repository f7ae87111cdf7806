"""What is to be sent to somebody, by which way and when: their reminders, held against their plan. Pure.

reminders of one's own ─┐
before each appointment ┴▶ moments ──quiet hours──▶ sendings to what was proved, as long as it takes place
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo
from hashlib import sha256

from mia_companion.domain.channels import Channels
from mia_companion.domain.due import DAYS_AHEAD, Occasion, is_settled, occasions
from mia_companion.domain.plan import Plan
from mia_companion.domain.quiet import outside, quiet_around
from mia_companion.domain.reminders import Reminder, ReminderSet, moments
from mia_companion.domain.ways import addresses_of, channels_of, is_proved, unreached_of

LATE = timedelta(hours=2)
"""What could not be sent within this time is not sent any more."""


@dataclass(frozen=True, slots=True)
class Sending:
    """An item is to be reminded of at `at` by `channel`, until `good_until` (both aware UTC) at the latest.

    `starts_at` is when an appointment begins, and None for a step.
    """

    item: str
    channel: str
    to: str
    at: datetime
    good_until: datetime
    starts_at: datetime | None = None

    def id_for(self, participant: str) -> str:
        """The same for the same person, item, moment and way, whoever works it out, and of no use for
        guessing any of them."""
        said = ("mia-sending", participant, self.item, self.at.isoformat(), self.channel)
        return sha256("\0".join(said).encode()).hexdigest()[:32]


def sendings(plan: Plan, now: datetime, zone: tzinfo) -> tuple[Sending, ...]:
    """What is to be sent from now on, and what was to be sent a little while ago; the nearest first."""
    chosen = channels_of(plan)
    if chosen is None or not chosen.is_on:
        return ()
    broken = unreached_of(plan)
    ways = [
        (channel, to)
        for channel, to in addresses_of(chosen.said)
        if channel not in broken and is_proved(plan, channel, to)
    ]
    until = now + timedelta(days=DAYS_AHEAD)
    found = {
        Sending(item, channel, to, at, _good_until(at, occasion, chosen, zone), occasion.starts_at)
        for item, at, occasion in _moments(plan, chosen, now, zone)
        for channel, to in ways
    }
    kept = (one for one in found if now < one.good_until and one.at <= until)
    return tuple(sorted(kept, key=lambda one: (one.at, one.item, one.channel)))


def hush(chosen: Channels, now: datetime, zone: tzinfo) -> datetime | None:
    """Until when nothing is to be sent, aware UTC; None when it is not quiet now."""
    quiet = quiet_around(now, *_hours(chosen), zone)
    return quiet[1] if quiet else None


def _moments(
    plan: Plan, chosen: Channels, now: datetime, zone: tzinfo
) -> Iterator[tuple[str, datetime, Occasion]]:
    for item, said, settled_by in _reminders(plan, chosen, now):
        for occasion in occasions(plan, item, now, zone):
            for due in moments(said, occasion.starts_at, occasion.day, zone):
                if any(due.at <= at <= now for at in settled_by):
                    continue
                if isinstance(said, Reminder) and is_settled(said, due.at, now):
                    continue
                yield item, outside(due.at, occasion.starts_at, *_hours(chosen), zone), occasion


def _reminders(
    plan: Plan, chosen: Channels, now: datetime
) -> Iterator[tuple[str, Reminder | ReminderSet, tuple[datetime, ...]]]:
    """With the times at which what had passed by then was known to have passed."""
    for one in plan.coming(now):
        settled_by = (chosen.by.at, one.now.by.at)
        if mine := plan.own.reminders.get(one.id):
            yield one.id, mine, settled_by
        else:
            usual = ReminderSet(item=one.id, before=chosen.said.appointments)
            yield one.id, usual, settled_by
    for step in plan.open_steps:
        if mine := plan.own.reminders.get(step.id):
            yield step.id, mine, (chosen.by.at,)


def _good_until(at: datetime, occasion: Occasion, chosen: Channels, zone: tzinfo) -> datetime:
    """Never after the beginning; and where the time for trying runs into quiet hours, from their end on."""
    latest = at + LATE
    if quiet := quiet_around(latest, *_hours(chosen), zone):
        latest = quiet[1] + LATE
    return min(latest, occasion.starts_at or occasion.over_at)


def _hours(chosen: Channels) -> tuple[time | None, time | None]:
    return chosen.said.quiet_from, chosen.said.quiet_until
