"""All that happened, newest first: in the words of its time, with what they replaced."""

from datetime import timedelta

from mia_companion.domain.checkins import CheckedIn, CheckInWorded
from mia_companion.domain.enrolments import EnrolmentBegun
from mia_companion.domain.facts import Fact
from mia_companion.domain.fold import fold
from mia_companion.domain.goals import GoalReworded, GoalSet
from mia_companion.domain.history import AROUND, GROUPS, SUPPORT, THE_PATH, history
from mia_companion.domain.network import ContactAdded
from mia_companion.domain.picture import EMPTY, Picture
from mia_companion.domain.step_marks import StepDone
from mia_companion.domain.steps import StepPlanned, StepRecorded
from mia_companion.domain.words import Undone
from tests.example_data import NOW, entry


def _told(*facts: Fact) -> Picture:
    return fold(
        EMPTY,
        [
            entry(fact, f"entry-{n:05}", at=NOW + timedelta(minutes=n))
            for n, fact in enumerate(facts)
        ],
    )


def test_words_that_were_replaced_stand_beside_those_that_replaced_them() -> None:
    shared = _told(
        GoalSet(goal_id="g-1", words="Orka mer", area="health"),
        GoalReworded(goal_id="g-1", words="Orka en hel dag"),
    )
    newest, first = history(shared)
    assert (newest.what, newest.words, newest.before) == (
        "GoalReworded",
        "Orka en hel dag",
        "Orka mer",
    )
    assert (first.what, first.words, first.before) == ("GoalSet", "Orka mer", "")


def test_a_mark_taken_back_is_told_as_that_and_a_step_taken_back_not_at_all() -> None:
    shared = _told(
        StepPlanned(step_id="s-1", words="Gå ut"),
        StepDone(step_id="s-1", note="Solen sken"),
        Undone(item="s-1", entry="entry-00001"),
        StepPlanned(step_id="s-2", words="Fel person"),
        Undone(item="s-2", entry="entry-00003"),
    )
    told = history(shared)
    assert [(one.what, one.about, one.note, one.undone) for one in told] == [
        ("StepMarked", "done", "Solen sken", True),
        ("StepPlanned", "", "", False),
    ]


def test_something_good_is_told_once() -> None:
    told = history(_told(StepRecorded(step_id="s-1", words="Ringde mamma")))
    assert [one.what for one in told] == ["StepRecorded"]


def test_each_thing_belongs_to_one_group_and_all_of_them_are_everything() -> None:
    shared = _told(
        StepPlanned(step_id="s-1", words="Gå ut"),
        ContactAdded(contact_id="c-1", name="Kim", party="other"),
        EnrolmentBegun(enrolment_id="e-1", day=NOW.date()),
    )
    assert [one.what for one in history(shared, (THE_PATH,))] == ["StepPlanned"]
    assert [one.what for one in history(shared, (AROUND,))] == ["ContactAdded"]
    assert [one.what for one in history(shared, (SUPPORT,))] == ["EnrolmentBegun"]
    apart = [one for group in GROUPS for one in history(shared, (group,))]
    assert sorted(one.by.entry for one in apart) == sorted(one.by.entry for one in history(shared))
    assert len(history(shared)) == 3


def test_every_word_that_was_put_to_a_check_in_is_told() -> None:
    told = history(
        _told(
            CheckedIn(checkin_id="c-1", feeling=2, words="Trött"),
            CheckInWorded(checkin_id="c-1", words="Lite trött"),
            CheckedIn(checkin_id="c-2", feeling=4),
            CheckInWorded(checkin_id="c-2", words="Bättre"),
        )
    )
    assert [(one.what, one.words, one.before) for one in reversed(told)] == [
        ("CheckedIn", "Trött", ""),
        ("CheckInWorded", "Lite trött", "Trött"),
        ("CheckedIn", "", ""),
        ("CheckInWorded", "Bättre", ""),
    ]
