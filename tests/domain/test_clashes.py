"""When one person is wanted at two places, and when there is too little time for the way."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mia_companion.domain.clashes import (
    BUSY,
    ENOUGH,
    TRAVEL,
    Slot,
    clashes,
    clashes_with,
    free_spans,
    overlap,
)
from tests.example_data import NOW

MINUTE = timedelta(minutes=1)


def slot(
    starts: int,
    ends: int | None,
    people: str = "a",
    attended: str = "",
    *,
    place: str = "Torget 1",
    way: str = "in_person",
) -> Slot:
    """Minutes from now; people and coordinators by one letter each."""
    return Slot(
        starts_at=NOW + starts * MINUTE,
        ends_at=None if ends is None else NOW + ends * MINUTE,
        way=way,
        place=place,
        people=frozenset(people),
        attended_by=frozenset(attended),
    )


slots = st.builds(
    lambda at, long, people, attended, place, way: slot(
        at, None if long is None else at + long, people, attended, place=place, way=way
    ),
    st.integers(0, 200),
    st.none() | st.integers(1, 90),
    st.text("ab", max_size=2),
    st.text("xy", max_size=2),
    st.sampled_from(["", "Torget 1", "torget  1", "Storgatan 2"]),
    st.sampled_from(["in_person", "phone"]),
)


def said(*some: Slot) -> list[tuple[str, str, int]]:
    return [(one.what, one.who, one.minutes) for one in clashes(some)]


def test_the_same_person_in_two_at_once() -> None:
    assert said(slot(0, 60, "ab"), slot(30, 90, "b")) == [(BUSY, "b", 0)]
    assert said(slot(0, 60, "a"), slot(30, 90, "b")) == []


def test_to_begin_when_the_other_ends_is_no_clash() -> None:
    assert said(slot(0, 60), slot(60, 90)) == []
    assert said(slot(0, 60), slot(59, 90)) == [(BUSY, "a", 0)]


def test_without_a_known_end_it_takes_a_moment() -> None:
    assert said(slot(30, None), slot(0, 60)) == [(BUSY, "a", 0)]
    assert said(slot(0, None), slot(0, None)) == [(BUSY, "a", 0)]
    assert said(slot(0, None), slot(1, 60)) == []


def test_a_coordinator_who_attends_two_at_once() -> None:
    assert said(slot(0, 60, "a", "x"), slot(30, 90, "b", "xy")) == [(BUSY, "x", 0)]


def test_a_cancelled_meeting_clashes_with_nothing() -> None:
    assert said(slot(0, 60, "", "x"), slot(30, 90, "b", "x")) == []


def test_too_little_time_between_two_places_is_said_in_minutes() -> None:
    first, then = slot(0, 45, "a", "x"), slot(60, 90, "b", "x", place="Storgatan 2")
    assert said(first, then) == [(TRAVEL, "x", 15)]
    assert said(first, slot(75, 90, "b", "x", place="Storgatan 2")) == []
    assert said(first, slot(45, 90, "b", "x", place="Storgatan 2")) == [(TRAVEL, "x", 0)]


def test_no_way_is_needed_to_the_same_place_to_a_call_or_to_where_is_not_said() -> None:
    first = slot(0, 45, "a", "x")
    assert said(first, slot(60, 90, "b", "x", place=" torget 1")) == []
    assert said(first, slot(60, 90, "b", "x", place="Storgatan 2", way="phone")) == []
    assert said(first, slot(60, 90, "b", "x", place="")) == []
    assert said(slot(0, None, "a", "x"), slot(15, 90, "b", "x", place="Storgatan 2")) == []


def test_a_call_between_two_places_gives_no_more_time() -> None:
    call = slot(46, 50, "c", "x", place="", way="phone")
    first, then = slot(0, 45, "a", "x"), slot(60, 90, "b", "x", place="Storgatan 2")
    assert said(first, call, then) == [(TRAVEL, "x", 15)]


@given(st.lists(slots, max_size=6))
def test_who_is_busy_is_found_wherever_two_overlap_and_nowhere_else(some: list[Slot]) -> None:
    found = {(c.who, frozenset((c.first, c.then))) for c in clashes(some) if c.what == BUSY}
    expected = {
        (who, frozenset((one, other)))
        for n, one in enumerate(some)
        for other in some[n + 1 :]
        if one.people and other.people and overlap(one, other)
        for who in (one.people & other.people) | (one.attended_by & other.attended_by)
    }
    assert found == expected


@given(slots, st.lists(slots, max_size=5))
def test_a_new_meeting_is_told_its_own_clashes_alone(new: Slot, some: list[Slot]) -> None:
    for one in clashes_with(new, some):
        assert new in (one.first, one.then)
        assert one.who in new.people | new.attended_by


@given(st.lists(slots, max_size=6), st.integers(0, 200), st.integers(-30, 300))
def test_what_is_free_is_free_and_long_enough(some: list[Slot], opens: int, length: int) -> None:
    start: datetime = NOW + opens * MINUTE
    end = start + length * MINUTE
    spans = free_spans(some, "x", start, end)
    for begins, over in spans:
        assert start <= begins < over <= end
        assert over - begins >= ENOUGH
        for one in some:
            if "x" in one.attended_by and one.people:
                assert one.starts_at >= over or one.over_at <= begins
    assert list(spans) == sorted(spans)
