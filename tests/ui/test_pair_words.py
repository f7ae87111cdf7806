"""The words that two people compare are unlike each other in every language."""

import pytest

from mia_companion.i18n.languages import LANGUAGES
from mia_companion.i18n.words import words_for
from mia_companion.ui.components.pair_words import pair_in, pair_words
from mia_companion.wire.pairing import HOW_MANY_WORDS

TAGS = [one.tag for one in LANGUAGES]
JOINED = "\u200c"
"""Within a Persian word, whose parts are written apart without a space."""


@pytest.mark.parametrize("tag", TAGS)
def test_no_two_are_alike_and_each_is_one_short_word(tag: str) -> None:
    found = pair_words(words_for(tag))
    assert len(found) == HOW_MANY_WORDS
    assert len({one.casefold() for one in found}) == HOW_MANY_WORDS
    assert all(one.replace(JOINED, "").isalpha() and 2 <= len(one) <= 12 for one in found), found


def test_their_order_is_what_travels() -> None:
    english = pair_words(words_for("en"))
    assert (english[0], english[31], english[63]) == ("sun", "pear", "candle")
    assert "sun · candle" in pair_in(words_for("en"), (0, 63))
    assert "sol · ljus" in pair_in(words_for("sv"), (0, 63))


@pytest.mark.parametrize("tag", [tag for tag in TAGS if tag != "en"])
def test_every_language_has_its_own_words(tag: str) -> None:
    own = zip(pair_words(words_for(tag)), pair_words(words_for("en")), strict=True)
    assert (
        sum(said == english for said, english in own) <= 3
    )  # banan is not banana, but a lamp may be
