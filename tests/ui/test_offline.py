"""While a browser's line is cut: said in every language, with numbers that can be called."""

import re

import pytest

from mia_companion.i18n.languages import LANGUAGES
from mia_companion.i18n.words import words_for
from mia_companion.ui.help.numbers import BUILT_IN
from mia_companion.ui.offline import offline_words


@pytest.mark.parametrize("tag", [one.tag for one in LANGUAGES])
def test_each_language_has_its_words_direction_and_numbers(tag: str) -> None:
    words = words_for(tag)
    (section,) = re.findall(f'<section lang="{tag}".*?</section>', offline_words(), re.DOTALL)
    assert f'dir="{"rtl" if words.rtl else "ltr"}"' in section
    assert words.t("No connection right now") in section
    for one in BUILT_IN:
        assert f'href="tel:{one.number.replace(" ", "")}"' in section
        assert words.t(one.name) in section
    assert f'data-hidden="{words.t("Clock")}"' in section
