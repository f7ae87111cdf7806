"""Ids are UUIDv7, never twice, and later ones sort later, whatever the clock does."""

import uuid
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mia_companion.domain.ids import Ids, system_clock
from tests.example_data import NOW, FixedClock, make_ids, seeded

moves = st.lists(st.integers(-5_000, 5_000), min_size=1, max_size=50)


@given(moves, st.sampled_from([seeded(7), lambda n: b"\xff" * n, lambda n: b"\x00" * n]))
def test_later_ids_sort_later_also_when_the_clock_goes_back(
    milliseconds: list[int], random: object
) -> None:
    assert callable(random)
    clock = FixedClock()
    ids = Ids(clock, random)
    made = []
    for by in milliseconds:
        clock.pass_by(milliseconds=by)
        made.append(ids.new())
    assert made == sorted(set(made))
    for one in map(uuid.UUID, made):
        assert one.version == 7
        assert one.variant == uuid.RFC_4122


def test_an_id_says_when_it_was_made() -> None:
    milliseconds = uuid.UUID(make_ids().new()).int >> 80
    assert datetime.fromtimestamp(milliseconds / 1000, UTC) == NOW


def test_a_clock_before_1970_still_gives_valid_ids() -> None:
    ids = Ids(FixedClock(datetime(1960, 1, 1, tzinfo=UTC)), seeded(1))
    first, second = ids.new(), ids.new()
    assert first < second
    assert uuid.UUID(first).version == 7


def test_the_system_clock_is_aware_utc() -> None:
    assert system_clock().utcoffset() == timedelta(0)
