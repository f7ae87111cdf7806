"""Steps on chosen weekdays, on the screen: each day by itself, and a day passed over costs nothing."""

from datetime import timedelta
from pathlib import Path

import flet as ft
from flet.controls.base_control import BaseControl

from mia_companion.domain.step_marks import StepDone, StepSetAside
from mia_companion.domain.steps import DONE, NOT_NOW, PLANNED, Step, StepPlanned
from mia_companion.ui import places
from tests.example_data import TODAY
from tests.ui.home import Home, a_home

WALK = StepPlanned(step_id="walk", words="Gå en sväng", repeats=(1, 3))
WEDNESDAY = TODAY + timedelta(days=2)


def _walk(home: Home) -> Step:
    step = home.companion.view.plan().step("walk")
    assert step is not None
    return step


async def test_planned_on_weekdays_and_said_in_words(tmp_path: Path) -> None:
    assert TODAY.isoweekday() == 1
    with a_home(tmp_path, lived_in=False) as home:
        async with home.screen(places.NEW_STEP) as screen:
            await screen.type("What do you want to do?", "Gå en sväng")
            await screen.click("It comes again every week")
            assert screen.shows("Choose the weekdays on which it comes again.")
            for day in ("Wednesday", "Monday", "Sunday", "Sunday"):  # a second tap takes it away
                await screen.click(day)
            assert screen.shows("Mondays and Wednesdays")
            await screen.click("Plan it")
            (step,) = home.companion.view.plan().open_steps
            assert (step.day, step.repeats) == (None, (1, 3))
            assert screen.shows("Mondays and Wednesdays · next today")


async def test_two_weekdays_tapped_before_the_first_is_drawn_both_count(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        async with home.screen(places.NEW_STEP) as screen:
            await screen.click("It comes again every week")
            tapped = [screen.find(day, BaseControl, "click") for day in ("Friday", "Saturday")]
            for one in tapped:
                await screen.session.dispatch_event(one._i, "click", None)
            await screen.settle()
            assert screen.shows("Fridays and Saturdays")


async def test_a_day_and_weekdays_are_never_both(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        async with home.screen(places.NEW_STEP) as screen:
            await screen.type("What do you want to do?", "Gå en sväng")
            await screen.click("Tomorrow")
            await screen.click("It comes again every week")
            await screen.click("Friday")
            await screen.click("Today")
            await screen.click("Plan it")
            (step,) = home.companion.view.plan().open_steps
            assert (step.day, step.repeats) == (TODAY, ())


async def test_the_half_planned_days_survive_leaving(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        async with home.screen(places.NEW_STEP) as screen:
            await screen.click("It comes again every week")
            await screen.click("Monday")
        async with home.screen(places.NEW_STEP) as screen:
            assert screen.shows("Mondays")


async def test_todays_card_marks_the_day_and_then_asks_for_nothing(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        home.tell(WALK)
        async with home.screen() as screen:
            assert screen.shows("For today")
            await screen.click("Done")
            assert [(m.state, m.day) for m in _walk(home).marks] == [(DONE, TODAY)]
            assert _walk(home).state == PLANNED
            assert screen.shows("Done for today.")
            assert screen.shows("It comes again on Wednesday.")
            assert "Done" not in screen.texts()
            assert "How did it go?" not in screen.texts()
            home.clock.pass_by(days=1)
            await screen.fire(screen.find("Undo", ft.TextButton), "click")
            assert _walk(home).mark is None
        async with home.screen() as screen:
            assert screen.shows("For tomorrow")
            home.clock.pass_by(days=1)
        async with home.screen() as screen:
            assert screen.shows("For today")
            assert "Done" in screen.texts()


async def test_not_now_passes_over_the_day_and_costs_nothing(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        home.tell(WALK)
        async with home.screen() as screen:
            await screen.click("How did it go?")
            await screen.click("Not now")
            assert [(m.state, m.day) for m in _walk(home).marks] == [(NOT_NOW, TODAY)]
            assert screen.shows("That is fine. It comes again on Wednesday.")
            assert screen.shows("Not today, and that is fine.")
        home.clock.pass_by(days=1)
        async with home.screen() as screen:  # what lies ahead can be passed over too
            await screen.click("How did it go?")
            await screen.click("Not now")
            assert _walk(home).marks[-1].day == WEDNESDAY
            assert _walk(home).next_day(TODAY + timedelta(days=1)) == TODAY + timedelta(days=7)


async def test_let_it_rest_rests_the_whole_and_it_is_taken_up_again(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        home.tell(WALK)
        async with home.screen() as screen:
            await screen.click("How did it go?")
            await screen.click("Let it rest")
            assert _walk(home).state == NOT_NOW
            assert screen.shows("It rests until you want it.")
            assert screen.shows("What could be a small step for you?")
            await screen.go(places.RESTING)
            await screen.click("Gå en sväng")
            await screen.click("Take it up again")
            assert _walk(home).state == PLANNED
            assert screen.shows("It is on your path again.")


async def test_a_trembling_not_now_is_taken_up_in_one_tap(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        home.tell(WALK)
        home.tell(StepSetAside(step_id="walk"))
        home.tell(StepSetAside(step_id="walk"))
        async with home.screen(f"{places.STEP}/walk") as screen:
            await screen.click("Take it up again")
            assert _walk(home).state == PLANNED


async def test_changed_afterwards_and_brought_back(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        home.tell(WALK)
        async with home.screen(f"{places.STEP}/walk") as screen:
            await screen.click("Change when")
            await screen.click("Save")
            assert not home.waiting()  # nothing was changed, and nothing is written down
            await screen.click("Change when")
            await screen.click("Tomorrow")
            await screen.click("Save")
            assert (_walk(home).day, _walk(home).repeats) == (TODAY + timedelta(days=1), ())
            assert screen.shows("It has another time now.")
            await screen.fire(screen.find("Undo", ft.TextButton), "click")
            assert _walk(home).repeats == (1, 3)
            await screen.click("Use this again")
            assert _walk(home).day == TODAY + timedelta(days=1)


async def test_each_marked_day_is_taken_back_by_itself(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        home.tell(WALK)
        home.tell(StepDone(step_id="walk", day=TODAY - timedelta(days=5)))
        home.tell(StepDone(step_id="walk", day=TODAY, note="Solen sken"))
        async with home.screen(f"{places.STEP}/walk") as screen:
            assert screen.texts().count("Take back") == 2
            assert screen.shows("Solen sken")
            await screen.click("Take back")
            left = [m.day for m in _walk(home).marks if not m.undone]
            assert len(left) == 1
            assert screen.shows("Taken back")


async def test_no_count_of_days_in_a_row_anywhere(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        home.tell(StepPlanned(step_id="walk", words="Gå", repeats=(1, 2, 3, 4, 5, 6, 7)))
        for n in range(12):
            home.tell(StepDone(step_id="walk", day=TODAY - timedelta(days=n)))
        for route in ("/", places.PATH, f"{places.STEP}/walk", places.DONE):
            async with home.screen(route) as screen:
                assert not any("12" in said or "in a row" in said for said in screen.texts())
