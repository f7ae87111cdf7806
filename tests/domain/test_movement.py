"""Looking back: what happened is told once, on its day, and nothing else is."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from mia_companion.domain import milestones as ms
from mia_companion.domain.entries import Confirmed
from mia_companion.domain.fold import fold
from mia_companion.domain.goals import GoalReached, GoalRested
from mia_companion.domain.movement import (
    GOAL_REACHED,
    GOAL_SET,
    MILESTONE_REACHED,
    MONTH,
    WEEK,
    Tally,
    by_month,
    by_week,
    happenings,
    since,
    tally,
)
from mia_companion.domain.picture import EMPTY
from mia_companion.domain.plan import Plan
from mia_companion.domain.step_marks import StepDone, StepPartlyDone, StepSetAside, StepTried
from mia_companion.domain.steps import DONE, NOT_NOW, PARTLY, StepPlanned
from mia_companion.domain.words import Undone
from tests.domain.strategies import journals
from tests.example_data import NOW, TODAY, confirmed, entry, goal, step, told

HOME = ZoneInfo("Europe/Stockholm")


def _plan(*facts: object) -> Plan:
    return Plan(shared=fold(EMPTY, told(*facts)))  # type: ignore[arg-type]


def test_what_stands_has_happened_once() -> None:
    facts = (
        goal(),
        ms.MilestoneSet(milestone_id="m-1", goal_id="goal-1", words="Ringa"),
        ms.MilestoneReached(milestone_id="m-1"),
        step("a"),
        StepTried(step_id="a"),
        StepDone(step_id="a", note="Det gick"),
        step("b"),
        StepPartlyDone(step_id="b"),
        step("rests"),
        StepSetAside(step_id="rests"),
        step("planned"),
        step("gone"),
        StepDone(step_id="gone"),
        Undone(item="gone", entry="entry-0012"),
        GoalReached(goal_id="goal-1"),
    )
    found = happenings(_plan(*facts), HOME)
    assert {(one.what, one.item, one.note) for one in found} == {
        (GOAL_SET, "goal-1", ""),
        (GOAL_REACHED, "goal-1", ""),
        (MILESTONE_REACHED, "m-1", ""),
        (DONE, "a", "Det gick"),
        (PARTLY, "b", ""),
    }
    assert tally(found) == Tally(steps=2, partly=1, milestones=1, goals_reached=1, goals_set=1)


def test_a_goal_that_was_reached_and_taken_back_was_not_reached() -> None:
    back = (goal(), GoalReached(goal_id="goal-1"), Undone(item="goal-1", entry="entry-0002"))
    assert [one.what for one in happenings(_plan(*back), HOME)] == [GOAL_SET]
    rested = (goal(), GoalReached(goal_id="goal-1"), GoalRested(goal_id="goal-1"))
    assert [one.what for one in happenings(_plan(*rested), HOME)] == [GOAL_SET]


def test_each_day_of_a_step_that_repeats_is_a_happening_of_that_day() -> None:
    facts = (
        StepPlanned(step_id="walk", words="Gå", repeats=(1, 3)),
        StepDone(step_id="walk", day=TODAY - timedelta(days=5)),
        StepTried(step_id="walk", day=TODAY),
        StepDone(step_id="walk", day=TODAY),
        StepSetAside(step_id="walk", day=TODAY + timedelta(days=2)),
    )
    found = happenings(_plan(*facts), HOME)
    assert [(one.what, one.day) for one in found] == [
        (DONE, TODAY),
        (DONE, TODAY - timedelta(days=5)),
    ]


def test_the_day_is_the_persons_own() -> None:
    """Half past eleven at night in UTC is the next day in Sweden."""
    late = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)
    said = [entry(step(), "entry-0001"), entry(StepDone(step_id="step-1"), "entry-0002", at=late)]
    plan = Plan(shared=fold(EMPTY, [confirmed(one, n) for n, one in enumerate(said, 1)]))
    (found,) = happenings(plan, HOME)
    assert found.day == date(2026, 3, 3)


def test_a_week_and_a_month_have_today_in_them() -> None:
    facts: list[object] = []
    for days in (0, 6, 7, 29, 30):
        facts += [step(f"s{days}"), StepDone(step_id=f"s{days}", day=TODAY - timedelta(days=days))]
    found = happenings(_plan(*facts), HOME)
    assert [one.item for one in since(found, TODAY, WEEK)] == ["s0", "s6"]
    assert [one.item for one in since(found, TODAY, MONTH)] == ["s0", "s6", "s7", "s29"]
    assert len(since(found, TODAY, None)) == 5


def test_weeks_begin_on_monday_also_over_the_new_year_and_empty_ones_are_not_there() -> None:
    days = (date(2026, 12, 28), date(2027, 1, 3), date(2027, 1, 4), date(2027, 2, 1))
    facts: list[object] = []
    for n, day in enumerate(days):
        facts += [step(f"s{n}"), StepDone(step_id=f"s{n}", day=day)]
    found = happenings(_plan(*facts), HOME)
    assert [(s.first, len(s.happened)) for s in by_week(found)] == [
        (date(2026, 12, 28), 2),
        (date(2027, 1, 4), 1),
        (date(2027, 2, 1), 1),
    ]
    assert [(s.first, len(s.happened)) for s in by_month(found)] == [
        (date(2026, 12, 1), 1),
        (date(2027, 1, 1), 2),
        (date(2027, 2, 1), 1),
    ]


@given(journals(longest=20), journals(longest=20))
def test_of_any_journals(shared: tuple[Confirmed, ...], own: tuple[Confirmed, ...]) -> None:
    plan = Plan(shared=fold(EMPTY, shared), own=fold(EMPTY, own))
    found = happenings(plan, HOME)
    # newest first
    assert list(found) == sorted(found, key=lambda h: (h.day, h.by.at, h.by.entry), reverse=True)
    # every part of a longer look back is in the shorter's, and no stretch is empty or overlaps
    week, month = since(found, TODAY, WEEK), since(found, TODAY, MONTH)
    assert set(week) <= set(month) <= set(since(found, TODAY, None)) == set(found)
    for stretches in (by_week(found), by_month(found)):
        assert sum(len(part.happened) for part in stretches) == len(found)
        assert all(part.happened for part in stretches)
        firsts = [part.first for part in stretches]
        assert firsts == sorted(set(firsts))
        for part in stretches:
            assert all(h.day >= part.first for h in part.happened)
    count = tally(found)
    assert count.steps + count.milestones + count.goals_reached + count.goals_set == len(found)
    assert count.partly + count.tried <= count.steps


@given(journals(longest=20))
def test_a_mark_is_told_of_when_it_stands(journal: tuple[Confirmed, ...]) -> None:
    """Not taken back, not "not now", and nothing said later of the same day."""
    plan = Plan(shared=fold(EMPTY, journal))
    told_of = {(h.item, h.by.entry) for h in happenings(plan, HOME)}
    for one in plan.steps:
        for n, mark in enumerate(one.marks):
            later = any(m.day == mark.day and not m.undone for m in one.marks[n + 1 :])
            stands = not mark.undone and not later and mark.state != NOT_NOW
            assert stands == ((one.id, mark.by.entry) in told_of)


@given(journals(longest=20), st.integers(0, 20))
def test_taking_something_back_never_makes_more_of_it(
    journal: tuple[Confirmed, ...], at: int
) -> None:
    before = fold(EMPTY, journal)
    plan = Plan(shared=before)
    marked = [(s, m) for s in plan.steps for m in s.marks if not m.undone]
    if not marked:
        return
    one, mark = marked[at % len(marked)]
    undone = entry(
        Undone(item=one.id, entry=mark.by.entry), "undone-1", author=mark.by.author, at=NOW
    )
    after = Plan(shared=fold(before, [confirmed(undone, len(journal) + 1)]))
    assert all(h.by.entry != mark.by.entry or h.item != one.id for h in happenings(after, HOME))
    assert len(happenings(after, HOME)) <= len(happenings(plan, HOME)) + 1
