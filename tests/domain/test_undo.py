"""What was done can be taken back by its author, stays in the history, and can be brought back."""

from datetime import timedelta

import pytest

from mia_companion.domain.appointments import (
    AppointmentCancelled,
    AppointmentConfirmed,
    AppointmentMoved,
)
from mia_companion.domain.entries import Entry
from mia_companion.domain.facts import Fact
from mia_companion.domain.fold import fold
from mia_companion.domain.goals import GoalReworded
from mia_companion.domain.picture import EMPTY, Picture
from mia_companion.domain.step_marks import StepDone, StepPartlyDone, StepSetAside, StepTried
from mia_companion.domain.steps import StepRecorded, StepReworded
from mia_companion.domain.words import Undone
from tests.example_data import COORDINATOR, NOW, PARTICIPANT, booking, entry, goal, in_order, step

MOVE = AppointmentMoved(
    appointment_id="appointment-1", revision="entry-0001", starts_at=NOW + timedelta(days=3)
)
OUTDATED = MOVE.model_copy(update={"revision": "entry-none"})
CONFIRM = AppointmentConfirmed(appointment_id="appointment-1", revision="entry-0001")
CANCEL = AppointmentCancelled(appointment_id="appointment-1", revision="entry-0001")

# What stands before, what is done, and to which item.
DONE = [
    (step(), StepDone(step_id="step-1"), "step-1"),
    (step(), StepPartlyDone(step_id="step-1", note="halva"), "step-1"),
    (step(), StepTried(step_id="step-1"), "step-1"),
    (step(), StepSetAside(step_id="step-1"), "step-1"),
    (step(), StepReworded(step_id="step-1", words="Gå till affären"), "step-1"),
    (goal(), GoalReworded(goal_id="goal-1", words="Sova bättre"), "goal-1"),
    (booking(), MOVE, "appointment-1"),
    (booking(), OUTDATED, "appointment-1"),
    (booking(), CONFIRM, "appointment-1"),
    (booking(), CANCEL, "appointment-1"),
]
MAKING = [
    (step(), "step-1"),
    (StepRecorded(step_id="step-1", words="Ringde mamma"), "step-1"),
    (goal(), "goal-1"),
    (booking(), "appointment-1"),
]


def _fold(*facts: Fact, undone_by: str = PARTICIPANT) -> Picture:
    said: list[Entry] = []
    for number, fact in enumerate(facts, 1):
        author = undone_by if isinstance(fact, Undone) else PARTICIPANT
        said.append(entry(fact, f"entry-{number:04}", author=author))
    return fold(EMPTY, in_order(said))


def _state(picture: Picture, item: str) -> object:
    """What a screen shows of the item."""
    if item in picture.steps:
        step = picture.steps[item]
        return step.words, step.state, step.mark, step.gone
    if item in picture.goals:
        goal = picture.goals[item]
        return goal.words, goal.gone
    one = picture.appointments[item]
    return one.now, one.proposals, one.confirmed_by, one.cancelled_by, one.gone


@pytest.mark.parametrize(("before", "done", "item"), DONE)
def test_undoing_gives_back_what_stood_before(before: Fact, done: Fact, item: str) -> None:
    undone = Undone(item=item, entry="entry-0002")
    assert _state(_fold(before, done), item) != _state(_fold(before), item)
    assert _state(_fold(before, done, undone), item) == _state(_fold(before), item)


@pytest.mark.parametrize(("before", "done", "item"), DONE)
def test_what_was_undone_can_be_done_again(before: Fact, done: Fact, item: str) -> None:
    undone = Undone(item=item, entry="entry-0002")
    again = _state(_fold(before, done, undone, done), item)
    once = _state(_fold(before, done), item)
    assert _without_bylines(again) == _without_bylines(once)


@pytest.mark.parametrize(("made", "item"), MAKING)
def test_undoing_what_made_an_item_takes_it_away(made: Fact, item: str) -> None:
    picture = _fold(made, Undone(item=item, entry="entry-0001"))
    maps = (picture.steps, picture.goals, picture.appointments)
    assert [of[item].gone for of in maps if item in of] == [True]


@pytest.mark.parametrize(("before", "done", "item"), DONE)
def test_nobody_takes_back_what_another_did(before: Fact, done: Fact, item: str) -> None:
    """A coordinator may undo their own bookings, and nothing that the participant said."""
    for named in ("entry-0001", "entry-0002"):
        undone = Undone(item=item, entry=named)
        theirs = _fold(before, done, undone, undone_by=COORDINATOR)
        assert _state(theirs, item) == _state(_fold(before, done), item)


def test_what_was_taken_back_stays_in_the_history() -> None:
    undone = Undone(item="step-1", entry="entry-0002")
    found = _fold(step(), StepDone(step_id="step-1", note="skönt"), undone).steps["step-1"]
    assert [(m.note, m.undone) for m in found.marks] == [("skönt", True)]


def test_earlier_words_are_one_rewording_away() -> None:
    reworded = GoalReworded(goal_id="goal-1", words="Sova bättre")
    found = _fold(goal(), reworded).goals["goal-1"]
    assert [w.words for w in found.wordings] == ["Orka mer", "Sova bättre"]
    back = GoalReworded(goal_id="goal-1", words=found.wordings[0].words)
    assert _fold(goal(), reworded, back).goals["goal-1"].words == "Orka mer"


def test_the_mark_before_stands_again() -> None:
    tried, done = StepTried(step_id="step-1"), StepDone(step_id="step-1")
    picture = _fold(step(), tried, done, Undone(item="step-1", entry="entry-0003"))
    assert picture.steps["step-1"].state == "tried"


def test_undoing_what_is_not_there_says_nothing() -> None:
    undone = Undone(item="step-9", entry="entry-0001")
    assert _fold(step(), undone).steps == _fold(step()).steps


def _without_bylines(state: object) -> str:
    """As text, but for the id of the entry that said it and its place."""
    return str(state).replace("entry-0004", "entry-0002").replace("seq=4", "seq=2")
