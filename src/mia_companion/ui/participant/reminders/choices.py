"""When one can be reminded, in words: the evening before, that morning, an hour before, at a chosen time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from mia_companion.domain.due import Occasion, occasions
from mia_companion.domain.reminders import ReminderSet, moments
from mia_companion.domain.steps import PLANNED
from mia_companion.i18n.words import Words, later
from mia_companion.ui.context import ZONE, Here

EVENING, MORNING, AN_HOUR = time(18), time(8), 60

_EVENING_BEFORE = later("The evening before")
_THAT_MORNING = later("In the morning that day")
_HOUR_BEFORE = later("One hour before")


@dataclass(frozen=True, slots=True)
class Offer:
    """One way to be reminded: its name, when that is, and what a tap on it says."""

    name: str
    when: str
    chosen: bool
    then: ReminderSet


def _evening(said: ReminderSet, on: bool) -> ReminderSet:
    return said.model_copy(update={"eve": EVENING if on else None})


def _morning(said: ReminderSet, on: bool) -> ReminderSet:
    return said.model_copy(update={"at": MORNING if on else None})


def _hour(said: ReminderSet, on: bool) -> ReminderSet:
    rest = [minutes for minutes in said.before if minutes != AN_HOUR]
    return said.model_copy(update={"before": tuple(sorted([*rest, AN_HOUR] if on else rest))})


_WAYS = ((_EVENING_BEFORE, _evening), (_THAT_MORNING, _morning), (_HOUR_BEFORE, _hour))


def said_of(here: Here, item: str) -> ReminderSet:
    """How one is reminded of the item; not at all, if nothing was chosen."""
    reminder = here.view.plan().own.reminders.get(item)
    return reminder.said if reminder else ReminderSet(item=item)


def offers(here: Here, said: ReminderSet) -> list[Offer]:
    """What can be chosen for an item that takes place; what has passed is there only to be taken away."""
    times, none = list(times_of(here, said.item)), ReminderSet(item=said.item)
    found: list[Offer] = []
    for name, put in _WAYS:
        chosen = put(said, True) == said
        when = _when(here, times, put(none, True))
        if when or chosen:
            found.append(Offer(here.t(name), when, chosen, put(said, not chosen)))
    return found


def own_time(said: ReminderSet) -> time | None:
    """The time of the day that one has chosen by oneself."""
    return None if said.at == MORNING else said.at


def told(words: Words, said: ReminderSet) -> list[str]:
    """How one is reminded, a line each; nothing when not at all."""
    return list(_lines(words, said))


def _lines(words: Words, said: ReminderSet) -> Iterator[str]:
    t = words.t
    if said.eve is not None:
        yield t("The evening before, {time}", time=clock(words, said.eve))
    if said.at is not None:
        yield t("That day at {time}", time=clock(words, said.at))
    for minutes in sorted(said.before, reverse=True):
        hours, odd = divmod(minutes, AN_HOUR)
        if minutes == AN_HOUR:
            yield t(_HOUR_BEFORE)
        elif odd:
            yield words.n("{count} minute before", "{count} minutes before", minutes)
        else:
            yield words.n("{count} hour before", "{count} hours before", hours)


def times_of(here: Here, item: str) -> Iterator[Occasion]:
    """When the item takes place, the nearest first."""
    return occasions(here.view.plan(), item, here.now(), ZONE)


def lacks_a_day(here: Here, item: str) -> bool:
    """Whether it is a step that is still to be taken, on no day."""
    step = here.view.plan().step(item)
    if step is None or step.gone or step.state != PLANNED:
        return False
    return step.day is None and not step.repeats


def clock(words: Words, at: time) -> str:
    """A time of the day in words."""
    return words.clock(datetime(2000, 1, 1, at.hour, at.minute, tzinfo=ZONE), ZONE)


def _when(here: Here, times: Sequence[Occasion], alone: ReminderSet) -> str:
    """The next moment that comes; for what repeats only the time of the day. Empty when none comes."""
    now = here.now()
    for one in times:
        for due in moments(alone, one.starts_at, one.day, ZONE):
            if due.at > now:
                once = len(times) == 1
                return (
                    here.words.day_and_clock(due.at, ZONE, now)
                    if once
                    else here.words.clock(due.at, ZONE)
                )
    return ""
