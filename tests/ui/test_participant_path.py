"""My path: goals, steps, who sees them, and their history."""

from pathlib import Path

import flet as ft

from mia_companion.domain.steps import PARTLY
from mia_companion.ui import places
from tests.example_data import JOURNAL, OWN_JOURNAL
from tests.ui.home import a_home


async def test_a_private_goal_goes_to_ones_own_journal(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.NEW_GOAL) as screen:
            await screen.type("What do you want?", "Våga bada")
            await screen.click("Only you")
            await screen.click("Set the goal")
            assert home.waiting() == [(OWN_JOURNAL, "GoalSet")]
            assert screen.page.route == places.PATH
            assert screen.shows("Våga bada")


async def test_shared_is_what_one_begins_with(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.NEW_STEP) as screen:
            await screen.type("What do you want to do?", "Öppna brevet")
            await screen.click("Tomorrow")
            await screen.click("Plan it")
            assert home.waiting() == [(JOURNAL, "StepPlanned")]


async def test_a_step_towards_a_goal_starts_from_the_goal(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.PATH) as screen:
            await screen.click("A step towards this")
            await screen.type("What do you want to do?", "Sova middag")
            await screen.click("Plan it")
            (planned,) = home.companion.view.plan().steps_of("goal-1")
            assert planned.words == "Sova middag"


async def test_nothing_written_is_said_beneath_the_field(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.NEW_STEP) as screen:
            await screen.click("Plan it")
            assert (
                screen.find("Write something first.", ft.TextField).error
                == "Write something first."
            )
            assert not home.waiting()


async def test_what_is_half_written_is_there_when_one_comes_back(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.NEW_GOAL) as screen:
            await screen.type("What do you want?", "Lära mig")
            await screen.go(places.TODAY)
        async with home.screen(places.NEW_GOAL) as screen:
            assert screen.find("What do you want?", ft.TextField).value == "Lära mig"


async def test_what_is_private_says_so(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.PATH) as screen:
            row = screen.find("Det jag inte sagt", ft.Container, "click")
            assert row in screen.controls(ft.Container)
            assert screen.shows("Only you")


async def test_a_step_is_marked_reworded_and_brought_back(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(f"{places.STEP}/step-1") as screen:
            await screen.click("A part of it")
            assert home.companion.view.plan().step("step-1").state == PARTLY  # type: ignore[union-attr]
            await screen.click("Say it in other words")
            await screen.type("In other words", "Gå runt huset")
            await screen.click("Save")
            assert screen.shows("In other words: Gå runt huset")
            await screen.click("Use these words")
            assert home.companion.view.plan().step("step-1").words == "Gå ut en stund"  # type: ignore[union-attr]
            home.clock.pass_by(seconds=1)  # a tap that trembles counts once
            await screen.click("Take back")
            assert screen.shows("Taken back")
            assert home.companion.view.plan().step("step-1").mark is None  # type: ignore[union-attr]
