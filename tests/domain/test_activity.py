"""A silence is measured by the person's own habit."""

from datetime import date, timedelta
from itertools import permutations

import pytest

from mia_companion.domain.activity import KEPT, fold_active, silent_since
from mia_companion.domain.fold import fold
from mia_companion.domain.picture import EMPTY
from tests.example_data import NOW, PARTICIPANT, goal, told

FIRST = date(2026, 3, 2)


def _days(*after: int) -> tuple[date, ...]:
    return tuple(FIRST + timedelta(days=one) for one in after)


@pytest.mark.parametrize(
    ("days", "quiet", "silent"),
    [
        ((), 400, False),
        ((0,), 14, False),
        ((0,), 15, True),
        ((0, 1, 2, 3, 4), 7, False),  # every day: a week is still no silence
        ((0, 1, 2, 3, 4), 8, True),
        ((0, 7, 14, 21, 28), 14, False),  # once a week: two weeks are
        ((0, 7, 14, 21, 28), 15, True),
        ((0, 1, 2, 40, 41, 42), 8, True),  # one long pause makes no habit
        ((0, 20, 40, 60, 80), 40, False),
        ((0, 20, 40, 60, 80), 41, True),
    ],
)
def test_silence_is_longer_than_the_habit(days: tuple[int, ...], quiet: int, silent: bool) -> None:
    known = _days(*days)
    last = known[-1] if known else FIRST
    found = silent_since(known, last + timedelta(days=quiet))
    assert found == (last if silent else None)


def test_the_last_days_are_kept_whatever_their_order() -> None:
    for order in permutations(_days(0, 3, 1, 3, 2)):
        active: dict[str, tuple[date, ...]] = {}
        for day in order:
            fold_active(active, PARTICIPANT, day)
        assert active == {PARTICIPANT: _days(0, 1, 2, 3)}


def test_no_more_days_are_kept_than_are_needed() -> None:
    active: dict[str, tuple[date, ...]] = {}
    for one in range(2 * KEPT):
        fold_active(active, PARTICIPANT, FIRST + timedelta(days=one))
    assert active[PARTICIPANT] == _days(*range(KEPT, 2 * KEPT))


def test_whoever_writes_is_active_that_day_and_nobody_else() -> None:
    picture = fold(EMPTY, told(goal("goal-0001"), goal("goal-0002")))
    assert picture.active == {PARTICIPANT: (NOW.date(),)}
