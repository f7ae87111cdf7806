"""An app that has to be updated says so kindly, and goes on being of use."""

from pathlib import Path

import flet as ft

from mia_companion.ui import places
from mia_companion.wire import problems
from tests.example_data import JOURNAL
from tests.ui.home import a_home
from tests.ui.office import an_office
from tests.ui.standing import walk, words

SAYS = (
    "MIA needs to be updated",
    "Everything is safe on this device.",
    "choose Update",
)


async def test_it_says_that_all_is_safe_and_what_to_do_and_everything_goes_on(
    tmp_path: Path,
) -> None:
    with a_home(tmp_path) as home:
        async with home.screen() as screen:
            home.companion.failed(problems.APP_TOO_OLD)
            await screen.settle()
            for each in (*SAYS, "Gå ut en stund", "Hur går det?"):
                assert screen.shows(each), each
            assert not screen.shows("waits to be sent")
            await screen.click("Done")
            assert home.waiting() == [(JOURNAL, "StepDone")]
            assert screen.shows("1 thing waits to be sent")
            home.companion.syncing()  # tried again by itself: it does not flicker
            await screen.settle()
            assert screen.shows(SAYS[0])
            home.companion.synced()
            await screen.settle()
            assert not screen.shows(SAYS[0])


async def test_help_is_as_near_as_ever(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.companion.failed(problems.APP_TOO_OLD)
        async with home.screen(places.HELP) as screen:
            assert screen.shows("112")
            assert screen.shows("Jouren Väster")


async def test_it_is_read_aloud_when_it_comes(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.companion.failed(problems.APP_TOO_OLD)
        async with home.screen() as screen:
            [said] = [
                one
                for one in screen.controls(ft.Semantics)
                if one.live_region
                and any(SAYS[0] in said for part in walk(one) for said in words(part))
            ]
            assert said.container


async def test_staff_are_told_the_same(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        async with office.screen() as screen:
            office.companion.failed(problems.APP_TOO_OLD)
            await screen.settle()
            assert screen.shows(SAYS[0])
