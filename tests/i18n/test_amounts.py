"""Numbers and lists."""

from dataclasses import replace
from decimal import Decimal
from gettext import NullTranslations

from mia_companion.i18n.languages import LANGUAGES
from mia_companion.i18n.words import Words, words_for


def test_numbers_have_the_separators_of_the_language() -> None:
    assert words_for("sv").number(12345.5) == "12\u00a0345,5"
    assert words_for("ar").number(Decimal("0.5")) == "0.5"


def test_a_language_can_have_its_own_digits() -> None:
    persian = next(language for language in LANGUAGES if language.tag == "fa")
    words = Words(replace(persian, latin_digits=False), NullTranslations())
    assert words.number(2026) == "۲,۰۲۶"


def test_a_list_is_a_phrase() -> None:
    words = words_for("sv")
    assert words.listing(["Amina", "Lars", "Sara"]) == "Amina, Lars och Sara"
    assert words.listing(["Amina"]) == "Amina"
    assert words.listing([]) == ""
    assert words.listing(["{0}", "{x}"]) == "{0} och {x}"
