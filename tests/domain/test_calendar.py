"""A coordinator's days: who is in one meeting, on which day, and what each has said."""

import pytest

from mia_companion.domain import calendar
from mia_companion.domain.appointments import (
    AppointmentCancelled,
    AppointmentConfirmed,
    MoveAsked,
)
from mia_companion.domain.arrangements import AppointmentDetailed
from mia_companion.domain.calendar import meeting_of, meetings_between
from mia_companion.domain.facts import Fact
from mia_companion.domain.words import Undone
from tests.domain.meetings import HOUR, all_of, booked, moved, plan
from tests.example_data import COORDINATOR, NOW


def test_one_booking_at_one_time_is_one_meeting_and_who_is_moved_stands_apart() -> None:
    plans = {
        "ada": plan((COORDINATOR, booked("a"))),
        "bo": plan((COORDINATOR, booked("b"))),
        "cy": plan((COORDINATOR, booked("c")), (COORDINATOR, moved("c", NOW + 2 * HOUR))),
        "di": plan((COORDINATOR, booked("d", "b-2"))),
    }
    assert all_of(plans) == [["ada", "bo"], ["di"], ["cy"]]
    found = meeting_of(plans, "bo", "b")
    assert found is not None
    assert [each.participant for each in found.booked] == ["ada", "bo"]
    assert meeting_of(plans, "bo", "a") is None
    assert meeting_of(plans, "nobody", "a") is None


def test_what_has_no_booking_stands_alone_also_at_the_same_time_and_place() -> None:
    plans = {name: plan((COORDINATOR, booked("same", None))) for name in ("ada", "bo")}
    assert all_of(plans) == [["ada"], ["bo"]]


def test_another_place_is_another_meeting() -> None:
    plans = {
        "ada": plan((COORDINATOR, booked("a"))),
        "bo": plan((COORDINATOR, booked("b", place="Torget 2"))),
    }
    assert all_of(plans) == [["ada"], ["bo"]]


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ([], calendar.NO_ANSWER),
        ([("ada", AppointmentConfirmed(appointment_id="a", revision="entry-0001"))], calendar.YES),
        ([("ada", MoveAsked(appointment_id="a", revision="entry-0001"))], calendar.ASKS),
        (
            [
                ("ada", MoveAsked(appointment_id="a", revision="entry-0001")),
                ("ada", AppointmentConfirmed(appointment_id="a", revision="entry-0001")),
            ],
            calendar.YES,
        ),
        (
            [
                ("ada", AppointmentConfirmed(appointment_id="a", revision="entry-0001")),
                (COORDINATOR, moved("a", NOW + HOUR)),
            ],
            calendar.NO_ANSWER,
        ),
        ([("ada", moved("a", NOW + HOUR))], calendar.THEIRS),
        (
            [("ada", AppointmentCancelled(appointment_id="a", revision="entry-0001"))],
            calendar.CANCELLED,
        ),
    ],
)
def test_an_answer_is_that_to_the_time_that_stands(
    said: list[tuple[str, Fact]], answer: str
) -> None:
    plans = {"ada": plan((COORDINATOR, booked("a")), *said)}
    (meeting,) = meetings_between(plans, NOW - 5 * HOUR, NOW + 5 * HOUR)
    assert meeting.booked[0].answer == answer
    assert bool(meeting.stands) == (answer != calendar.CANCELLED)


def test_a_meeting_stands_for_those_who_have_not_cancelled() -> None:
    gone = AppointmentCancelled(appointment_id="a", revision="entry-0001")
    plans = {
        "ada": plan((COORDINATOR, booked("a")), ("ada", gone)),
        "bo": plan((COORDINATOR, booked("b"))),
    }
    (meeting,) = meetings_between(plans, NOW, NOW + HOUR)
    assert [each.participant for each in meeting.booked] == ["ada", "bo"]
    assert meeting.lead.participant == "bo"
    assert meeting.slot.people == {"bo"}


def test_who_attends_is_what_was_said_last_and_can_be_taken_back() -> None:
    said = plan(
        (COORDINATOR, booked("a").model_copy(update={"attended_by": ("karin",)})),
        (COORDINATOR, AppointmentDetailed(appointment_id="a", attended_by=("jonas",))),
        (COORDINATOR, AppointmentDetailed(appointment_id="a", attended_by=())),
        (COORDINATOR, Undone(item="a", entry="entry-0003")),
    )
    one = said.appointment("a")
    assert one is not None
    assert (one.attending, one.attended_by, len(one.details)) == (("jonas",), ("karin",), 1)
