"""Days, times and numbers as each language writes them: read line by line once, and kept so."""

import re

import pytest

from mia_companion.i18n.languages import LANGUAGES, Language
from mia_companion.i18n.words import words_for
from tests.i18n.formats import NOW, TODAY, formats, golden, lines

EACH = pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
LATIN = re.compile(r"[A-Za-z]{2,}")
LATIN_SCRIPT = {"sv", "sv-x-lattlast", "en", "fi", "so", "pl"}


@EACH
def test_what_was_read_is_what_is_said(language: Language) -> None:
    assert lines(language.tag) == golden(language.tag).read_text("utf-8")


@EACH
def test_nothing_is_said_in_another_script(language: Language) -> None:
    """`+2 d` for "in 2 days" is what CLDR has for Sorani."""
    if language.tag in LATIN_SCRIPT:
        return
    said = [one for one in formats(words_for(language.tag)) if not one.startswith("elsewhere")]
    assert not [one for one in said if LATIN.search(one.partition(": ")[2])]


@EACH
def test_digits_are_latin_the_clock_has_24_hours_and_spaces_are_in_every_face(
    language: Language,
) -> None:
    words, afternoon = words_for(language.tag), NOW.replace(hour=13)
    said = lines(language.tag) + words.day_and_clock(afternoon, "Europe/Stockholm", NOW)
    assert re.search(r"14[:.]05", said)
    assert all(char in "0123456789" for char in said if char.isdigit())
    assert not set(said) & set("\u2009\u202f\u200e\u200f'")


@pytest.mark.parametrize("tag", ["ar", "fa", "fa-AF", "ckb"])
def test_from_one_to_another_is_said_with_a_word_where_a_dash_is_read_from_either_side(
    tag: str,
) -> None:
    words = words_for(tag)
    assert not set("–-") & set(words.span(NOW, NOW.replace(hour=11)))
    assert not set("–-") & set(words.days(TODAY, TODAY.replace(day=28), TODAY))


def test_months_in_tigrinya_are_those_of_the_swedish_calendar() -> None:
    """ሕዳር is November to some and begins on the 10th of November to others."""
    words = words_for("ti")
    named = {words.month(TODAY.replace(month=number), TODAY) for number in range(1, 13)}
    assert len(named) == 12
    assert not named & set(words.locale.months["stand-alone"]["wide"].values())


@EACH
def test_languages_have_names_of_their_own(language: Language) -> None:
    words = words_for(language.tag)
    named = [words.language_name(one.tag) for one in LANGUAGES if one.tag != "sv-x-lattlast"]
    assert len(set(named)) == len(named)
    assert not set(named) & {one.tag for one in LANGUAGES}
