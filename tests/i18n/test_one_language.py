"""Every message, filled in, is all in its language: no English or Swedish in the middle of a sentence."""

import re
from functools import cache

import pytest
from babel.messages.catalog import Message

from mia_companion.i18n.languages import LANGUAGES, Language
from mia_companion.i18n.words import Words, words_for
from tools.catalogues import LOCALES
from tools.catalogues.files import read
from tools.catalogues.source import placeholders

TRANSLATED = [one for one in LANGUAGES if one.tag != "en"]
EACH = pytest.mark.parametrize("language", TRANSLATED, ids=lambda language: language.tag)
COUNTS = (0, 1, 2, 3, 5, 11, 21, 22, 100, 101)
OTHER_SCRIPTS = {"ar", "fa", "fa-AF", "ti", "uk", "ckb"}

NAMES = {
    # What stands on letters, doors, files and keyboards in Sweden.
    "Arbetsförmedlingen", "Försäkringskassan", "Kommunen", "Regionen", "Region", "Hjälplinjen",
    "Kvinnofridslinjen", "Självmordslinjen", "Stödlinjen för män", "Stödlinjen för transpersoner",
    "Digg", "Tab", "Ctrl", "Enter", "Esc",
    "MIA", "companion", "PIN", "Android", "EUPL", "Excel", "Linux", "Mac", "Windows", "Word", "iPad",
    "iPhone", "CSV", "JSON", "FHIR", "PDF", "XLSX", "https", "openstreetmap.org",
    "JavaScript",
    # What an iPhone and a browser say where they lack the language.
    "Safari", "Add to Home Screen", "Add to home screen", "Install app", "Add",
    "name@example.org", "namn@example.org", "E-mail", "Link",
    # The headings of a file that is brought in, which MIA reads in Swedish and in English.
    "namn", "språk", "start", "skyddad identitet", "name", "language", "protected", "protected identity",
}  # fmt: skip
_UNITS = {"MB", "kB"}
"""Where one reads from left to right. From the other side the number would stand behind its unit."""
_ALIKE = {
    # Words that are the same in both languages.
    "sv": {"Start", "Start ×", "Text ×", "5 person"},
    "sv-x-lattlast": {"Start", "Start ×", "Text ×", "5 person"},
    "pl": {"Konto", "Lista", "Telefon", "Telefon: ×", "banan", "lampa", "5 minut"},
}
_PUT_IN = re.compile(r"\{\w+\}")
_LATIN = re.compile(r"[A-Za-zÅÄÖåäöé]{2,}")
_BY_LENGTH = sorted(NAMES, key=len, reverse=True)


@cache
def messages() -> list[Message]:
    with_header = read(LOCALES / "messages.pot")
    return [one for one in with_header if one.id]


def filled(words: Words, message: Message, count: int = 5) -> str:
    """The message with `×` for each of its values."""
    one, many = (message.id, message.id) if isinstance(message.id, str) else message.id
    values = dict.fromkeys(placeholders(one) | placeholders(many), "×")
    if message.pluralizable:
        values.pop("count", None)
        return words.n(one, many, count, **values)
    if message.context:
        return words.c(message.context, one, **values)
    return words.t(one, **values)


def without_names(said: str) -> str:
    for name in _BY_LENGTH:
        said = re.sub(rf"(?<![A-Za-z]){re.escape(name)}(?![A-Za-z])", "", said)
    return said


def _latin(words: Words, said: str) -> set[str]:
    """Words in Latin letters that are neither names nor, where the unit stands behind its number, units."""
    found = set(_LATIN.findall(without_names(said)))
    return found if words.language.rtl else found - _UNITS


def sentences(said: str) -> set[str]:
    """Of three words or more: shorter ones may be alike by chance."""
    parts = re.split(r"(?<=[.!?:])\s+", said)
    return {part.strip(".!?:") for part in parts if len(part.split()) > 2}


@EACH
def test_no_message_is_english_or_swedish_in_another_language(language: Language) -> None:
    words = words_for(language.tag)
    others = [words_for("en")]
    if not language.tag.startswith("sv"):
        others.append(words_for("sv"))
    alike = _ALIKE.get(language.tag, set())
    same = []
    for message in messages():
        said = filled(words, message)
        if said in alike or not _latin(words, said):
            continue
        for other in others:
            theirs = filled(other, message)
            if said == theirs or any(one in without_names(said) for one in sentences(theirs)):
                same.append(said)
    assert not same


@EACH
def test_every_value_is_put_in(language: Language) -> None:
    words = words_for(language.tag)
    for message in messages():
        assert not _PUT_IN.search(filled(words, message)), message.id


@pytest.mark.parametrize("tag", sorted(OTHER_SCRIPTS))
def test_only_names_are_written_in_latin_letters_where_people_read_others(tag: str) -> None:
    words = words_for(tag)
    said = {filled(words, message) for message in messages()}
    assert not {one for one in said if _latin(words, one)}


@EACH
def test_a_form_of_a_plural_is_the_same_for_every_number_that_has_it(language: Language) -> None:
    """Which number has which form is CLDR's, and not gettext's idea of it."""
    words = words_for(language.tag)
    for message in (one for one in messages() if one.pluralizable):
        by_form: dict[str, set[str]] = {}
        for count in COUNTS:
            said = filled(words, message, count).replace(words.number(count), "#", 1)
            by_form.setdefault(words.locale.plural_form(count), set()).add(said)
        assert all(len(said) == 1 for said in by_form.values()), by_form
