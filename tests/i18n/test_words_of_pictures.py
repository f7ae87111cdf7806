"""The ways to the pictures are asked of the catalogues: a button that has been renamed is noticed here."""

import pytest

from mia_companion.i18n.words import words_for
from tools.walk.coordinator import COORDINATOR
from tools.walk.office import ADMINISTRATOR, FUNDER
from tools.walk.participant import PARTICIPANT
from tools.walk.screens import Named, Narrow, Screen

EVERY = (*PARTICIPANT, *COORDINATOR, *ADMINISTRATOR, *FUNDER)


@pytest.mark.parametrize("screen", EVERY, ids=lambda one: one.name)
@pytest.mark.parametrize("language", ["sv", "ar"])
def test_every_button_on_the_way_to_a_picture_is_in_the_catalogues(
    screen: Screen, language: str
) -> None:
    words = words_for(language)
    for tap in (*screen.taps, *screen.back):
        if isinstance(tap, str | Narrow):
            said = tap if isinstance(tap, str) else tap.words
            assert words.t(said) != said
        if isinstance(tap, Named):
            assert words.c(tap.context, tap.words) != tap.words


def test_no_two_pictures_have_the_same_name() -> None:
    names = [one.name for one in EVERY]
    assert len(names) == len(set(names))
