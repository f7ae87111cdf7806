"""Nothing half filled in is lost, nothing is cut off, and a finger that trembles makes one thing."""

from datetime import date, timedelta
from pathlib import Path

import flet as ft

from mia_companion.domain.steps import DONE, PLANNED
from mia_companion.ui import places
from tests.example_data import TODAY, step
from tests.ui.home import a_home


async def test_every_field_of_a_form_is_there_when_one_comes_back(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.NEW_STEP) as screen:
            await screen.type("What do you want to do?", "Öppna brevet")
            await screen.click("Tomorrow")
            await screen.click("Only you")
        async with home.screen(places.NEW_STEP) as screen:
            await screen.click("Plan it")
        planned = next(s for s in home.companion.view.plan().steps if s.words == "Öppna brevet")
        assert planned.day == TODAY + timedelta(days=1)
        assert home.companion.view.plan().is_private(planned.id)
        async with home.screen(places.NEW_STEP) as screen:
            assert not screen.find("What do you want to do?", ft.TextField).value


async def test_a_tap_that_is_repeated_plans_one_step(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.NEW_STEP) as screen:
            await screen.type("What do you want to do?", "Öppna brevet")
            button = screen.find("Plan it", ft.FilledButton)
            tapped = button.on_click
            await tapped(None)  # type: ignore[misc,call-arg,arg-type]
            await tapped(None)  # type: ignore[misc,call-arg,arg-type]
            await screen.settle()
        assert len(home.waiting()) == 1


async def test_the_second_half_of_a_double_tap_does_not_mark_the_next_step(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.tell(step("step-2", "Nästa steg", date(2026, 3, 2)))
        async with home.screen() as screen:
            await screen.click("Done")
            assert screen.shows("Nästa steg")
            await screen.click("Done")
            plan = home.companion.view.plan()
            assert [plan.step(s).state for s in ("step-1", "step-2")] == [DONE, PLANNED]  # type: ignore[union-attr]
            home.clock.now += timedelta(seconds=1)
            await screen.click("Done")
            assert home.companion.view.plan().step("step-2").state == DONE  # type: ignore[union-attr]


async def test_a_goal_of_ten_thousand_characters_is_told_and_kept(tmp_path: Path) -> None:
    novel = "Ord. " * 2_000
    with a_home(tmp_path) as home:
        async with home.screen(places.NEW_GOAL) as screen:
            await screen.type("What do you want?", novel)
            assert screen.shows("999 characters too long to save.")
            await screen.click("Set the goal")
            assert not home.waiting()
            assert screen.find("What do you want?", ft.TextField).value == novel
        async with home.screen(places.NEW_GOAL) as screen:
            assert screen.find("What do you want?", ft.TextField).value == novel
