"""Everything that the app may say in a language: its catalogue, every plural form, and what CLDR puts in."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from gettext import GNUTranslations
from zoneinfo import available_timezones

from mia_companion.i18n import catalogues
from mia_companion.i18n.languages import LANGUAGES, Language
from mia_companion.i18n.words import Words

_NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
_SPANS = [
    timedelta(**{unit: count})
    for unit in ("minutes", "hours", "days", "weeks")
    for count in (1, 2, 3, 5, 11, 21, 59, 104)
]
_VIETNAMESE = {"Asia/Ho_Chi_Minh", "Asia/Saigon"}
"""Their letters come by themselves, when somebody is there."""
_COUNTS = (0, 1, 2, 3, 5, 11, 21, 99, 100, 1_234_567, 0.5, -3)


@cache
def everything_said(language: Language) -> tuple[str, ...]:
    """Each once, in no order that means anything."""
    translations = catalogues.load(language.tag)
    assert isinstance(translations, GNUTranslations)
    sentences = [said for said in translations._catalog.values() if said]  # type: ignore[attr-defined]
    words = Words(language, translations)
    names = [one.own_name for one in LANGUAGES]
    return tuple(dict.fromkeys([*sentences, *names, *_put_in(words), words.listing(names)]))


def own(said: tuple[str, ...], language: Language) -> tuple[str, ...]:
    """Without the names of languages in their own script, which come by themselves where they are listed."""
    others = {one.own_name for one in LANGUAGES if one.script != language.script}
    return tuple(one for one in said if not any(name in one for name in others))


def _put_in(words: Words) -> Iterator[str]:
    for number in range(366):
        when = date(2028, 1, 1) + timedelta(days=number)
        yield from (
            words.day(when),
            words.day(when, _NOW.date()),
            words.short_day(when, _NOW.date()),
        )
    for month in range(1, 13):
        first = date(2027, month, 1)
        yield from (words.month(first, _NOW.date()), words.month(first, first))
        for days in (3, 40, 400):
            yield words.days(first, first + timedelta(days=days), _NOW.date())
    yield from map(words.weekday, range(1, 8))
    yield from (words.in_days(count) for count in range(60))
    for span in _SPANS:
        yield from (words.ago(_NOW - span, _NOW), words.ago(_NOW + span, _NOW), words.lasting(span))
    near = (one for one in available_timezones() if one.startswith(("Europe/", "Africa/", "Asia/")))
    yield from (words.elsewhere(_NOW, zone) for zone in near if zone not in _VIETNAMESE)
    yield from (words.clock(_NOW), words.span(_NOW, _NOW + timedelta(hours=30)))
    yield from (words.number(count) for count in _COUNTS)
