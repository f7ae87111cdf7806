"""The plan: the one next step, the one next appointment, and what is read."""

from datetime import date, timedelta

import pytest

from mia_companion.domain.appointments import AppointmentCancelled, AppointmentMoved
from mia_companion.domain.entries import Entry
from mia_companion.domain.fold import fold
from mia_companion.domain.messages import MessageWritten, ThreadReadUpTo
from mia_companion.domain.people import ParticipantNamed
from mia_companion.domain.picture import EMPTY
from mia_companion.domain.plan import Plan
from mia_companion.domain.step_marks import StepDone
from mia_companion.domain.steps import StepPlanned, StepRecorded
from mia_companion.domain.words import Undone
from tests.example_data import (
    COORDINATOR,
    DESKTOP,
    NOW,
    PARTICIPANT,
    TODAY,
    booking,
    confirmed,
    entry,
    goal,
    in_order,
    message,
    step,
    told,
)


def _day(days: int) -> date:
    return TODAY + timedelta(days=days)


def test_the_next_step_is_an_earlier_days_then_todays_then_one_without_a_day_then_the_next() -> (
    None
):
    journal = told(
        step("later", day=_day(5)),
        step("sooner", day=_day(1)),
        step("someday"),
        step("today", day=_day(0)),
        step("missed", day=_day(-3)),
    )
    picture, order = fold(EMPTY, journal), []
    for seq in range(6, 11):
        found = Plan(shared=picture).next_step(TODAY)
        assert found is not None
        order.append(found.id)
        done = entry(StepDone(step_id=found.id), f"done-{seq:04}")
        picture = fold(picture, [confirmed(done, seq)])
    assert order == ["missed", "today", "someday", "sooner", "later"]
    assert Plan(shared=picture).next_step(TODAY) is None


def test_a_private_step_is_next_like_any_other_and_known_to_be_private() -> None:
    plan = Plan(shared=fold(EMPTY, told(step("a", day=_day(2)))), own=fold(EMPTY, told(step("b"))))
    found = plan.next_step(TODAY)
    assert found is not None
    assert found.id == "b"
    assert plan.is_private("b")
    assert not plan.is_private("a")


def test_a_step_that_was_taken_back_is_nowhere() -> None:
    undone = Undone(item="step-1", entry="entry-0001")
    plan = Plan(shared=fold(EMPTY, told(step(), undone)))
    assert plan.next_step(TODAY) is None
    assert plan.steps_of(None) == ()


def test_a_goals_steps_are_the_open_ones_first_and_strays_stand_on_their_own() -> None:
    journal = told(
        goal("g"),
        StepPlanned(step_id="done", words="x", goal_id="g"),
        StepDone(step_id="done"),
        StepPlanned(step_id="open", words="x", goal_id="g"),
        StepPlanned(step_id="stray", words="x", goal_id="not here"),
        StepRecorded(step_id="good", words="x"),
    )
    plan = Plan(shared=fold(EMPTY, journal))
    assert [s.id for s in plan.steps_of("g")] == ["open", "done"]
    assert [s.id for s in plan.steps_of(None)] == ["stray", "good"]


def test_recent_steps_are_those_marked_last() -> None:
    at = {"a": 1, "b": 3, "c": 2}
    said = [entry(step(id), f"planned-{id}") for id in at]
    said += [
        entry(StepDone(step_id=id), f"marked--{id}", at=NOW + timedelta(hours=hours))
        for id, hours in at.items()
    ]
    plan = Plan(shared=fold(EMPTY, in_order(said)))
    assert [s.id for s in plan.recent_steps(2)] == ["b", "c"]


@pytest.mark.parametrize(
    ("hours", "lasts", "is_next"), [(1, 0, True), (-1, 0, False), (-1, 2, True), (-2, 1, False)]
)
def test_an_appointment_is_coming_until_it_is_over(hours: int, lasts: int, is_next: bool) -> None:
    starts = NOW + timedelta(hours=hours, minutes=1)
    ends = starts + timedelta(hours=lasts) if lasts else None
    booked = booking(starts_at=starts).model_copy(update={"ends_at": ends})
    plan = Plan(shared=fold(EMPTY, told(booked)))
    assert (plan.next_appointment(NOW) is not None) is is_next


def test_the_next_appointment_follows_moves_and_passes_over_cancelled_ones() -> None:
    journal = told(
        booking("first", NOW + timedelta(hours=1)),
        booking("second", NOW + timedelta(hours=2)),
        booking("third", NOW + timedelta(hours=3)),
        AppointmentCancelled(appointment_id="first", revision="entry-0001"),
        AppointmentMoved(
            appointment_id="second", revision="entry-0002", starts_at=NOW + timedelta(hours=9)
        ),
    )
    plan = Plan(shared=fold(EMPTY, journal))
    found = plan.next_appointment(NOW)
    assert found is not None
    assert found.id == "third"
    assert [a.id for a in plan.coming(NOW)] == ["first", "third", "second"]


def _thread() -> list[Entry]:
    def written(n: int, author: str) -> Entry:
        device = "device-phone" if author == PARTICIPANT else DESKTOP
        return entry(message(f"m{n}"), f"wrote-{n:03}", author=author, device=device)

    return [written(1, COORDINATOR), written(2, PARTICIPANT), written(3, COORDINATOR)]


def _read(seq: int, author: str, thread: str = "general") -> Entry:
    return entry(ThreadReadUpTo(seq=seq, thread_id=thread), f"read-{seq:04}", author=author)


@pytest.mark.parametrize(("upto", "unread"), [(0, 2), (1, 1), (2, 1), (3, 0)])
def test_unread_counts_what_others_wrote_after_the_mark(upto: int, unread: int) -> None:
    plan = Plan(shared=fold(EMPTY, in_order([*_thread(), _read(upto, PARTICIPANT)])))
    assert plan.unread(PARTICIPANT) == unread
    assert plan.unread(COORDINATOR) == 1


def test_a_mark_never_goes_back() -> None:
    marks = [_read(3, PARTICIPANT), _read(1, PARTICIPANT)]
    plan = Plan(shared=fold(EMPTY, in_order([*_thread(), *marks])))
    assert plan.unread(PARTICIPANT) == 0


@pytest.mark.parametrize(
    ("mark", "read"),
    [
        (_read(2, COORDINATOR), True),
        (_read(9, COORDINATOR), True),
        (_read(1, COORDINATOR), False),
        (_read(9, PARTICIPANT), False),
        (_read(9, COORDINATOR, "other/general"), False),
    ],
)
def test_a_message_is_read_when_anyone_else_has_read_as_far(mark: Entry, read: bool) -> None:
    plan = Plan(shared=fold(EMPTY, in_order([*_thread(), mark])))
    mine = next(m for m in plan.thread() if m.id == "m2")
    assert plan.read_by_others(mine) is read


def test_a_thread_is_in_the_journals_order_and_what_waits_comes_last_as_it_was_written() -> None:
    """Also when the clock went back between two messages."""
    waiting = [
        entry(message("m4"), "wrote-004", at=NOW + timedelta(hours=1)),
        entry(message("m5"), "wrote-005", at=NOW - timedelta(hours=1)),
        entry(MessageWritten(message_id="x", thread_id="else", words="x"), "wrote-006"),
    ]
    plan = Plan(shared=fold(fold(EMPTY, in_order(_thread())), waiting))
    assert [m.id for m in plan.thread()] == ["m1", "m2", "m3", "m4", "m5"]
    latest = plan.latest_message()
    assert latest is not None
    assert latest.id == "m5"
    assert not plan.read_by_others(latest)


def test_a_name_is_the_last_one_given() -> None:
    names = told(ParticipantNamed(name="Amina"), ParticipantNamed(name="Amina Ek"))
    assert Plan(shared=fold(EMPTY, names)).name == "Amina Ek"
    assert Plan().name == ""
