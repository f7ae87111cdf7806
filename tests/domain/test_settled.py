"""What settles, and when. Only the server's clock is asked."""

from datetime import timedelta

import pytest

from mia_companion.domain import goals as g
from mia_companion.domain import messages as m
from mia_companion.domain import step_marks as sm
from mia_companion.domain import steps as s
from mia_companion.domain import suggestions as su
from mia_companion.domain.checkins import CheckedIn
from mia_companion.domain.facts import Fact
from mia_companion.domain.fold import fold
from mia_companion.domain.layers import shelf_of
from mia_companion.domain.people import NoteWritten
from mia_companion.domain.picture import MAPS
from mia_companion.domain.preparations import PreparationWritten
from mia_companion.domain.reminders import ReminderSeen, ReminderSet
from mia_companion.domain.shelving import PATIENCE, settled
from mia_companion.domain.words import Undone
from tests.domain.telling import AT_ONCE, Told, quiet
from tests.example_data import COORDINATOR, NOW, PARTICIPANT, booking, confirmed, entry, goal, step

SUGGESTED = su.StepSuggested(suggestion_id="step-1", words="Gå ut")


@pytest.mark.parametrize(
    ("facts", "settles"),
    [
        ([], False),
        ([sm.StepDone(step_id="step-1")], True),
        ([sm.StepPartlyDone(step_id="step-1")], True),
        ([sm.StepTried(step_id="step-1")], True),
        ([sm.StepSetAside(step_id="step-1")], False),
        ([sm.StepDone(step_id="step-1"), Undone(item="step-1", entry="entry-0002")], False),
        ([sm.StepDone(step_id="step-1"), sm.StepSetAside(step_id="step-1")], False),
        ([s.StepRescheduled(step_id="step-1", repeats=(1,)), sm.StepDone(step_id="step-1")], False),
        ([Undone(item="step-1", entry="entry-0001")], True),
        ([SUGGESTED, Undone(item="step-1", entry="entry-0001")], False),
    ],
)  # fmt: skip
def test_a_step_settles_when_it_was_marked_for_good(facts: list[Fact], settles: bool) -> None:
    told = Told().tell(step(), *facts)
    assert told.settles("steps") == ({"step-1"} if settles else set())


def test_what_was_spoken_of_lately_stays_live() -> None:
    told = Told().tell(step(), sm.StepDone(step_id="step-1"), *quiet(PATIENCE.quiet - 1))
    assert settled(told.picture)["steps"] == set()
    assert settled(told.tell(*quiet(1)).picture)["steps"] == {"step-1"}
    told.tell(s.StepReworded(step_id="step-1", words="Något annat"))
    assert settled(told.picture)["steps"] == set()


def test_what_waits_to_be_sent_is_never_settled() -> None:
    picture = Told().tell(step(), *quiet(99)).picture
    done = entry(sm.StepDone(step_id="step-1"), "waiting-1")
    assert settled(fold(picture, [done]), AT_ONCE)["steps"] == set()


def test_a_thread_keeps_its_newest_messages_and_those_nobody_else_has_read() -> None:
    told = Told()
    for number in range(60):
        told.tell(m.MessageWritten(message_id=f"m-{number:02}", words="Hej"))
    told.tell(m.MessageWritten(message_id="tied", thread_id="step:step-1", words="Om steget"))
    assert settled(told.picture)["messages"] == set()
    told.tell(m.ThreadReadUpTo(seq=55), by=PARTICIPANT)
    assert settled(told.picture)["messages"] == set()
    told.tell(m.ThreadReadUpTo(seq=5), *quiet(50), by=COORDINATOR)
    assert settled(told.picture)["messages"] == {f"m-{number:02}" for number in range(5)}
    told.tell(m.ThreadReadUpTo(seq=58), by=COORDINATOR).shelve(PATIENCE)
    assert sorted(shelf_of(told.picture.messages)) == [f"m-{number:02}" for number in range(10)]
    assert told.plan.threads == ("step:step-1", m.GENERAL)
    assert told.plan.newest_messages(3, "step:step-1") == told.plan.thread("step:step-1")


@pytest.mark.parametrize(
    ("received", "settles"), [(23, False), (25, False), (26, True), (24 * 400, True)]
)
def test_an_appointment_settles_a_day_after_it_is_over_for_the_server(
    received: int, settles: bool
) -> None:
    told = Told().tell(booking(starts_at=NOW + timedelta(hours=1)))
    later = entry(goal(), "entry-0002", at=NOW + timedelta(days=900))  # a device's clock
    at = NOW + timedelta(hours=received)
    picture = fold(told.picture, [confirmed(later, 2, at=at)])
    assert picture.as_of == at
    assert bool(settled(picture, AT_ONCE)["appointments"]) == settles


@pytest.mark.parametrize(("days", "settles"), [(14, False), (15, True)])
def test_a_check_in_settles_after_two_weeks(days: int, settles: bool) -> None:
    told = Told().tell(CheckedIn(checkin_id="c-1", feeling=3))
    told.tell(goal(), at=NOW + timedelta(days=days))
    assert bool(told.settles("checkins")) == settles


@pytest.mark.parametrize(("days", "settles"), [(60, False), (61, True)])
def test_preparations_and_reminders_settle_when_they_are_long_past(
    days: int, settles: bool
) -> None:
    told = Told().tell(
        PreparationWritten(preparation_id="p-1", appointment_id="appointment-1", words="Sömnen"),
        ReminderSet(item="appointment-1", before=(60,)),
    )
    told.tell(goal(), at=NOW + timedelta(days=days))
    assert bool(told.settles("preparations")) == bool(told.settles("reminders")) == settles
    told.tell(ReminderSeen(item="appointment-1", due_at=NOW + timedelta(days=days)))
    assert told.settles("reminders") == set()


def test_a_note_settles_in_peace_and_the_rest_never() -> None:
    told = Told().tell(
        NoteWritten(note_id="n-1", words="Vila"), goal(), g.GoalReached(goal_id="goal-1")
    )
    told.tell(*quiet(PATIENCE.quiet), at=NOW + timedelta(days=999))
    assert {name for name, ids in settled(told.picture).items() if ids} == {"notes"}
    assert set(settled(told.picture)) < set(MAPS)
