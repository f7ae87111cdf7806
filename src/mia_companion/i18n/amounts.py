"""Numbers and lists as the language writes them."""

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from babel.lists import format_list
from babel.numbers import format_decimal

from mia_companion.i18n.bidi import isolated_if_needed
from mia_companion.i18n.languages import Language

_LATIN = "0123456789"
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
    return format_list(kept_apart, locale=language.locale)


def in_digits(language: Language, text: str) -> str:
    """The text with the digits of the language's readers in Sweden; see `languages`."""
    if language.latin_digits:
        return text
    own = _DIGITS.get(language.locale.default_numbering_system, _LATIN)
    return text.translate(str.maketrans(_LATIN, own))
