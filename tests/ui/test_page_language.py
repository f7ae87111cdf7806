"""What the page says of its language: Flutter takes only locales that it has words in, and the page of the
web client gives the others their own name back."""

import re
from pathlib import Path

import pytest

from mia_companion.i18n.languages import LANGUAGES, Language
from mia_companion.ui.dressing import locale_of

PAGE = Path(__file__).parents[2] / "assets" / "index.html"
FLUTTERS = {"ar", "en", "fa", "fi", "pl", "sv", "uk"}
"""Of our languages, those of GlobalMaterialLocalizations in the Flutter of flet-web 1.0.5."""


def told(language: Language) -> str:
    """What Flutter writes into the page."""
    locale = locale_of(language)
    return "-".join(part for part in (locale.language_code, locale.country_code) if part)


def own_names() -> dict[str, str]:
    """What the page makes of it."""
    found = re.search(r"OWN_LANGUAGE = \{(.*?)\}", PAGE.read_text("utf-8"))
    assert found
    return dict(re.findall(r"'([\w-]+)': '([\w-]+)'", found[1]))


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
def test_the_page_is_in_the_language_that_was_chosen(language: Language) -> None:
    locale = locale_of(language)
    assert locale.language_code in FLUTTERS
    assert own_names().get(told(language), told(language)) == language.tag
    assert (locale.language_code in ("ar", "fa")) == language.rtl


def test_no_two_languages_are_told_alike() -> None:
    assert len({told(language) for language in LANGUAGES}) == len(LANGUAGES)
    assert set(own_names()) <= {told(language) for language in LANGUAGES}
