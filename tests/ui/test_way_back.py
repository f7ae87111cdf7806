"""The way back is ours, in the person's own language: Flutter's would be Swedish to who reads Somali."""

from pathlib import Path

import flet as ft
import pytest

from mia_companion.i18n.words import words_for
from mia_companion.ui import places
from tests.ui.home import Drawn, a_home
from tests.ui.test_participant_languages import ITEMS, TITLES

FIRST = {places.TODAY, places.PATH, places.APPOINTMENTS, places.MESSAGES, places.ME}


def way_back(screen: Drawn) -> str:
    """What the way back from the uppermost screen is called; nothing where there is none."""
    (view,) = screen.controls(ft.View)
    bar = getattr(view, "appbar", None)
    assert isinstance(bar, ft.AppBar)
    assert not bar.automatically_imply_leading
    said = getattr(bar.leading, "tooltip", "")
    return str(getattr(said, "message", said) or "")


@pytest.mark.parametrize("tag", ["so", "ckb"])
async def test_every_screen_that_lies_on_another_has_one_and_no_other(
    tmp_path: Path, tag: str
) -> None:
    words = words_for(tag)
    with a_home(tmp_path, tag) as home:
        async with home.screen() as screen:
            for route in (*TITLES, *ITEMS):
                await screen.go(route)
                found = way_back(screen)
                assert found in ([""] if route in FIRST else [words.t("Back"), words.t("Close")])


async def test_it_leads_to_the_screen_beneath(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(f"{places.STEP}/step-1") as screen:
            await screen.fire(screen.find("Back", ft.IconButton), "click")
            assert screen.page.route == places.PATH
            await screen.go(places.HELP)
            await screen.fire(screen.find("Close", ft.IconButton), "click")
            assert screen.page.route == places.PATH
