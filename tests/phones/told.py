"""What the app says of dates, times, amounts and languages, in every language: with all locale data and with
what an app carries of it."""

from datetime import UTC, date, datetime, timedelta

from mia_companion.i18n import dates, how_long
from mia_companion.i18n.language_names import language_name
from mia_companion.i18n.languages import LANGUAGES
from mia_companion.i18n.words import Words, words_for

_NOW = datetime(2026, 11, 28, 13, 5, tzinfo=UTC)
_TODAY = _NOW.date()
_WAITS = ("{count} thing waits to be sent", "{count} things wait to be sent")


def told() -> dict[str, list[str]]:
    """By language."""
    return {one.tag: list(_told(words_for(one.tag))) for one in LANGUAGES}


def _told(words: Words) -> list[str]:
    months = [date(2025 + month % 3, month, 2 * month + 3) for month in range(1, 13)]
    later = [_NOW + timedelta(hours=hours) for hours in (1, 26, 75, 400, 9000)]
    return [
        *(dates.day(words, when, _TODAY) for when in months),
        *(dates.short_day(words, when, _TODAY) for when in months),
        *(dates.month(words, when, _TODAY) for when in months),
        *(dates.weekday(words, number) for number in range(1, 8)),
        *(dates.days(words, when, when + timedelta(9), _TODAY) for when in months),
        *(dates.clock(words, when) for when in later),
        *(dates.span(words, _NOW, when) for when in later),
        *(dates.elsewhere(words, _NOW, zone) for zone in ("Asia/Tehran", "America/New_York")),
        *(dates.day_and_clock(words, when, "Europe/Stockholm", _NOW) for when in later),
        *(how_long.ago(words, _NOW - (when - _NOW), _NOW) for when in later),
        *(how_long.in_days(words, count) for count in (0, 1, 2, 3, 5, 11, 21, 100)),
        *(how_long.lasting(words, when - _NOW) for when in later),
        *(words.number(value) for value in (0, 0.5, 1234.56, -7, 1_000_000)),
        *(words.listing([str(n) for n in range(count)]) for count in range(5)),
        *(language_name(words, one.tag) for one in LANGUAGES),
        *(words.n(*_WAITS, count) for count in range(25)),
    ]
