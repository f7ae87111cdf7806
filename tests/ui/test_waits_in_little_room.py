"""Where there is little room for large text, what waits is one way on among the messages, not a strip that
leaves nothing to read them in."""

from pathlib import Path

import flet as ft
import pytest

from mia_companion.ui import places
from mia_companion.ui.components import texts
from mia_companion.wire import problems
from tests.ui.home import Drawn, a_home
from tests.ui.standing import walk, words

_WHY = "The server is resting. It is kept here and sent later."
_THREADS = [places.MESSAGES, f"{places.THREAD}/step:step-1"]


async def _large(screen: Drawn) -> None:
    screen.state.text_scale = 2
    await screen.settle(400)  # drawn, then said


def _in_the_list(screen: Drawn, said: str) -> bool:
    """What scrolls along with the messages, or with the words that stand in their place."""
    columns = [one for one in screen.controls(ft.Column) if one.scroll]
    scrolled: list[ft.Control] = [*screen.controls(ft.ListView), *columns]
    return any(said in words(part) for one in scrolled for part in walk(one))


@pytest.mark.parametrize("route", _THREADS)
async def test_one_way_on_scrolls_with_the_messages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, route: str
) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(route) as screen:
            home.companion.failed(problems.UNAVAILABLE)
            await screen.settle()
            assert screen.shows(_WHY)
            assert not screen.shows("What waits to be sent")

            heard: list[bool] = []

            async def hear(_: float) -> None:
                heard.append(screen.shows(_WHY))

            monkeypatch.setattr(texts, "pause", hear)
            await _large(screen)
            assert heard  # who hears is told all of it
            assert all(heard)
            assert not screen.shows(_WHY)
            way = "1 thing waits to be sent" if home.waiting() else "What waits to be sent"
            assert _in_the_list(screen, way)
            await screen.click(way)
            assert screen.shows(_WHY)


async def test_an_app_that_is_too_old_is_named(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.companion.failed(problems.APP_TOO_OLD)
        async with home.screen(places.MESSAGES) as screen:
            await _large(screen)
            assert not screen.shows("choose Update")
            await screen.click("MIA needs to be updated")
            assert screen.shows("choose Update")


async def test_where_nothing_waits_nothing_is_said(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        async with home.screen(places.MESSAGES) as screen:
            await _large(screen)
            assert not home.waiting()
            assert not screen.shows("wait")
