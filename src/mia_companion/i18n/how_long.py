"""How long ago, how far ahead and how long, counted in one unit, in the catalogues' own words.

CLDR has no such words for Sorani, and wrong ones for some units in Tigrinya and Somali; in Arabic its
"in 3 days" reads "within 3 days". So they are strings like all others, which a reader can mend.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from mia_companion.i18n.sentences import Sentences

_MINUTE, _HOUR, _DAY, _WEEK, _MONTH, _YEAR = (
    timedelta(minutes=1),
    timedelta(hours=1),
    timedelta(days=1),
    timedelta(weeks=1),
    timedelta(days=30),
    timedelta(days=365),
)
_UNITS = (_YEAR, _MONTH, _WEEK, _DAY, _HOUR, _MINUTE)

_Counted = Mapping[timedelta, Callable[[Sentences, int], str]]

_AGO: _Counted = {
    # Translators: how long ago something was, in small letters; it stands alone or ends a sentence.
    _MINUTE: lambda w, count: w.n("{count} minute ago", "{count} minutes ago", count),
    _HOUR: lambda w, count: w.n("{count} hour ago", "{count} hours ago", count),
    _DAY: lambda w, count: w.n("{count} day ago", "{count} days ago", count),
    _WEEK: lambda w, count: w.n("{count} week ago", "{count} weeks ago", count),
    _MONTH: lambda w, count: w.n("{count} month ago", "{count} months ago", count),
    _YEAR: lambda w, count: w.n("{count} year ago", "{count} years ago", count),
}
_AHEAD: _Counted = {
    # Translators: when something begins, counted from now; never "within": at that time, not before.
    _MINUTE: lambda w, count: w.n("in {count} minute", "in {count} minutes", count),
    _HOUR: lambda w, count: w.n("in {count} hour", "in {count} hours", count),
    _DAY: lambda w, count: w.n("in {count} day", "in {count} days", count),
    _WEEK: lambda w, count: w.n("in {count} week", "in {count} weeks", count),
    _MONTH: lambda w, count: w.n("in {count} month", "in {count} months", count),
    _YEAR: lambda w, count: w.n("in {count} year", "in {count} years", count),
}
_LASTING: _Counted = {
    # Translators: how long something lasts or has waited.
    _MINUTE: lambda w, count: w.n("{count} minute", "{count} minutes", count),
    _HOUR: lambda w, count: w.n("{count} hour", "{count} hours", count),
    # Translators: a day and a night, 24 hours.
    _DAY: lambda w, count: w.n("{count} day", "{count} days", count),
    _WEEK: lambda w, count: w.n("{count} week", "{count} weeks", count),
    _MONTH: lambda w, count: w.n("{count} month", "{count} months", count),
    _YEAR: lambda w, count: w.n("{count} year", "{count} years", count),
}


def ago(words: Sentences, when: datetime, now: datetime) -> str:
    """`för 2 timmar sedan`, `om 3 timmar`; `nu` under a minute, and when another's clock is a little fast."""
    passed = now - when
    if -5 * _MINUTE < passed < _MINUTE:
        return words.c("time", "now")
    return _counted(words, _AGO if passed > timedelta() else _AHEAD, abs(passed))


def in_days(words: Sentences, count: int) -> str:
    """`om 3 dagar`; `i dag` and `i morgon` for none and one. Never months: people count days."""
    if count == 0:
        return words.c("day", "today")
    if count == 1:
        return words.c("day", "tomorrow")
    return _AHEAD[_DAY](words, count)


def lasting(words: Sentences, how_long: timedelta) -> str:
    """`2 timmar`, in the largest unit that is full; never less than a minute."""
    return _counted(words, _LASTING, max(how_long, _MINUTE))


def _counted(words: Sentences, said: _Counted, how_long: timedelta) -> str:
    unit = next(unit for unit in _UNITS if how_long >= unit)
    return said[unit](words, how_long // unit)
