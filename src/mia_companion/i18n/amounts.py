"""Numbers and lists as the language writes them."""

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from babel.lists import format_list
from babel.numbers import format_decimal

from mia_companion.i18n.bidi import isolated_if_needed

if TYPE_CHECKING:
    from mia_companion.i18n.words import Words

_LATIN = "0123456789"
_DIGITS = {"arab": "٠١٢٣٤٥٦٧٨٩", "arabext": "۰۱۲۳۴۵۶۷۸۹"}


def number(words: "Words", value: float | Decimal) -> str:
    """An amount with the language's separators: `12 345,5`."""
    try:
        return in_digits(words, format_decimal(value, locale=words.locale))
    except InvalidOperation:  # more digits than decimal keeps: nobody reads them anyway
        return str(value)


def listing(words: "Words", items: Iterable[str]) -> str:
    """The items in one phrase: `Amina, Lars och Sara`."""
    return format_list([isolated_if_needed(item, words.rtl) for item in items], locale=words.locale)


def in_digits(words: "Words", text: str) -> str:
    """The text with the digits of the language's readers in Sweden; see `languages`."""
    if words.language.latin_digits:
        return text
    own = _DIGITS.get(words.locale.default_numbering_system, _LATIN)
    return text.translate(str.maketrans(_LATIN, own))
