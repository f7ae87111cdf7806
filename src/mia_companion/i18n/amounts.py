"""Numbers and lists as the language writes them."""

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from babel.lists import format_list
from babel.numbers import format_decimal

from mia_companion.i18n.bidi import isolated_if_needed
from mia_companion.i18n.languages import Language


class Joined(NamedTuple):
    """What stands between the items of a list, and before the last."""

    between: str
    last: str


_LATIN = "0123456789"
_JOINED = {
    "fa": Joined("، ", " و "),
    "fa-AF": Joined("، ", " و "),
    "ckb": Joined("، ", " و "),
}
"""CLDR has no lists for Sorani, and marks of direction in those of Persian, which isolates make needless."""

_STOPS = {"ti": "። "}

_DIGITS = {"arab": "٠١٢٣٤٥٦٧٨٩", "arabext": "۰۱۲۳۴۵۶۷۸۹"}


def number(language: Language, value: float | Decimal) -> str:
    """An amount with the language's separators: `12 345,5`."""
    try:
        return in_digits(language, format_decimal(value, locale=language.locale))
    except InvalidOperation:  # more digits than decimal keeps: nobody reads them anyway
        return str(value)


def listing(language: Language, items: Iterable[str]) -> str:
    """The items in one phrase: `Amina, Lars och Sara`."""
    kept_apart = [isolated_if_needed(item, language.rtl) for item in items]
    if (joined := _JOINED.get(language.tag)) is None:
        return format_list(kept_apart, locale=language.locale)
    *before, last = kept_apart or [""]
    return joined.last.join([joined.between.join(before), last]) if before else last


def beside(language: Language, parts: Iterable[str]) -> str:
    """What stands on one line without being a sentence: `i dag 14:30 · Video`. Empty parts are left out."""
    return " · ".join(isolated_if_needed(part, language.rtl) for part in parts if part)


def in_turn(language: Language, said: Iterable[str]) -> str:
    """Short sentences after each other, with the language's full stop between them and none at the end."""
    stop = _STOPS.get(language.tag, ". ")
    return stop.join(isolated_if_needed(one, language.rtl) for one in said if one)


def in_digits(language: Language, text: str) -> str:
    """The text with the digits of the language's readers in Sweden; see `languages`."""
    if language.latin_digits:
        return text
    own = _DIGITS.get(language.locale.default_numbering_system, _LATIN)
    return text.translate(str.maketrans(_LATIN, own))
