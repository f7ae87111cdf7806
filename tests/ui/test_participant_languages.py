"""Every screen of the participant's is drawn, in every language, with something in it and without."""

from pathlib import Path

import flet as ft
import pytest

from mia_companion.i18n.languages import LANGUAGES
from mia_companion.i18n.words import words_for
from mia_companion.ui import places
from tests.ui.home import a_home

TITLES = {
    places.TODAY: "Today",
    places.PATH: "My path",
    places.APPOINTMENTS: "Appointments",
    places.MESSAGES: "Messages",
    places.ME: "Me",
    places.NEW_STEP: "A small step",
    places.NEW_GOAL: "A goal of your own",
    places.RECORD_GOOD: "What did you do?",
    places.NEW_APPOINTMENT: "Add an appointment",
    places.WAITING: "What waits to be sent",
    places.DEVICES: "Your devices",
    places.ABOUT: "About MIA",
    places.LEAVE: "Leave this device",
    places.HELP: "Help now",
    places.LANGUAGE: "Language",
}
ITEMS = (
    f"{places.STEP}/step-1",
    f"{places.STEP}/step-own",
    f"{places.GOAL}/goal-1",
    f"{places.APPOINTMENT}/appointment-1",
    f"{places.STEP}/nothing",
    f"{places.GOAL}/nothing",
    f"{places.APPOINTMENT}/nothing",
)
TAGS = [one.tag for one in LANGUAGES]


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("lived_in", [True, False])
async def test_every_place_has_its_heading(tmp_path: Path, tag: str, lived_in: bool) -> None:
    with a_home(tmp_path, tag, lived_in=lived_in) as home:
        async with home.screen() as screen:
            for route, title in TITLES.items():
                await screen.go(route)
                first = [s for s in screen.controls(ft.Semantics) if s.heading_level == 1]
                assert len(first) == 1, route
                assert first[0].content.value == words_for(tag).t(title)  # type: ignore[union-attr]


@pytest.mark.parametrize("tag", TAGS)
async def test_every_item_has_a_screen(tmp_path: Path, tag: str) -> None:
    with a_home(tmp_path, tag) as home:
        async with home.screen() as screen:
            for route in ITEMS:
                await screen.go(route)
                assert [s for s in screen.controls(ft.Semantics) if s.heading_level == 1], route


async def test_every_icon_that_is_a_button_has_a_name(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen() as screen:
            for route in (*TITLES, *ITEMS):
                await screen.go(route)
                for button in screen.controls(ft.IconButton):
                    assert isinstance(button.icon, ft.Icon)
                    assert button.icon.semantics_label, route
