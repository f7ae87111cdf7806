"""A day with little energy: one thing, two buttons, and a way back to everything."""

from datetime import timedelta
from pathlib import Path

import flet as ft

from mia_companion.domain.steps import DONE
from mia_companion.ui import places
from tests.ui.home import Drawn, a_home

BUTTONS = (ft.FilledButton, ft.OutlinedButton)


def _buttons(screen: Drawn) -> int:
    return sum(len(screen.controls(kind)) for kind in BUTTONS)


async def test_one_thing_and_two_buttons_at_a_time(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.do.choices.one_thing(True)
        async with home.screen() as screen:
            shown = []
            for words in ("Hur går det?", "Läkarbesök", "Gå ut en stund", "That is enough for now"):
                assert screen.shows(words)
                shown.append(_buttons(screen))
                if words != "That is enough for now":
                    home.clock.now += timedelta(seconds=1)
                    await screen.click("Something else")
            assert shown == [2, 2, 2, 2]
            assert not screen.controls(ft.NavigationBar)
            assert screen.shows("Help now")
            await screen.click("Show me again")
            assert screen.shows("Hur går det?")


async def test_done_there_is_done_and_can_be_undone(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.do.choices.one_thing(True)
        home.do.messages.mark_read()
        async with home.screen() as screen:
            await screen.click("Something else")
            home.clock.now += timedelta(seconds=1)
            await screen.click("Done")
            plan = home.companion.view.plan()
            assert plan.step("step-1").state == DONE  # type: ignore[union-attr]
            assert screen.shows("Undo")


async def test_a_yes_to_an_appointment_is_said_and_can_be_undone(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.do.choices.one_thing(True)
        home.do.messages.mark_read()
        async with home.screen() as screen:
            await screen.click("I will come")
            await screen.click("More about it")  # the second half of a double tap opens nothing
            assert screen.page.route == places.TODAY
            assert screen.shows("You have said that you will come.")
            await screen.click("Undo")
            assert screen.shows("I will come")


async def test_into_it_and_out_of_it_by_one_tap_and_kept(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen() as screen:
            await screen.click("Show one thing at a time")
            assert not screen.controls(ft.NavigationBar)
        async with home.screen() as screen:
            assert not screen.controls(ft.NavigationBar)
            await screen.click("Show everything")
            assert screen.controls(ft.NavigationBar)


async def test_nothing_at_all_is_fine(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        home.do.choices.one_thing(True)
        async with home.screen() as screen:
            assert screen.shows("Resting counts, too.")
            await screen.click("I did something good")
            assert screen.page.route == places.RECORD_GOOD
