"""Goals side by side, their milestones, rest and arrival; what rests and what is done."""

from pathlib import Path

import flet as ft

from mia_companion.domain.goals import ACTIVE, REACHED, RESTING, GoalReached, GoalRested
from mia_companion.domain.milestones import MilestoneReached, MilestoneSet
from mia_companion.domain.steps import DONE, StepPlanned
from mia_companion.ui import places
from tests.example_data import OWN_JOURNAL, goal, step
from tests.ui.home import Home, a_home

GOAL = f"{places.GOAL}/goal-1"


def _goal(home: Home) -> str:
    found = home.companion.view.plan().goal("goal-1")
    assert found is not None
    return found.state


async def test_several_goals_stand_side_by_side_with_their_steps_and_milestones(
    tmp_path: Path,
) -> None:
    with a_home(tmp_path) as home:
        home.tell(goal("goal-2", "Komma upp"))
        home.tell(StepPlanned(step_id="walk", words="Gå ut", goal_id="goal-2"))
        home.tell(MilestoneSet(milestone_id="m-1", goal_id="goal-1", words="Ringa själv"))
        home.tell(MilestoneSet(milestone_id="m-2", goal_id="goal-1", words="Gå dit"))
        home.tell(MilestoneReached(milestone_id="m-2"))
        async with home.screen(places.PATH) as screen:
            for said in ("Orka mer", "Komma upp", "Gå ut", "Ringa själv", "1 milestone reached"):
                assert screen.shows(said)
            assert not screen.shows("Gå dit")
            assert screen.texts().count("A step towards this") == 2


async def test_many_steps_of_a_goal_lead_to_the_goal(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        for n in range(8):
            home.tell(StepPlanned(step_id=f"s-{n}", words=f"Steg {n}", goal_id="goal-1"))
        async with home.screen(places.PATH) as screen:
            assert screen.shows("Steg 4")
            assert not screen.shows("Steg 5")
            await screen.click("3 more in the goal")
            assert screen.page.route == GOAL
            assert screen.shows("Steg 7")


async def test_a_goal_rests_with_its_steps_and_is_taken_up(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.tell(StepPlanned(step_id="walk", words="Runt sjön", goal_id="goal-1"))
        async with home.screen(GOAL) as screen:
            await screen.click("Let it rest")
            assert _goal(home) == RESTING
            assert screen.shows("It rests until you want it.")
            await screen.go(places.PATH)
            assert not screen.shows("Runt sjön")
            await screen.click("1 goal that rests or is reached")
            home.clock.pass_by(seconds=1)
            await screen.click("Orka mer")
            assert screen.shows("Rests")
            await screen.click("Take it up again")
            assert _goal(home) == ACTIVE
            await screen.fire(screen.find("Undo", ft.TextButton), "click")
            assert _goal(home) == RESTING


async def test_a_goal_is_reached_and_taken_back_from_its_history(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(GOAL) as screen:
            await screen.click("I have come here")
            assert _goal(home) == REACHED
            assert screen.shows("Look how far you walked.")
            home.clock.pass_by(seconds=1)
            await screen.click("Take back")
            assert _goal(home) == ACTIVE
            assert screen.shows("Taken back")


async def test_steps_left_when_a_goal_is_reached_are_not_lost(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.tell(StepPlanned(step_id="walk", words="Gå ut ändå", goal_id="goal-1"))
        home.tell(GoalReached(goal_id="goal-1"))
        async with home.screen(places.PATH) as screen:
            assert screen.shows("Gå ut ändå")


async def test_a_milestone_is_set_reworded_reached_and_taken_back(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(GOAL) as screen:
            await screen.click("Add a milestone")
            await screen.click("Save")
            assert screen.shows("Write something first.")
            await screen.type("Something you will notice on the way", "Ringa själv")
            await screen.click("Save")
            await screen.click("Ringa själv")
            await screen.click("Say it in other words")
            await screen.type("In other words", "Ringa utan Kim")
            await screen.click("Save")
            await screen.click("I have come here")
            (one,) = home.companion.view.plan().milestones_of("goal-1")
            assert (one.words, one.state) == ("Ringa utan Kim", "reached")
            assert screen.shows("You have come there. Well done.")
            home.clock.pass_by(seconds=1)
            await screen.click("Take back")
            assert home.companion.view.plan().milestones_of("goal-1")[0].state == "ahead"
            home.clock.pass_by(seconds=1)
            await screen.click("Use these words")
            assert home.companion.view.plan().milestones_of("goal-1")[0].words == "Ringa själv"
            await screen.go(GOAL)
            assert screen.shows("Milestone reached: Ringa själv")


async def test_a_milestone_half_written_is_there_when_one_comes_back(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(GOAL) as screen:
            await screen.click("Add a milestone")
            await screen.type("Something you will notice on the way", "Ringa")
            await screen.click("Not now")
            assert not screen.controls(ft.TextField)
        async with home.screen(GOAL) as screen:
            field = screen.find("Something you will notice on the way", ft.TextField)
            assert field.value == "Ringa"


async def test_a_milestone_of_a_private_goal_is_private(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.tell(goal("own", "Hemligt"), private=True)
        async with home.screen(f"{places.GOAL}/own") as screen:
            await screen.click("Add a milestone")
            await screen.type("Something you will notice on the way", "Säga det")
            await screen.click("Save")
            assert home.waiting() == [(OWN_JOURNAL, "MilestoneSet")]
            await screen.click("Säga det")
            assert screen.shows("Only you can see this")


async def test_what_is_not_here_any_more_says_so_kindly(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        for route, said in (
            (f"{places.GOAL}/x", "This goal is not here any more."),
            (f"{places.MILESTONE}/x", "This milestone is not here any more."),
            (f"{places.STEP}/x", "This step is not here any more."),
        ):
            async with home.screen(route) as screen:
                assert screen.shows(said)
                await screen.click("To my path")
                assert screen.page.route == places.PATH


async def test_what_rests_and_what_is_done_are_kind_while_empty(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        async with home.screen(places.RESTING) as screen:
            assert screen.shows("Nothing rests here just now.")
        async with home.screen(places.DONE) as screen:
            assert screen.shows("Nothing is too small.")
        async with home.screen(places.PATH) as screen:
            assert screen.shows("Your path begins where you are")


async def test_what_rests_holds_steps_and_goals(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.tell(goal("goal-2", "Komma upp"))
        home.tell(GoalRested(goal_id="goal-2"))
        home.tell(step("later", "Ringa senare"))
        home.do.path.mark_step("later", "not_now")
        async with home.screen(places.RESTING) as screen:
            assert screen.shows("Komma upp")
            await screen.click("Ringa senare")
            await screen.click("Take it up again")
            assert home.companion.view.plan().step("later").state == "planned"  # type: ignore[union-attr]


async def test_done_is_on_the_list_with_when(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.do.path.mark_step("step-1", DONE)
        async with home.screen(places.DONE) as screen:
            assert screen.shows("Gå ut en stund")
            assert screen.shows("Done, now")


async def test_the_name_of_a_goal_opens_it_for_a_finger(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.PATH) as screen:
            name = screen.find("Orka mer", ft.GestureDetector, "tap")
            await screen.fire(name, "tap")
            assert screen.page.route == f"{places.GOAL}/goal-1"
