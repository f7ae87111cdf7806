"""Steps on chosen weekdays: each day is marked by itself, and a day that passed costs nothing."""

from datetime import timedelta

from mia_companion.domain.fold import fold
from mia_companion.domain.picture import EMPTY
from mia_companion.domain.plan import Plan
from mia_companion.domain.step_marks import StepDone, StepRemembered, StepSetAside
from mia_companion.domain.steps import NOT_NOW, PLANNED, StepPlanned, StepRescheduled
from mia_companion.domain.words import Undone
from tests.example_data import NOW, TODAY, step, told

MONDAY, WEDNESDAY, SUNDAY = 1, 3, 7
EVERY = StepPlanned(step_id="walk", words="Gå en sväng", repeats=(MONDAY, WEDNESDAY))
WEEK = timedelta(days=7)


def plan(*facts: object) -> Plan:
    return Plan(shared=fold(EMPTY, told(*facts)))  # type: ignore[arg-type]


def test_a_marked_day_leads_to_the_next_of_the_chosen_days() -> None:
    (walk,) = plan(EVERY).open_steps
    assert TODAY.isoweekday() == MONDAY
    assert walk.next_day(TODAY) == TODAY
    (walk,) = plan(EVERY, StepDone(step_id="walk", day=TODAY)).open_steps
    assert walk.state == PLANNED
    assert walk.next_day(TODAY) == TODAY + timedelta(days=2)
    assert walk.next_day(TODAY + timedelta(days=3)) == TODAY + WEEK


def test_days_that_passed_without_a_mark_are_not_asked_for() -> None:
    later = TODAY + 3 * WEEK + timedelta(days=1)
    found = plan(EVERY, step("once", "Ring", TODAY))
    assert found.next_step(later).id == "once"  # type: ignore[union-attr]
    (walk,) = plan(EVERY).open_steps
    assert walk.next_day(later) == later + timedelta(days=1)


def test_set_aside_for_a_day_it_comes_again_and_without_a_day_it_rests() -> None:
    (walk,) = plan(EVERY, StepSetAside(step_id="walk", day=TODAY)).open_steps
    assert walk.next_day(TODAY) == TODAY + timedelta(days=2)
    rests = plan(EVERY, StepDone(step_id="walk", day=TODAY), StepSetAside(step_id="walk"))
    assert not rests.open_steps
    assert rests.step("walk").state == NOT_NOW  # type: ignore[union-attr]
    back = plan(EVERY, StepSetAside(step_id="walk"), Undone(item="walk", entry="entry-0002"))
    assert back.step("walk").state == PLANNED  # type: ignore[union-attr]


def test_done_without_a_day_is_done_on_the_day_it_was_said() -> None:
    (walk,) = plan(EVERY, StepDone(step_id="walk")).open_steps
    assert walk.mark_on(NOW.date()) is not None


def test_when_every_day_ahead_is_marked_nothing_is_asked() -> None:
    daily = StepPlanned(step_id="sleep", words="Sova", repeats=(MONDAY,))
    ahead = plan(
        daily, StepDone(step_id="sleep", day=TODAY), StepDone(step_id="sleep", day=TODAY + WEEK)
    )
    assert ahead.next_step(TODAY) is None


def test_another_schedule_replaces_it_and_can_be_taken_back() -> None:
    facts = (EVERY, StepRescheduled(step_id="walk", repeats=(SUNDAY,)))
    (walk,) = plan(*facts).open_steps
    assert walk.next_day(TODAY) == TODAY + timedelta(days=6)
    (walk,) = plan(*facts, Undone(item="walk", entry="entry-0002")).open_steps
    assert walk.repeats == (MONDAY, WEDNESDAY)
    (walk,) = plan(EVERY, StepRescheduled(step_id="walk", day=TODAY)).open_steps
    assert (walk.repeats, walk.day) == ((), TODAY)


def test_a_step_that_repeats_no_more_is_not_done_because_some_days_were() -> None:
    facts = (EVERY, StepDone(step_id="walk", day=TODAY))
    once = (*facts, StepRescheduled(step_id="walk", day=TODAY + timedelta(days=4)))
    (walk,) = plan(*once).open_steps
    assert walk.next_day(TODAY) == TODAY + timedelta(days=4)
    done = plan(*once, StepDone(step_id="walk"))
    assert not done.open_steps
    # and the other way: what was done once may be taken up on chosen weekdays
    again = plan(
        step("once", "Ring"),
        StepDone(step_id="once"),
        StepRescheduled(step_id="once", repeats=(SUNDAY,)),
    )
    assert [s.id for s in again.open_steps] == ["once"]


def test_memories_are_kept_and_taken_back() -> None:
    facts = (EVERY, StepRemembered(step_id="walk", words="Solen sken"))
    (walk,) = plan(*facts).open_steps
    assert [m.words for m in walk.memories if not m.undone] == ["Solen sken"]
    (walk,) = plan(*facts, Undone(item="walk", entry="entry-0002")).open_steps
    assert [m.undone for m in walk.memories] == [True]
