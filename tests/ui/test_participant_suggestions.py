"""A suggestion is taken, made one's own, or answered with no. Nothing is asked, and all can be undone."""

from pathlib import Path

import flet as ft

from mia_companion.domain.steps import StepPlanned
from mia_companion.domain.suggestions import StepSuggested, SuggestionDeclined
from mia_companion.domain.words import Undone
from mia_companion.ui import places
from tests.example_data import COORDINATOR, JOURNAL, TODAY, goal
from tests.ui.home import Home, a_home

IDEA = StepSuggested(
    suggestion_id="idea",
    words="Besök biblioteket",
    note="Det är lugnt på tisdagar.",
    goal_id="goal-1",
    repeats=(2,),
)


def _suggested(home: Home) -> None:
    home.tell(IDEA, by=COORDINATOR)
    home.tell(StepSuggested(suggestion_id="other", words="Ring Per"), by=COORDINATOR)


async def test_it_says_who_what_why_towards_what_and_when(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        _suggested(home)
        async with home.screen(places.PATH) as screen:
            for said in (
                "A suggestion from Karin Berg",
                "Besök biblioteket",
                "Det är lugnt på tisdagar.",
                "Towards: Orka mer",
                "Tuesdays",
                "1 more suggestion waits after this.",
            ):
                assert screen.shows(said)
            assert not screen.shows("Ring Per")


async def test_taken_as_it_is_and_undone(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        _suggested(home)
        async with home.screen(places.PATH) as screen:
            await screen.click("Take it")
            assert home.waiting() == [(JOURNAL, "StepPlanned")]
            step = home.companion.view.plan().step("idea")
            assert step is not None
            assert (step.words, step.goal_id, step.repeats) == ("Besök biblioteket", "goal-1", (2,))
            assert screen.shows("It is on your path now.")
            assert screen.shows("Ring Per")
            await screen.fire(screen.find("Undo", ft.TextButton), "click")
            assert [s.id for s in home.companion.view.plan().suggestions] == ["idea", "other"]


async def test_the_second_half_of_a_tap_does_not_answer_the_next_one(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        _suggested(home)
        async with home.screen(places.PATH) as screen:
            await screen.click("No, thank you")
            await screen.click("No, thank you")
            await screen.click("Mark as done: Gå ut en stund")  # what may have slid in beneath
            assert home.waiting() == [(JOURNAL, "SuggestionDeclined")]
            assert screen.shows("Ring Per")


async def test_no_asks_for_nothing_and_is_brought_back_later(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        _suggested(home)
        async with home.screen(places.PATH) as screen:
            await screen.click("No, thank you")
            assert screen.shows("That is fine. You decide.")
            home.clock.pass_by(days=20)
            await screen.go(places.RESTING)
            assert screen.shows("Suggestions you said no to")
            await screen.click("Bring it back")
            assert [s.id for s in home.companion.view.plan().suggestions] == ["idea", "other"]
            assert not screen.shows("Suggestions you said no to")


async def test_made_ones_own_in_other_words_on_another_day(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.tell(goal("own-goal", "Hemligt"), private=True)
        _suggested(home)
        async with home.screen(places.PATH) as screen:
            await screen.click("Change it")
            assert screen.page.route == f"{places.SUGGESTION}/idea"
            field = screen.find("What do you want to do?", ft.TextField)
            assert field.value == "Besök biblioteket"
            assert not screen.shows("Hemligt")  # what is shared does not speak of what is private
            await screen.type("What do you want to do?", "  ")
            await screen.click("Take it like this")
            assert screen.shows("Write something first.")
            assert not home.waiting()
            await screen.type("What do you want to do?", "Gå förbi biblioteket")
            await screen.click("Today")
            await screen.click("Take it like this")
            step = home.companion.view.plan().step("idea")
            assert step is not None
            assert (step.words, step.day, step.repeats) == ("Gå förbi biblioteket", TODAY, ())
            assert screen.page.route == places.PATH
            await screen.go(f"{places.STEP}/idea")
            assert screen.shows("Suggested: Besök biblioteket")


async def test_said_no_here_and_taken_there_it_is_on_the_path(tmp_path: Path) -> None:
    """Two devices answered at once: the step stands, and the no does not hide it."""
    with a_home(tmp_path) as home:
        home.tell(IDEA, by=COORDINATOR)
        home.tell(SuggestionDeclined(suggestion_id="idea"))
        home.tell(StepPlanned(step_id="idea", words="Besök biblioteket"))
        async with home.screen(places.RESTING) as screen:
            assert not screen.shows("Besök biblioteket")
            await screen.go(places.PATH)
            assert screen.shows("Besök biblioteket")
            assert not screen.shows("A suggestion from")
            entry = home.companion.view.plan().step("idea").planned_by.entry  # type: ignore[union-attr]
            home.tell(Undone(item="idea", entry=entry))
            await screen.go(places.RESTING)
            assert screen.shows("Suggestions you said no to")


async def test_one_that_does_not_wait_any_more_says_so(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        _suggested(home)
        async with home.screen(f"{places.SUGGESTION}/idea") as screen:
            entry = home.companion.view.plan().suggestions[0].by.entry
            home.tell(Undone(item="idea", entry=entry), by=COORDINATOR)
            await screen.settle()
            assert screen.shows("This suggestion does not wait any more.")
            await screen.click("To my path")
            assert screen.page.route == places.PATH


async def test_today_leads_to_it_while_it_waits(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen() as screen:
            assert not screen.shows("A suggestion from Karin Berg")
            _suggested(home)
            await screen.settle()
            await screen.click("A suggestion from Karin Berg")
            assert screen.page.route == places.PATH
