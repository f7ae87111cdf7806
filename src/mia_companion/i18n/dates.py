"""Days and times in words, in the zone where the thing happens.

Moments are aware; `zone` is an IANA zone; a name this device does not know is Stockholm.
`now` and `today` are passed in. The calendar is Gregorian and the clock has 24 hours in every
language, as in the letters that people compare with.
"""

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import (
    format_date,
    format_interval,
    format_skeleton,
    format_timedelta,
    get_timezone_location,
)

from mia_companion.i18n.amounts import in_digits
from mia_companion.i18n.sentences import Sentences

HOME = "Europe/Stockholm"

_MINUTE, _HOUR, _DAY, _WEEK, _MONTH, _YEAR = (
    timedelta(minutes=1),
    timedelta(hours=1),
    timedelta(days=1),
    timedelta(weeks=1),
    timedelta(days=30),
    timedelta(days=365),
)
# A year with what belongs to it: the comma before, or "р." after it in Ukrainian.
_YEAR_PART = re.compile(r"[\s,،፣]*\by+\b(\s*'[^']*'\.?)?")


def day(words: Sentences, when: date, today: date | None = None) -> str:
    """`tisdag 24 november`, with the year when it is another than today's."""
    pattern = words.locale.date_formats["full"].pattern
    if today is None or when.year == today.year:
        pattern = _YEAR_PART.sub("", pattern).strip(" ,،፣")
    return in_digits(words.language, format_date(when, pattern, locale=words.locale))


def short_day(words: Sentences, when: date, today: date | None = None) -> str:
    """`tis 24 nov.`, with the year when it is another than today's."""
    skeleton = "MMMEd" if today is None or when.year == today.year else "yMMMEd"
    return in_digits(words.language, format_skeleton(skeleton, _noon(when), locale=words.locale))


def month(words: Sentences, when: date, today: date | None = None) -> str:
    """`november`, with the year when it is another than today's."""
    if today is None or when.year == today.year:
        name: str = words.locale.months["stand-alone"]["wide"][when.month]
        return name
    return in_digits(words.language, format_skeleton("yMMMM", _noon(when), locale=words.locale))


def weekday(words: Sentences, number: int) -> str:
    """`tisdag`; ISO 8601 numbers, 1 is Monday."""
    name: str = words.locale.days["stand-alone"]["wide"][number - 1]
    return name


def days(words: Sentences, first: date, last: date, today: date) -> str:
    """`23–29 nov.`, with the year when one of them is in another than today's."""
    skeleton = "MMMd" if first.year == last.year == today.year else "yMMMd"
    said = format_interval(first, last, skeleton, locale=words.locale)
    return in_digits(words.language, said.replace("\u2009", " "))  # few faces have thin spaces


def in_days(words: Sentences, count: int) -> str:
    """`om 3 dagar`; `i dag` and `i morgon` for none and one."""
    if count == 0:
        return words.c("day", "today")
    if count == 1:
        return words.c("day", "tomorrow")
    said = format_timedelta(
        timedelta(days=count),
        granularity="day",
        threshold=count + 1,  # never months: people count days
        add_direction=True,
        locale=words.locale,
    )
    return in_digits(words.language, said)


def elsewhere(words: Sentences, when: datetime, zone: str) -> str:
    """The city of a zone whose clocks show another time then than those at home; empty otherwise."""
    if _there(when, zone).utcoffset() == _there(when, HOME).utcoffset():
        return ""
    return str(get_timezone_location(zone, locale=words.locale, return_city=True))


def clock(words: Sentences, when: datetime, zone: str | ZoneInfo = HOME) -> str:
    """`14:30`, or `14.30` in Finnish."""
    return _clock(words, _there(when, zone))


def span(words: Sentences, start: datetime, end: datetime, zone: str | ZoneInfo = HOME) -> str:
    """`14:30–15:15`; over midnight each end has its day."""
    first, last = _there(start, zone), _there(end, zone)
    if first.date() == last.date():
        # Translators: from one time of the day to another.
        return words.c("time", "{start}–{end}", start=_clock(words, first), end=_clock(words, last))
    return words.c(
        "days and times",
        "{start} – {end}",
        start=_day_at(words, day(words, first, first), first),
        end=_day_at(words, day(words, last, first), last),
    )


def day_and_clock(words: Sentences, when: datetime, zone: str | ZoneInfo, now: datetime) -> str:
    """`i dag 14:30`, `i morgon 09:00`, `tisdag 24 november 09:00`."""
    there, today = _there(when, zone), _there(now, zone).date()
    if there.date() == today:
        name = words.c("day", "today")
    elif there.date() == today + _DAY:
        name = words.c("day", "tomorrow")
    elif there.date() == today - _DAY:
        name = words.c("day", "yesterday")
    else:
        name = day(words, there, today)
    return _day_at(words, name, there)


def ago(words: Sentences, when: datetime, now: datetime) -> str:
    """`för 2 timmar sedan`; `nu` under a minute, and when another's clock is a little fast."""
    passed = now - when
    if -5 * _MINUTE < passed < _MINUTE:
        return words.c("time", "now")
    whole = _whole(abs(passed))
    said = format_timedelta(
        -whole if passed > timedelta() else whole,
        add_direction=True,
        threshold=1,
        locale=words.locale,
    )
    return in_digits(words.language, said)


def lasting(words: Sentences, how_long: timedelta) -> str:
    """`2 timmar`, in the largest unit that is full; never less than a minute."""
    said = format_timedelta(_whole(max(how_long, _MINUTE)), threshold=1, locale=words.locale)
    return in_digits(words.language, said)


def _whole(passed: timedelta) -> timedelta:
    steps = (_YEAR, _MONTH, _WEEK, _DAY, _HOUR, _MINUTE)
    step = next(step for step in steps if passed >= step)
    return passed // step * step


def _day_at(words: Sentences, name: str, there: datetime) -> str:
    # Translators: a day and the time of it, such as "today 14:30".
    return words.c("day and time", "{day} {time}", day=name, time=_clock(words, there))


def _clock(words: Sentences, there: datetime) -> str:
    pattern = words.locale.datetime_skeletons["Hm"]
    return in_digits(words.language, pattern.apply(there, words.locale))


def _noon(when: date) -> datetime:
    return datetime(when.year, when.month, when.day, 12)  # noqa: DTZ001  no zone takes part


def _there(when: datetime, zone: str | ZoneInfo) -> datetime:
    if when.tzinfo is None:
        raise ValueError("A moment needs a time zone")
    try:
        return when.astimezone(zone if isinstance(zone, ZoneInfo) else _zone(zone))
    except OverflowError:  # the last hours of the year 9999, from someone's broken clock
        return when


@lru_cache(maxsize=64)
def _zone(name: str) -> ZoneInfo:
    """A name comes from another's device, which may have a newer list, or be wrong."""
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        return ZoneInfo(HOME)
