"""When a step is to be taken, in words."""

from datetime import timedelta

import pytest

from mia_companion.i18n.words import words_for
from mia_companion.ui.components.step_times import day_name, for_day, repeats_in_words
from tests.example_data import TODAY


@pytest.mark.parametrize(
    ("repeats", "said"),
    [
        ((1, 2, 3, 4, 5, 6, 7), "Varje dag"),
        ((5, 4, 3, 2, 1), "Varje vardag"),
        ((6, 1, 6), "Måndagar och lördagar"),
        ((2,), "Tisdagar"),
    ],
)
def test_weekdays_in_words(repeats: tuple[int, ...], said: str) -> None:
    assert repeats_in_words(words_for("sv"), repeats) == said


@pytest.mark.parametrize(
    ("ahead", "name", "said"),
    [
        (-2, "lördag 28 februari", ""),
        (-1, "i går", ""),
        (0, "i dag", "För i dag"),
        (1, "i morgon", "För i morgon"),
        (6, "söndag", "För söndag"),
        (7, "måndag 9 mars", "För måndag 9 mars"),
    ],
)
def test_a_day_is_named_as_people_do_and_one_that_passed_is_not_spoken_of(
    ahead: int, name: str, said: str
) -> None:
    day = TODAY + timedelta(days=ahead)
    assert day_name(words_for("sv"), day, TODAY) == name
    assert for_day(words_for("sv"), day, TODAY) == said
