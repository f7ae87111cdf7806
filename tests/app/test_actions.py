"""Each verb writes the right fact in the right journal, or says clearly why it wrote nothing."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from mia_companion.app.actions import Actions, Outcome
from mia_companion.domain.facts import Fact, read_fact
from mia_companion.domain.goals import GoalReworded, GoalSet
from mia_companion.domain.messages import MessageWritten
from mia_companion.domain.people import LanguageChosen
from mia_companion.domain.step_marks import StepDone, StepPartlyDone, StepSetAside, StepTried
from mia_companion.domain.steps import StepPlanned, StepRecorded, StepReworded
from mia_companion.domain.words import Undone
from tests.app.solo import Solo
from tests.example_data import COORDINATOR, JOURNAL, NOW, OWN_JOURNAL, PARTICIPANT, TODAY

LATER = NOW + timedelta(days=1)

Verb = Callable[[Actions], Outcome]

VERBS: list[tuple[Verb, str, type[Fact]]] = [
    (lambda do: do.path.set_goal("Orka", "health"), JOURNAL, GoalSet),
    (lambda do: do.path.set_goal("Orka", "health", private=True), OWN_JOURNAL, GoalSet),
    (lambda do: do.path.reword_goal("goal-1", "Sova"), JOURNAL, GoalReworded),
    (lambda do: do.path.reword_goal("goal-own", "Sova"), OWN_JOURNAL, GoalReworded),
    (lambda do: do.path.plan_step("Gå ut", day=TODAY), JOURNAL, StepPlanned),
    (lambda do: do.path.plan_step("Gå ut", private=True), OWN_JOURNAL, StepPlanned),
    (lambda do: do.path.plan_step("Gå ut", goal_id="goal-own"), OWN_JOURNAL, StepPlanned),
    (lambda do: do.path.reword_step("step-1", "Gå in"), JOURNAL, StepReworded),
    (lambda do: do.path.record_good("Ringde", note="själv"), JOURNAL, StepRecorded),
    (lambda do: do.path.record_good("Ringde", private=True), OWN_JOURNAL, StepRecorded),
    (lambda do: do.path.mark_step("step-1", "done"), JOURNAL, StepDone),
    (lambda do: do.path.mark_step("step-1", "partly"), JOURNAL, StepPartlyDone),
    (lambda do: do.path.mark_step("step-1", "tried", note="regn"), JOURNAL, StepTried),
    (lambda do: do.path.mark_step("step-own", "not_now"), OWN_JOURNAL, StepSetAside),
    (lambda do: do.messages.write("  Hej!\x00\ud800 "), JOURNAL, MessageWritten),
]


@pytest.mark.parametrize(("verb", "journal", "kind"), VERBS)
def test_a_verb_writes_its_fact_in_its_journal(
    solo: Solo, verb: Verb, journal: str, kind: type[Fact]
) -> None:
    done = verb(solo.do)
    [waiting] = solo.companion.store.outbox.all()
    fact = read_fact(waiting.entry.body)
    assert isinstance(fact, kind)
    assert (waiting.entry.journal, waiting.entry.author) == (journal, PARTICIPANT)
    assert waiting.entry.based_on == solo.companion.view.journals[journal].since + 1
    assert (done.entry, done.journal, done.problem) == (waiting.entry.id, journal, "")
    assert solo.companion.view.is_waiting(done.entry)
    assert bool(done)


@pytest.mark.parametrize(("verb", "journal", "kind"), VERBS)
def test_undo_names_exactly_what_was_done_and_gives_back_what_stood(
    solo: Solo, verb: Verb, journal: str, kind: type[Fact]
) -> None:
    before = _shown(solo)
    done = verb(solo.do)
    undone = solo.do.path.undo(done)
    last = solo.companion.store.outbox.all()[-1].entry
    assert read_fact(last.body) == Undone(item=done.item, entry=done.entry)
    assert last.journal == undone.journal == journal
    if kind is not MessageWritten:  # what was said to another stays said
        assert _shown(solo) == before


def _shown(solo: Solo) -> object:
    plan = solo.companion.view.plan()
    goals = [(g.id, g.words) for g in plan.goals]
    return goals, sorted((s.id, s.words, s.state) for s in plan.steps)


WRITING: list[tuple[Callable[[Actions, str], Outcome], int]] = [
    (lambda do, words: do.path.set_goal(words, "health"), 2_000),
    (lambda do, words: do.path.reword_goal("goal-1", words), 2_000),
    (lambda do, words: do.path.plan_step(words), 2_000),
    (lambda do, words: do.path.reword_step("step-1", words), 2_000),
    (lambda do, words: do.path.record_good(words), 2_000),
    (lambda do, words: do.messages.write(words), 10_000),
    (lambda do, words: do.appointments.book(words, "region", LATER), 2_000),
]


@pytest.mark.parametrize(("write", "longest"), WRITING)
def test_words_that_are_empty_or_too_long_are_said_to_be_and_not_written(
    solo: Solo, write: Callable[[Actions, str], Outcome], longest: int
) -> None:
    for words in ("", "  \n ", "\x00\x1b\x7f", "\ud800\udfff"):
        assert write(solo.do, words) == Outcome(problem="empty")
    assert write(solo.do, "å" * (longest + 1)) == Outcome(problem="too-long")
    assert solo.companion.store.outbox.all() == []
    assert write(solo.do, "😀" * longest)


@pytest.mark.parametrize(
    "verb",
    [
        lambda do: do.path.record_good("x", note="å" * 10_001),
        lambda do: do.path.mark_step("step-1", "done", note="å" * 10_001),
        lambda do: do.appointments.book("x", "region", LATER, place="å" * 10_001),
        lambda do: do.appointments.book("x", "region", LATER, bring="å" * 10_001),
    ],
)
def test_no_note_is_cut(solo: Solo, verb: Verb) -> None:
    assert verb(solo.do) == Outcome(problem="too-long")
    assert solo.companion.store.outbox.all() == []


@pytest.mark.parametrize(
    "verb",
    [
        lambda do: do.path.mark_step("nowhere", "done"),
        lambda do: do.path.reword_goal("nowhere", "x"),
        lambda do: do.messages.note("x", PARTICIPANT),
        lambda do: do.messages.write("x", participant=COORDINATOR),
    ],
)
def test_what_has_no_journal_here_is_said_to_have_none(solo: Solo, verb: Verb) -> None:
    assert verb(solo.do) == Outcome(problem="no-journal")
    assert solo.companion.store.outbox.all() == []


def test_an_appointment_that_ends_before_it_begins_is_not_written(solo: Solo) -> None:
    assert solo.do.appointments.book("x", "region", LATER, NOW).problem == "ends-early"
    assert solo.companion.store.outbox.all() == []


def test_control_characters_and_half_characters_never_reach_a_journal(solo: Solo) -> None:
    assert solo.do.messages.write(" rad\tett\r\nrad\x00 två\ud83d ")
    [message] = solo.companion.view.plan().thread()
    assert message.words == "rad\tett\nrad två"


def test_a_full_disk_is_said_the_words_stay_and_later_it_works(solo: Solo) -> None:
    database = solo.companion.store._database
    database.rows("PRAGMA max_page_count = 1")
    outcomes = [solo.do.messages.write("å" * 5_000) for _ in range(20)]
    assert Outcome(problem="disk-full") in outcomes
    kept = [o for o in outcomes if o]
    assert len(solo.companion.view.plan().thread()) == len(kept)
    solo.do.drafts.keep("message", "å" * 9_000)
    database.rows("PRAGMA max_page_count = 100000")
    assert solo.do.messages.write("nu går det")
    solo.reopen()
    assert len(solo.companion.view.plan().thread()) == len(kept) + 1


def test_drafts_stay_on_the_device_through_a_restart(solo: Solo) -> None:
    solo.do.drafts.keep("message", "halvt \ud83d")
    solo.do.drafts.keep("step:new", "annat")
    solo.do.drafts.keep("step:new", "")
    solo.reopen()
    assert solo.do.drafts.read("message") == "halvt "
    assert solo.do.drafts.read("step:new") == ""
    assert solo.companion.store.outbox.all() == []


def test_choices_hold_and_stay(solo: Solo) -> None:
    solo.do.choices.language("ar")
    solo.do.choices.theme("dark")
    before = solo.companion.view.choices
    solo.reopen()
    assert solo.companion.view.choices == before
    assert (before.language, before.theme) == ("ar", "dark")


def test_another_language_is_written_down_once_for_who_follows_and_for_reminders(
    solo: Solo,
) -> None:
    solo.do.choices.language("ar")
    solo.do.choices.language("ar")
    [waiting] = solo.companion.store.outbox.all()
    assert read_fact(waiting.entry.body) == LanguageChosen(language="ar")
    assert waiting.entry.journal == JOURNAL
    assert solo.companion.view.plan().shared.profile.language == "ar"
    solo.do.choices.language("so")
    assert solo.companion.view.plan().shared.profile.language == "so"
