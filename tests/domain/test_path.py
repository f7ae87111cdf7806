"""Goals side by side, milestones, and what a coordinator suggests."""

from mia_companion.domain import goals as g
from mia_companion.domain import milestones as m
from mia_companion.domain.facts import Fact
from mia_companion.domain.fold import fold
from mia_companion.domain.picture import EMPTY, Picture
from mia_companion.domain.plan import Plan
from mia_companion.domain.steps import StepPlanned
from mia_companion.domain.suggestions import StepSuggested, SuggestionDeclined
from mia_companion.domain.words import Undone
from tests.example_data import COORDINATOR, PARTICIPANT, TODAY, confirmed, entry, goal, told

SUGGESTED = StepSuggested(suggestion_id="s-1", words="Besök biblioteket", note="Lugnt på tisdagar")


def said(*facts: tuple[str, Fact]) -> Plan:
    """By whom and what, in order."""
    entries = [entry(fact, f"entry-{n:04}", author=by) for n, (by, fact) in enumerate(facts, 1)]
    picture: Picture = fold(EMPTY, [confirmed(one, n) for n, one in enumerate(entries, 1)])
    return Plan(shared=picture)


def test_goals_are_reached_rest_and_are_taken_up_again() -> None:
    facts: tuple[Fact, ...] = (goal(), g.GoalRested(goal_id="goal-1"))
    assert fold(EMPTY, told(*facts)).goals["goal-1"].state == g.RESTING
    facts += (g.GoalTakenUp(goal_id="goal-1"), g.GoalReached(goal_id="goal-1"))
    assert fold(EMPTY, told(*facts)).goals["goal-1"].state == g.REACHED
    facts += (Undone(item="goal-1", entry="entry-0004"),)
    assert fold(EMPTY, told(*facts)).goals["goal-1"].state == g.ACTIVE


def test_the_steps_of_a_goal_that_rests_are_not_asked_for() -> None:
    facts: tuple[Fact, ...] = (
        goal(),
        StepPlanned(step_id="walk", words="Gå ut", goal_id="goal-1"),
        g.GoalRested(goal_id="goal-1"),
    )
    resting = Plan(shared=fold(EMPTY, told(*facts)))
    assert resting.next_step(TODAY) is None
    assert [s.id for s in resting.open_steps] == ["walk"]
    awake = Plan(shared=fold(EMPTY, told(*facts, g.GoalTakenUp(goal_id="goal-1"))))
    assert awake.next_step(TODAY) is not None


def test_a_milestone_is_reached_reworded_and_taken_back() -> None:
    facts: tuple[Fact, ...] = (
        goal(),
        m.MilestoneSet(milestone_id="m-1", goal_id="goal-1", words="Ringa"),
        m.MilestoneReworded(milestone_id="m-1", words="Ringa själv"),
        m.MilestoneReached(milestone_id="m-1"),
    )
    (found,) = Plan(shared=fold(EMPTY, told(*facts))).milestones_of("goal-1")
    assert (found.words, found.state) == ("Ringa själv", m.REACHED)
    facts += (Undone(item="m-1", entry="entry-0004"), Undone(item="m-1", entry="entry-0003"))
    (found,) = Plan(shared=fold(EMPTY, told(*facts))).milestones_of("goal-1")
    assert (found.words, found.state) == ("Ringa", m.AHEAD)
    gone = Plan(shared=fold(EMPTY, told(*facts, Undone(item="m-1", entry="entry-0002"))))
    assert not gone.milestones_of("goal-1")


def test_taking_a_suggestion_is_planning_it_also_in_other_words() -> None:
    waiting = said((COORDINATOR, SUGGESTED))
    assert [s.words for s in waiting.suggestions] == ["Besök biblioteket"]
    taken = (
        (COORDINATOR, SUGGESTED),
        (PARTICIPANT, StepPlanned(step_id="s-1", words="Gå förbi biblioteket")),
    )
    assert not said(*taken).suggestions
    assert [s.words for s in said(*taken).open_steps] == ["Gå förbi biblioteket"]
    back = said(*taken, (PARTICIPANT, Undone(item="s-1", entry="entry-0002")))
    assert [s.id for s in back.suggestions] == ["s-1"]
    assert not back.open_steps
    again = said(
        *taken,
        (PARTICIPANT, Undone(item="s-1", entry="entry-0002")),
        (PARTICIPANT, StepPlanned(step_id="s-1", words="Ändå")),
    )
    assert [s.words for s in again.open_steps] == ["Ändå"]
    assert not again.suggestions


def test_no_is_an_answer_and_can_be_taken_back() -> None:
    no = ((COORDINATOR, SUGGESTED), (PARTICIPANT, SuggestionDeclined(suggestion_id="s-1")))
    assert not said(*no).suggestions
    assert said(*no, (PARTICIPANT, Undone(item="s-1", entry="entry-0002"))).suggestions
    # nobody else takes the participant's no back
    assert not said(*no, (COORDINATOR, Undone(item="s-1", entry="entry-0002"))).suggestions


def test_the_coordinator_takes_a_suggestion_back() -> None:
    gone = ((COORDINATOR, SUGGESTED), (COORDINATOR, Undone(item="s-1", entry="entry-0001")))
    assert not said(*gone).suggestions
    kept = ((COORDINATOR, SUGGESTED), (PARTICIPANT, Undone(item="s-1", entry="entry-0001")))
    assert said(*kept).suggestions
