"""Numbers and lists."""

from dataclasses import replace
from decimal import Decimal
from gettext import NullTranslations

import pytest

from mia_companion.i18n.languages import LANGUAGES, Language
from mia_companion.i18n.words import Words, words_for


def test_numbers_have_the_separators_of_the_language() -> None:
    assert words_for("sv").number(12345.5) == "12\u00a0345,5"
    assert words_for("ar").number(Decimal("0.5")) == "0.5"


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
def test_digits_are_latin_as_in_the_letters(language: Language) -> None:
    shown = Words(language, NullTranslations()).number(1234567890)
    assert "".join(char for char in shown if char.isdigit()) == "1234567890"


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
