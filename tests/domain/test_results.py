"""What a journal says of its participant for the results: once, and in the half-year when it was received."""

from datetime import UTC, date, datetime

import pytest

from mia_companion.domain import periods
from mia_companion.domain.enrolments import EnrolmentBegun, EnrolmentFinished, FollowedUp
from mia_companion.domain.facts import Fact
from mia_companion.domain.fold import fold
from mia_companion.domain.picture import EMPTY
from mia_companion.domain.ratings import AreasRated
from mia_companion.domain.results import Case, case_of, deciding, whole_months
from mia_companion.domain.words import Undone
from tests.example_data import COORDINATOR, PARTICIPANT, confirmed, entry

H1, H2 = datetime(2026, 3, 2, tzinfo=UTC), datetime(2026, 9, 1, tzinfo=UTC)
BEGUN = EnrolmentBegun(enrolment_id="e-1", day=date(2025, 1, 15))
FINISHED = EnrolmentFinished(enrolment_id="e-1", day=date(2026, 3, 1), result="in_work")
FOLLOWED = FollowedUp(enrolment_id="e-1", day=date(2026, 9, 1), result="in_studies")


def rated(number: int, **levels: int) -> AreasRated:
    return AreasRated(rating_id=f"r-{number}", levels=levels)


def case(*said: tuple[Fact, datetime], by: str = COORDINATOR) -> Case:
    """Of a journal in which each was received at that time; people write long before."""
    entries = [
        confirmed(
            entry(fact, f"entry-{n:04}", author=PARTICIPANT if fact.kind == "AreasRated" else by),
            n,
            at=at,
        )
        for n, (fact, at) in enumerate(said, 1)
    ]
    picture = fold(EMPTY, entries)
    received = {one.seq: one.received_at for one in entries if one.seq in deciding(picture)}
    return case_of(picture, PARTICIPANT, received.__getitem__)


def test_a_start_a_finish_and_a_follow_up_count_when_the_server_received_them() -> None:
    found = case((BEGUN, H1), (FINISHED, H1), (FOLLOWED, H2))
    assert (found.started, found.finished, found.followed_up) == ("2026H1", "2026H1", "2026H2")
    assert (found.months, found.result, found.afterwards) == (13, "in_work", "in_studies")


def test_nobody_counts_who_has_not_begun_and_a_finish_without_a_start_is_none() -> None:
    assert case() == Case()
    assert case((FINISHED, H1)).finished == ""
    assert case((BEGUN, H1), (FOLLOWED, H1)).followed_up == ""


def test_what_is_said_anew_changes_the_result_and_not_when_it_counts() -> None:
    anew = FINISHED.model_copy(update={"result": "other"})
    found = case((BEGUN, H1), (FINISHED, H1), (anew, H2))
    assert (found.finished, found.result) == ("2026H1", "other")


def test_what_was_taken_back_does_not_count_and_said_anew_stays_where_it_first_was() -> None:
    back = Undone(item="e-1", entry="entry-0002")
    assert case((BEGUN, H1), (FINISHED, H1), (back, H1)).finished == ""
    again = FINISHED.model_copy(update={"result": "in_studies"})
    found = case((BEGUN, H1), (FINISHED, H1), (back, H1), (again, H2))
    assert (found.finished, found.result) == ("2026H1", "in_studies")


def test_a_second_time_is_not_a_second_person() -> None:
    second = (
        EnrolmentBegun(enrolment_id="e-2", day=date(2026, 8, 1)),
        EnrolmentFinished(enrolment_id="e-2", day=date(2026, 9, 1), result="other"),
    )
    found = case((BEGUN, H1), (FINISHED, H1), *((one, H2) for one in second))
    assert (found.started, found.finished, found.result) == ("2026H1", "2026H1", "in_work")


def test_movement_is_from_the_persons_first_rating_of_an_area_to_the_last() -> None:
    said = (rated(1, health=2, finances=3, care=4), rated(2, health=5), rated(3, health=4, care=1))
    found = case((BEGUN, H1), *((one, H1) for one in said), (FINISHED, H1))
    assert found.moved == {"health": "higher", "care": "lower"}
    assert case((BEGUN, H1), *((one, H1) for one in said)).moved == {}
    same = case((BEGUN, H1), (rated(1, care=3), H1), (rated(2, care=3), H1), (FINISHED, H1))
    assert same.moved == {"care": "same"}


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (date(2026, 1, 31), date(2026, 2, 28), 0),
        (date(2026, 1, 15), date(2026, 7, 15), 6),
        (date(2026, 1, 15), date(2026, 7, 14), 5),
        (date(2026, 7, 1), date(2026, 1, 1), 0),
    ],
)
def test_months_are_whole_and_never_less_than_none(first: date, last: date, months: int) -> None:
    assert whole_months(first, last) == months


def test_half_years_are_told_by_swedish_clocks() -> None:
    last = datetime(2026, 6, 30, 21, 59, 59, tzinfo=UTC)
    first = datetime(2026, 6, 30, 22, 0, tzinfo=UTC)
    assert (periods.period_of(last), periods.period_of(first)) == ("2026H1", "2026H2")
    assert periods.ends_at("2026H1") == first
    assert not periods.has_ended("2026H1", last)
    assert periods.has_ended("2026H1", first)
    assert periods.before("2026H1") == "2025H2"
    assert periods.before("2026H2") == "2026H1"
    assert periods.period_of(periods.ends_at("2026H2")) == "2027H1"
