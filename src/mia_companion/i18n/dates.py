"""Days and times in words, in the zone where the thing happens.

Moments are aware; `zone` is an IANA zone; a name this device does not know is Stockholm.
`now` and `today` are passed in. The calendar is Gregorian and the clock has 24 hours in every
language, as in the letters that people compare with.
"""

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.core import get_global
from babel.dates import format_date, format_interval, format_skeleton, format_time

from mia_companion.i18n.amounts import in_digits
from mia_companion.i18n.own_days import OWN_DAYS
from mia_companion.i18n.sentences import Sentences

HOME = "Europe/Stockholm"

_DAY = timedelta(days=1)
# A year with what belongs to it: the comma before, or "р." after it in Ukrainian.
_YEAR_PART = re.compile(r"[\s,،፣]*\by+\b(\s*'[^']*'\.?)?")
# "Year" after it, shortened with a stop, in Ukrainian: two stops would end a sentence.
_YEAR_WORD = re.compile(r"\u202fрр?\.")
_DASH = re.compile(r"\s*–\s*")
_CITIES = {("sv", "Europe/Kyiv"): "Kyjiv"}
"""As the country asks to have it written; CLDR's Swedish has the Russian name."""
_CLOCKS = {"fi": "H.mm"}
"""With a colon and two digits in all others, as on every sign in Sweden."""


def day(words: Sentences, when: date, today: date | None = None) -> str:
    """`tisdag 24 november`, with the year when it is another than today's."""
    year = _is_another(when, today)
    if own := OWN_DAYS.get(words.tag):
        return in_digits(words.language, own.said(own.day, when, words.locale, year=year))
    pattern = words.locale.date_formats["full"].pattern
    if not year:
        pattern = _YEAR_PART.sub("", pattern).strip(" ,،፣")
    return _plain(words, format_date(when, pattern, locale=words.locale))


def short_day(words: Sentences, when: date, today: date | None = None) -> str:
    """`tis 24 nov.`, with the year when it is another than today's."""
    year = _is_another(when, today)
    if own := OWN_DAYS.get(words.tag):
        return in_digits(words.language, own.said(own.short, when, words.locale, year=year))
    return _by_skeleton(words, "yMMMEd" if year else "MMMEd", when)


def month(words: Sentences, when: date, today: date | None = None) -> str:
    """`november`, with the year when it is another than today's."""
    year = _is_another(when, today)
    if own := OWN_DAYS.get(words.tag):
        pattern = "{month}"
        return in_digits(words.language, own.said(pattern, when, words.locale, year=year))
    if not year:
        name: str = words.locale.months["stand-alone"]["wide"][when.month]
        return name
    return _by_skeleton(words, "yMMMM", when)


def weekday(words: Sentences, number: int) -> str:
    """`tisdag`; ISO 8601 numbers, 1 is Monday."""
    if own := OWN_DAYS.get(words.tag):
        return own.weekday(number, words.locale)
    name: str = words.locale.days["stand-alone"]["wide"][number - 1]
    return name


def days(words: Sentences, first: date, last: date, today: date) -> str:
    """`23–29 nov.`, with the year when one of them is in another than today's."""
    year = not first.year == last.year == today.year
    if own := OWN_DAYS.get(words.tag):
        return in_digits(words.language, own.days(first, last, words.locale, year=year))
    said = format_interval(first, last, "yMMMd" if year else "MMMd", locale=words.locale)
    # Between words a dash needs room.
    dash = "–" if (first.year, first.month) == (last.year, last.month) else " – "
    return _plain(words, _DASH.sub(dash, said))


def elsewhere(words: Sentences, when: datetime, zone: str) -> str:
    """The city of a zone whose clocks show another time then than those at home; empty otherwise."""
    if _there(when, zone).utcoffset() == _there(when, HOME).utcoffset():
        return ""
    return _city(words, zone)


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


def _day_at(words: Sentences, name: str, there: datetime) -> str:
    # Translators: a day and the time of it, such as "today 14:30".
    return words.c("day and time", "{day} {time}", day=name, time=_clock(words, there))


def _clock(words: Sentences, there: datetime) -> str:
    pattern = _CLOCKS.get(words.tag, "HH:mm")
    return in_digits(words.language, format_time(there, pattern, locale=words.locale))


def _by_skeleton(words: Sentences, skeleton: str, when: date) -> str:
    noon = datetime(when.year, when.month, when.day, 12)  # noqa: DTZ001  no zone takes part
    return _plain(words, format_skeleton(skeleton, noon, locale=words.locale))


def _plain(words: Sentences, said: str) -> str:
    """With spaces that every face has: CLDR's narrow and thin ones are in few."""
    spaced = _YEAR_WORD.sub("", said).replace("\u202f", "\u00a0").replace("\u2009", " ")
    return in_digits(words.language, spaced)


def _city(words: Sentences, zone: str) -> str:
    """Its name in the language; CLDR knows some cities by an older name of theirs."""
    older = (old for old, new in get_global("zone_aliases").items() if new == zone)
    if own := _CITIES.get((words.language.babel, zone)):
        return own
    for name in (zone, *older):
        if city := words.locale.time_zones.get(name, {}).get("city"):
            return str(city)
    return zone.rpartition("/")[2].replace("_", " ")


def _is_another(when: date, today: date | None) -> bool:
    return today is not None and when.year != today.year


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
