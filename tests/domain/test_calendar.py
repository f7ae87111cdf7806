"""A coordinator's days: who is in one meeting, on which day, and what each has said."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mia_companion.domain import calendar
from mia_companion.domain.appointment import Appointment
from mia_companion.domain.appointments import (
    AppointmentBooked,
    AppointmentCancelled,
    AppointmentConfirmed,
    AppointmentMoved,
    MoveAsked,
)
from mia_companion.domain.arrangements import AppointmentDetailed
from mia_companion.domain.calendar import by_day, day_span, meeting_of, meetings_between
from mia_companion.domain.coming import all_appointments, between
from mia_companion.domain.entries import Confirmed
from mia_companion.domain.facts import Fact
from mia_companion.domain.fold import fold
from mia_companion.domain.layers import Layers
from mia_companion.domain.picture import EMPTY
from mia_companion.domain.plan import Plan
from mia_companion.domain.shelf import Chunk, Shelf, labels_of
from mia_companion.domain.shelving import Patience, shelve
from mia_companion.domain.words import Undone
from mia_companion.domain.zones import there
from tests.domain.strategies import journals, times
from tests.example_data import COORDINATOR, NOW, confirmed, entry

ZONE = "Europe/Stockholm"
HOUR = timedelta(hours=1)
EAGER = Patience(quiet=0, newest=0)
"""Everything that may be settled is, at once."""


def booked(
    item: str, booking: str | None = "b-1", starts: datetime = NOW, place: str = "Torget 1"
) -> AppointmentBooked:
    return AppointmentBooked(
        appointment_id=item,
        party="region",
        title="Frukost",
        starts_at=starts,
        ends_at=starts + HOUR,
        place=place,
        booking_id=booking,
    )


def plan(*said: tuple[str, Fact]) -> Plan:
    """Facts by whoever said them; the n-th is entry `entry-000n`."""
    entries = [
        confirmed(entry(fact, f"entry-{n:04}", author=author, based_on=n - 1), n)
        for n, (author, fact) in enumerate(said, 1)
    ]
    return Plan(shared=fold(EMPTY, entries))


def moved(item: str, starts: datetime) -> AppointmentMoved:
    return AppointmentMoved(
        appointment_id=item, revision="entry-0001", starts_at=starts, ends_at=starts + HOUR
    )


def all_of(plans: dict[str, Plan]) -> list[list[str]]:
    found = meetings_between(plans, NOW - 30 * 24 * HOUR, NOW + 30 * 24 * HOUR)
    return [[each.participant for each in one.booked] for one in found]


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


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 5, 1), 24)]
)
def test_a_day_is_as_long_as_its_clocks_say(day: date, hours: int) -> None:
    first, last = day_span(day, ZONE)
    assert last - first == hours * HOUR
    assert there(first, ZONE).date() == day
    assert there(last, ZONE).time() == there(first, ZONE).time()


@pytest.mark.parametrize(
    ("starts", "day"),
    [
        (datetime(2026, 3, 28, 22, 59, tzinfo=UTC), date(2026, 3, 28)),
        (datetime(2026, 3, 28, 23, 0, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 3, 29, 21, 59, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 3, 29, 22, 0, tzinfo=UTC), date(2026, 3, 30)),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 22, 59, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 23, 0, tzinfo=UTC), date(2026, 10, 26)),
    ],
)
def test_a_meeting_stands_on_its_day_when_the_clocks_change(starts: datetime, day: date) -> None:
    plans = {"ada": plan((COORDINATOR, booked("a", starts=starts)))}
    found = meetings_between(plans, *day_span(day, ZONE))
    days = by_day(found, day - timedelta(days=1), 3, ZONE)
    assert [one for one, some in days.items() if some] == [day]


spans = st.tuples(times, st.integers(0, 400)).map(lambda t: (t[0], t[0] + timedelta(hours=t[1])))


@given(st.dictionaries(st.sampled_from(["ada", "bo", "cy"]), journals()), spans)
def test_every_appointment_of_a_span_is_in_one_meeting_and_no_other_is(
    said: dict[str, tuple[Confirmed, ...]], span: tuple[datetime, datetime]
) -> None:
    plans = {person: Plan(shared=fold(EMPTY, entries)) for person, entries in said.items()}
    start, end = span
    found = meetings_between(plans, start, end)
    within = [
        (person, one.id)
        for person, plan in plans.items()
        for one in all_appointments((plan.shared,))
        if one.now.starts_at < end and one.now.over_at >= start
    ]
    among = [(each.participant, each.one.id) for one in found for each in one.booked]
    assert sorted(among) == sorted(within)
    for one in found:
        assert (
            len({(b.one.now.starts_at, b.one.now.ends_at, b.one.now.place) for b in one.booked})
            == 1
        )
        assert len(one.booked) == 1 or len({b.one.booking for b in one.booked} - {None}) == 1
    assert [one.one.now.starts_at for one in found] == sorted(m.one.now.starts_at for m in found)


@given(journals(), spans)
def test_a_span_says_the_same_wherever_its_appointments_lie(
    said: tuple[Confirmed, ...], span: tuple[datetime, datetime]
) -> None:
    picture = fold(EMPTY, said)
    assert between((shelve(picture, EAGER),), *span) == between((picture,), *span)


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


def test_days_ahead_fetch_nothing_that_is_settled_and_days_behind_do() -> None:
    fetched: list[str] = []

    def fetch() -> dict[str, Appointment]:
        fetched.append("all")
        return {}

    shelf = Shelf((Chunk(labels_of(["been"]), fetch),))
    picture = replace(EMPTY, as_of=NOW, appointments=Layers({}, {}, shelf))
    between((picture,), NOW, NOW + timedelta(days=7))
    assert fetched == []
    between((picture,), NOW - timedelta(days=7), NOW)
    assert fetched == ["all"]
