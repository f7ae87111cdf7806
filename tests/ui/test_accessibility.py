"""How accessible it is, told in the app: before signing in, to participants and to staff."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import flet as ft
import pytest

from mia_companion.device.statement.told import LANGUAGES, statement
from mia_companion.i18n.words import words_for
from mia_companion.ui import places
from mia_companion.ui.statement import short
from mia_companion.ui.statement.main_points import MAIN_POINTS, STATUS
from tests.ui.home import a_home


async def test_it_is_reached_before_signing_in(tmp_path: Path) -> None:
    with a_home(tmp_path, signed_in=False) as home:
        for place in (places.TODAY, places.SIGN_IN):
            async with home.screen(place) as screen:
                await screen.click("Accessibility")
                assert screen.shows(STATUS[statement().status])
                assert not screen.shows("To the messages")


async def test_a_participant_is_told_what_falls_short_and_whom_to_tell(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.ABOUT, web=True) as screen:
            screen.state.address = "https://mia.example"
            await screen.click("Accessibility")
            for words in MAIN_POINTS.values():
                assert screen.shows(words)
            for host in ("mia.example", "www.digg.se"):
                assert screen.shows(f"Opens {host} in a new tab.")
            urls = [
                str(one.action.url)
                for one in screen.controls(ft.OutlinedButton)
                if isinstance(one.action, ft.OpenUrl)
            ]
            assert urls == ["https://mia.example/accessibility", short.DIGG]
            await screen.click("To the messages")
            assert screen.shows("Messages")


@pytest.mark.parametrize("tag", LANGUAGES)
async def test_all_of_it_stands_there_with_its_headings(tmp_path: Path, tag: str) -> None:
    with a_home(tmp_path, "ar") as home:
        async with home.screen(f"{places.ACCESSIBILITY}/{tag}") as screen:
            levels = [s.heading_level for s in screen.controls(ft.Semantics) if s.heading_level]
            wanted = [int(one.kind[1]) for one in statement().long[tag] if one.kind[0] == "h"]
            assert levels == wanted
            assert not screen.shows("{authority}")


@pytest.mark.parametrize("tag", ["sv", "ar"])
async def test_the_day_of_the_tests_is_told(
    tmp_path: Path, tag: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    tested = replace(statement(), tested=date(2026, 12, 1), screens=123)
    monkeypatch.setattr(short, "statement", lambda: tested)
    with a_home(tmp_path, tag) as home:
        async with home.screen(places.ACCESSIBILITY) as screen:
            assert screen.shows("123")
            assert not screen.shows(words_for(tag).t("The screens have not been tested yet."))
