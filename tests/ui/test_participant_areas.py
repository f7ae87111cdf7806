"""How parts of life are, over time, with a coordinator's view beside: in words, and as a picture."""

from pathlib import Path
from typing import Any

import flet as ft
import pytest

from mia_companion.domain.areas import AREAS
from mia_companion.domain.facts import Fact
from mia_companion.domain.ratings import AreasRated
from mia_companion.i18n.words import words_for
from mia_companion.ui import places
from tests.example_data import COORDINATOR
from tests.ui.home import Home, a_home
from tests.ui.recording import Screen


def rated(n: int, **levels: int) -> Fact:
    return AreasRated(rating_id=f"r-{n}", levels=levels, words=f"ord {n}")


def _both(home: Home) -> None:
    """Twice by both; the last time they see it differently."""
    home.tell(rated(1, everyday=2, health=3))
    home.clock.pass_by(days=1)
    home.tell(rated(2, everyday=2), by=COORDINATOR)
    home.clock.pass_by(days=29)
    home.tell(rated(3, everyday=4))
    home.clock.pass_by(days=1)
    home.tell(rated(4, everyday=3, health=3), by=COORDINATOR)


async def test_both_views_what_was_before_and_the_difference_in_words(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        _both(home)
        async with home.screen(places.AREAS) as screen:
            for said in (
                "You, yesterday: Rather good",
                "On Monday, 2 March it was hard.",
                "Karin Berg, today: In between",
                "You see this differently; it can be good to talk about.",
                "You see this alike.",
            ):
                assert screen.shows(said), said
            await screen.click("Everyday life")
            assert screen.page.route == f"{places.AREAS}/everyday"
            await screen.click("Write about it")
            assert screen.page.route == places.MESSAGES


async def test_one_area_over_time_as_a_picture_and_in_words(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        _both(home)
        async with home.screen(f"{places.AREAS}/everyday") as screen:
            (picture,) = [s for s in screen.controls(ft.Semantics) if s.image]
            assert picture.exclude_semantics
            assert picture.label == (
                "A picture over time. You, Monday, 2 March: Hard. Karin Berg, Tuesday, 3 March: Hard."
                " You, yesterday: Rather good. Karin Berg, today: In between"
            )
            own, theirs = _lines(screen)
            assert [(p.x, p.y) for p in theirs.points] == [(1, 2), (3, 3)]
            assert [(p.x, p.y) for p in own.points] == [(0, 2), (2, 4)]
            assert theirs.dash_pattern  # told apart also without colour
            assert not own.dash_pattern
            for said in ("ord 1", "ord 3", "ord 4"):
                assert screen.shows(said)


async def test_time_runs_as_the_language_is_read(tmp_path: Path) -> None:
    with a_home(tmp_path, "ar") as home:
        _both(home)
        async with home.screen(f"{places.AREAS}/everyday") as screen:
            own, theirs = _lines(screen)
            assert [(p.x, p.y) for p in theirs.points] == [(0, 3), (2, 2)]
            assert [(p.x, p.y) for p in own.points] == [(1, 4), (3, 2)]


def _lines(screen: Screen) -> tuple[Any, Any]:
    import flet_charts  # type: ignore[import-untyped]  # noqa: PLC0415

    chart = screen.controls(flet_charts.LineChart)[0]
    return chart.data_series[1], chart.data_series[0]


async def test_what_was_said_once_has_no_picture(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.tell(rated(1, everyday=2))
        async with home.screen(f"{places.AREAS}/everyday") as screen:
            assert screen.shows("You, today: Hard")
            assert not [s for s in screen.controls(ft.Semantics) if s.image]


async def test_a_coordinators_view_alone_and_an_area_of_which_nothing_is_said(
    tmp_path: Path,
) -> None:
    with a_home(tmp_path) as home:
        home.tell(rated(1, finances=2), by=COORDINATOR)
        async with home.screen(places.AREAS) as screen:
            assert screen.shows("Karin Berg, today: Hard")
            assert not screen.shows("You see this")
        async with home.screen(f"{places.AREAS}/care") as screen:
            assert screen.shows("Nothing has been said of this yet.")
            await screen.click("To all parts of life")
            assert screen.page.route == places.AREAS


@pytest.mark.parametrize("language", ["sv", "ar"])
async def test_every_area_and_level_has_its_name(tmp_path: Path, language: str) -> None:
    words = words_for(language)
    with a_home(tmp_path, language) as home:
        home.tell(
            AreasRated(rating_id="all", levels=dict(zip(AREAS, (1, 2, 3, 4, 5, 1, 2), strict=True)))
        )
        async with home.screen(places.AREAS) as screen:
            for level in ("Very hard just now", "Hard", "In between", "Rather good", "Good"):
                assert screen.shows(words.t(level))
