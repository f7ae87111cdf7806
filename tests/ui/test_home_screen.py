"""On the home screen: offered in a browser, under Me, and nowhere by itself."""

from pathlib import Path

import flet as ft
import pytest

from mia_companion.device.browser.home import ASKS, IS_THERE, home_in
from mia_companion.ui import places
from mia_companion.ui.participant.me.home_screen import ASK, NAME
from tests.ui.home import a_home

PUT = "Put it there"


async def test_a_line_under_me_for_whom_it_means_something(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.ME) as screen:
            assert not screen.shows(NAME)
        async with home.screen(places.ME, web=True) as screen:
            assert screen.shows(NAME)
        async with home.screen(places.TODAY, web=True) as screen:
            screen.state.home = IS_THERE
            assert not screen.shows(NAME)
            await screen.go(places.ME)
            assert not screen.shows(NAME)


async def test_the_browser_asks_where_it_can_and_words_say_it_everywhere(tmp_path: Path) -> None:
    menu = "In the browser's menu it is called Install app, or Add to home screen."
    with a_home(tmp_path) as home:
        async with home.screen(places.HOME_SCREEN, web=True) as screen:
            assert screen.shows(menu)
            assert not screen.shows(PUT)
            await screen.go(places.TODAY)
            screen.state.home = ASKS
            await screen.go(places.HOME_SCREEN)
            assert screen.shows(menu)
            opened: list[str] = []
            screen.sent.answers["launch_url"] = lambda args: opened.append(str(args["url"]))
            await screen.fire(screen.find(PUT, ft.FilledButton), "click")
            assert ASK in opened[0]


async def test_an_iphone_has_ways_of_its_own(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.TODAY, web=True) as screen:
            screen.page.platform = ft.PagePlatform.IOS
            await screen.go(places.HOME_SCREEN)
            assert screen.shows("Choose Add to Home Screen, and then Add.")
            assert screen.shows("It may ask for a new code there.")
            assert not screen.shows("In the browser's menu")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (b"voices=sv&home=asks", ASKS),
        (b"home=there", IS_THERE),
        (b"", ""),
        (b"home=", ""),
        (b"home=elsewhere", ""),
        ("home=å".encode(), ""),
        (b"&".join([b"a=1"] * 50), ""),
    ],
)
def test_what_a_page_says_of_it_is_read_with_care(query: bytes, said: str) -> None:
    assert home_in(query) == said
