"""The names of the places under the screen stand on one line each, however large text is set."""

import pytest

from mia_companion.ui.components.place_names import letters_in, size_that_fits
from mia_companion.ui.theme import PLACE_SIZE

FIFTH = 360 / 5


def test_nothing_shrinks_without_need() -> None:
    assert size_that_fits(len("Meddelanden"), FIFTH, 1) == PLACE_SIZE
    assert size_that_fits(len("Tider"), FIFTH, 2) == PLACE_SIZE


@pytest.mark.parametrize("scale", [1.15, 1.3, 2.0])
def test_a_long_name_grows_as_far_as_it_has_room(scale: float) -> None:
    size = size_that_fits(len("Meddelanden"), FIFTH, scale)
    assert PLACE_SIZE - 0.1 <= size * min(scale, 1.3) < PLACE_SIZE * 1.05


def test_what_the_person_chose_enlarges_them_too_where_there_is_room() -> None:
    assert size_that_fits(len("Tider"), FIFTH, 1, 2) == pytest.approx(PLACE_SIZE * 1.3)
    assert size_that_fits(len("Meddelanden"), FIFTH, 1, 2) < PLACE_SIZE * 1.05


def test_the_letters_of_tigrinya_are_wider() -> None:
    assert letters_in("Meddelanden") == 11
    size = size_that_fits(letters_in("መልእክትታት"), 320 / 5, 1, 2)
    assert PLACE_SIZE < size < 14.5  # at 15.6 its last letter stood alone on a line of its own


def test_the_letters_of_ukrainian_are_wider_too() -> None:
    """0.588 of the text's size each, in the face they are drawn in."""
    name = "Повідомлення"
    assert size_that_fits(letters_in(name), FIFTH, 1) * 0.5885 * len(name) < FIFTH
