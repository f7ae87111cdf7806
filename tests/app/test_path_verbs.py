"""Verbs on My path and on how life is: the right fact, in the journal of what it is about, taken back."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from mia_companion.app.actions import Actions, Outcome
from mia_companion.domain.facts import Fact, read_fact
from mia_companion.domain.goals import ACTIVE, REACHED, GoalReached, GoalRested, GoalTakenUp
from mia_companion.domain.milestones import MilestoneReached, MilestoneReworded, MilestoneSet
from mia_companion.domain.ratings import AreasRated
from mia_companion.domain.step_marks import StepDone, StepRemembered, StepSetAside
from mia_companion.domain.steps import StepPlanned, StepRescheduled
from mia_companion.domain.suggestions import StepSuggested, SuggestionDeclined
from mia_companion.domain.words import Undone
from mia_companion.sync.listener import Came
from mia_companion.wire.problems import NOT_FOUND
from tests.app.solo import Solo
from tests.example_data import (
    COORDINATOR,
    DESKTOP,
    JOURNAL,
    OWN_JOURNAL,
    PARTICIPANT,
    TODAY,
    confirmed,
    entry,
    held,
)

Verb = Callable[[Actions], Outcome]
SUGGESTED = StepSuggested(
    suggestion_id="idea", words="Besök biblioteket", goal_id="goal-1", day=TODAY
)


@pytest.fixture
def mine(solo: Solo) -> Solo:
    """With a milestone in each journal, and a suggestion."""
    shared: tuple[Fact, ...] = (
        MilestoneSet(milestone_id="m-1", goal_id="goal-1", words="Ringa"),
        SUGGESTED,
    )
    pages = [
        confirmed(
            entry(fact, f"shared-{n}", author=COORDINATOR if fact is SUGGESTED else PARTICIPANT), n
        )
        for n, fact in enumerate(shared, 3)
    ]
    solo.companion.came([Came(held(), pages)])
    private = MilestoneSet(milestone_id="m-own", goal_id="goal-own", words="Säga det")
    said = entry(private, "own-0003", journal=OWN_JOURNAL)
    solo.companion.came([Came(held(OWN_JOURNAL, "own"), [confirmed(said, 3)])])
    return solo


VERBS: list[tuple[Verb, str, type[Fact]]] = [
    (lambda do: do.path.reach_goal("goal-1"), JOURNAL, GoalReached),
    (lambda do: do.path.rest_goal("goal-own"), OWN_JOURNAL, GoalRested),
    (lambda do: do.path.take_up_goal("goal-1"), JOURNAL, GoalTakenUp),
    (lambda do: do.path.set_milestone("goal-1", "Gå dit"), JOURNAL, MilestoneSet),
    (lambda do: do.path.set_milestone("goal-own", "Gå dit"), OWN_JOURNAL, MilestoneSet),
    (lambda do: do.path.reword_milestone("m-1", "Ringa själv"), JOURNAL, MilestoneReworded),
    (lambda do: do.path.reach_milestone("m-1"), JOURNAL, MilestoneReached),
    (lambda do: do.path.reach_milestone("m-own"), OWN_JOURNAL, MilestoneReached),
    (lambda do: do.path.reschedule_step("step-1", repeats=(1, 3)), JOURNAL, StepRescheduled),
    (lambda do: do.path.reschedule_step("step-own", day=TODAY), OWN_JOURNAL, StepRescheduled),
    (lambda do: do.path.mark_step("step-1", "done", day=TODAY), JOURNAL, StepDone),
    (lambda do: do.path.mark_step("step-1", "not_now", day=TODAY), JOURNAL, StepSetAside),
    (lambda do: do.path.remember("step-own", "Solen sken"), OWN_JOURNAL, StepRemembered),
    (lambda do: do.path.take_suggestion("idea"), JOURNAL, StepPlanned),
    (lambda do: do.path.change_suggestion("idea", "Gå förbi"), JOURNAL, StepPlanned),
    (lambda do: do.path.decline_suggestion("idea"), JOURNAL, SuggestionDeclined),
    (lambda do: do.movement.rate({"health": 2}), JOURNAL, AreasRated),
    (lambda do: do.movement.rate({"health": 2}, private=True), OWN_JOURNAL, AreasRated),
]


@pytest.mark.parametrize(("verb", "journal", "kind"), VERBS)
def test_the_fact_its_journal_and_the_way_back(
    mine: Solo, verb: Verb, journal: str, kind: type[Fact]
) -> None:
    before = _shown(mine)
    done = verb(mine.do)
    assert done
    (waiting,) = mine.companion.store.outbox.all()
    assert isinstance(read_fact(waiting.entry.body), kind)
    assert (waiting.entry.journal, waiting.entry.author) == (journal, PARTICIPANT)
    assert mine.do.path.undo(done)
    assert _shown(mine) == before


def _shown(solo: Solo) -> object:
    plan = solo.companion.view.plan()
    return (
        [(g.id, g.words, g.state) for g in plan.goals],
        [[(m.words, m.state) for m in plan.milestones_of(g.id)] for g in plan.goals],
        sorted((s.id, s.words, s.state, s.day, s.repeats) for s in plan.steps),
        [s.id for s in plan.suggestions],
        [m.words for s in plan.steps for m in s.memories if not m.undone],
        [r.levels for p in (plan.shared, plan.own) for r in p.ratings.values() if not r.gone],
    )


def test_a_suggestion_is_taken_as_it_is_and_once_however_often_it_is_tapped(mine: Solo) -> None:
    first = mine.do.path.take_suggestion("idea")
    again = mine.do.path.take_suggestion("idea")
    assert again == first
    assert mine.do.path.change_suggestion("idea", "Annat") == first
    assert len(mine.companion.store.outbox.all()) == 1
    step = mine.companion.view.plan().step("idea")
    assert step is not None
    assert (step.words, step.goal_id, step.day) == ("Besök biblioteket", "goal-1", TODAY)
    assert not mine.companion.view.plan().suggestions
    assert mine.do.path.undo(first)
    assert mine.do.path.change_suggestion("idea", "Gå förbi", repeats=(2,))
    step = mine.companion.view.plan().step("idea")
    assert step is not None
    assert (step.words, step.repeats) == ("Gå förbi", (2,))


def test_what_the_coordinator_took_back_meanwhile_is_told_and_not_taken(mine: Solo) -> None:
    back = entry(
        Undone(item="idea", entry="shared-4"), "shared-5", author=COORDINATOR, device=DESKTOP
    )
    mine.companion.came([Came(held(), [confirmed(back, 5)])])
    for done in (
        mine.do.path.take_suggestion("idea"),
        mine.do.path.take_suggestion("nowhere"),
        mine.do.path.change_suggestion("idea", "Ändå"),
    ):
        assert done.problem == NOT_FOUND
    assert not mine.companion.store.outbox.all()


def test_what_was_said_long_ago_is_taken_back_by_its_byline(mine: Solo) -> None:
    mine.do.path.reach_goal("goal-own")
    goal = mine.companion.view.plan().goal("goal-own")
    assert goal is not None
    assert goal.state == REACHED
    mine.clock.now += timedelta(days=90)
    done = mine.do.path.take_back("goal-own", goal.marks[0].by)
    assert done.journal == OWN_JOURNAL
    goal = mine.companion.view.plan().goal("goal-own")
    assert goal is not None
    assert goal.state == ACTIVE


WRITING: list[tuple[Callable[[Actions, str], Outcome], int]] = [
    (lambda do, words: do.path.set_milestone("goal-1", words), 2_000),
    (lambda do, words: do.path.reword_milestone("m-1", words), 2_000),
    (lambda do, words: do.path.change_suggestion("idea", words), 2_000),
    (lambda do, words: do.path.remember("step-1", words), 10_000),
]


@pytest.mark.parametrize(("write", "longest"), WRITING)
def test_words_that_are_empty_or_too_long_are_said_to_be_and_not_written(
    mine: Solo, write: Callable[[Actions, str], Outcome], longest: int
) -> None:
    for words in ("", "  \n ", "\x00\x1b\x7f"):
        assert write(mine.do, words) == Outcome(problem="empty")
    assert write(mine.do, "å" * (longest + 1)) == Outcome(problem="too-long")
    assert not mine.companion.store.outbox.all()
    assert write(mine.do, "😀" * longest)


def test_a_rating_needs_one_area_and_no_word(mine: Solo) -> None:
    assert mine.do.movement.rate({}, words="inget") == Outcome(problem="empty")
    assert mine.do.movement.rate({"care": 1}, words="å" * 10_001) == Outcome(problem="too-long")
    assert not mine.companion.store.outbox.all()
    first = mine.do.movement.rate({"care": 1}, item="form-0001")
    assert mine.do.movement.rate({"care": 1}, item="form-0001") == first
    assert len(mine.companion.store.outbox.all()) == 1


@pytest.mark.parametrize(
    "verb",
    [
        lambda do: do.path.reach_goal("nowhere"),
        lambda do: do.path.set_milestone("nowhere", "x"),
        lambda do: do.path.reach_milestone("nowhere"),
        lambda do: do.path.reschedule_step("nowhere"),
        lambda do: do.path.remember("nowhere", "x"),
        lambda do: do.path.decline_suggestion("nowhere"),
        lambda do: do.path.suggest("x", COORDINATOR),
        lambda do: do.movement.rate({"care": 1}, participant=COORDINATOR),
    ],
)
def test_what_is_not_here_is_said_to_have_no_journal(mine: Solo, verb: Verb) -> None:
    assert verb(mine.do) == Outcome(problem="no-journal")
    assert not mine.companion.store.outbox.all()
