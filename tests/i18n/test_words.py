"""Sentences: the right form, the right values, and never an exception because of a value."""

import io
from gettext import GNUTranslations, NullTranslations
from typing import Any

import pytest
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from hypothesis import given
from hypothesis import strategies as st

from mia_companion.i18n.languages import LANGUAGES, Language
from mia_companion.i18n.words import Words, later, words_for
from tools.catalogues.files import headed, plural_forms

BY_TAG = {language.tag: language for language in LANGUAGES}


def words_with(
    tag: str, messages: dict[str | tuple[str, str], Any], context: str | None = None
) -> Words:
    catalog = Catalog()
    for msgid, text in messages.items():
        catalog.add(msgid, text, context=context)
    written = io.BytesIO()
    write_mo(written, headed(catalog, BY_TAG[tag], {}))
    written.seek(0)
    return Words(BY_TAG[tag], GNUTranslations(written))


@pytest.mark.parametrize(
    ("count", "form"),
    [(0, "zero"), (1, "one"), (2, "two"), (3, "few"), (10, "few"), (103, "few"),
     (11, "many"), (26, "many"), (111, "many"), (100, "other"), (102, "other"), (-2, "two")],
)  # fmt: skip
def test_arabic_has_six_forms(count: int, form: str) -> None:
    forms = ("zero", "one", "two", "few", "many", "other")
    assert words_with("ar", {("step", "steps"): forms}).n("step", "steps", count) == form


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0 steg kvar"),
        (1, "ett steg kvar"),
        (2, "2 steg kvar"),
        (12345, "12\u00a0345 steg kvar"),
    ],
)
def test_swedish_has_two_forms_and_writes_the_number(count: int, text: str) -> None:
    left = ("one step left", "{count} steps left")
    words = words_with("sv", {left: ("ett steg kvar", "{count} steg kvar")})
    assert words.n(*left, count) == text
    assert words.n(*left, count=count) == text


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
def test_plural_forms_are_those_of_cldr(language: Language) -> None:
    count = int(plural_forms(language)[len("nplurals=")])
    forms = tuple(str(index) for index in range(count))
    words = words_with(language.tag, {("a", "b"): forms})
    forms_by_tag = {words.locale.plural_form(n): int(words.n("a", "b", n)) for n in range(300)}
    order = ("zero", "one", "two", "few", "many", "other")
    assert sorted(forms_by_tag, key=order.index) == sorted(
        forms_by_tag, key=lambda tag: forms_by_tag[tag]
    )
    assert len(set(forms_by_tag.values())) == count
    for n in range(300):
        assert words.n("a", "b", n) == str(forms_by_tag[words.locale.plural_form(n)])


def test_a_context_tells_two_meanings_apart() -> None:
    assert words_with("sv", {"Open": "Öppen"}, context="state").c("state", "Open") == "Öppen"
    assert words_with("sv", {"Open": "Öppen"}, context="state").c("verb", "Open") == "Open"


def test_a_marked_string_is_translated_afterwards() -> None:
    assert later("Done") == "Done"
    assert words_with("sv", {"Done": "Klart"}).t(later("Done")) == "Klart"


def test_what_is_not_translated_is_english() -> None:
    words = Words(BY_TAG["sv"], NullTranslations())
    assert words.t("Hello {name}", name="Åsa") == "Hello Åsa"
    assert words.n("{count} step", "{count} steps", 1) == "1 step"
    assert words.n("{count} step", "{count} steps", 2) == "2 steps"
    assert not words.reviewed


def test_the_header_of_a_catalogue_is_never_shown() -> None:
    assert words_for("sv").t("") == ""


def test_words_are_loaded_once_for_a_language() -> None:
    assert words_for("ar-SY") is words_for("ar")
    assert words_for("ar").rtl
    assert words_for("ar").tag == "ar"
    assert words_for("tlh").tag == "sv"


def test_only_plain_names_are_filled_in() -> None:
    """Neither another's text nor a translation reaches into a value."""
    words = Words(BY_TAG["en"], NullTranslations())
    assert words.t("{a.__class__} {a!r} {b} {{a}}", a="x") == "{a.__class__} {a!r} {b} {a}"
    assert words.t("{a}", a="{b}", b="x") == "{b}"
    assert words.t("{msgid} {self}", msgid=1, self=2) == "1 2"


class Broken:
    def __str__(self) -> str:
        raise RuntimeError


ODD = st.one_of(
    st.text(), st.none(), st.integers(), st.floats(), st.binary(), st.builds(Broken),
    st.text(alphabet="{}\u2068\u2069\u2066\u2067\u202e\u202aאع1a:!. "), st.just("\ud800"),
)  # fmt: skip


@given(
    tag=st.sampled_from(["sv", "en", "ar", "nonsense"]),
    msgid=st.text(alphabet="{}abc!:.0\u2068") | st.text() | st.just("Hello {a}, {b}"),
    values=st.dictionaries(st.text(), ODD) | st.fixed_dictionaries({"a": ODD, "b": ODD}),
    count=st.integers(),
)
def test_no_value_raises(tag: str, msgid: str, values: dict[str, object], count: int) -> None:
    words = words_for(tag)
    assert isinstance(words.t(msgid, **values), str)
    assert isinstance(words.c(msgid, msgid, **values), str)
    values.pop("count", None)
    assert isinstance(words.n(msgid, msgid, count, **values), str)
    assert isinstance(words.listing([str(type(value)) for value in values.values()]), str)
