"""Text size, colours and reading aloud: chosen, seen at once, and kept."""

from pathlib import Path

import flet as ft

from mia_companion.app.choices import Choices
from mia_companion.ui import places
from mia_companion.ui.components.aloud import READ
from mia_companion.ui.theme import light
from tests.ui.home import a_home


async def test_text_size_is_kept(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.LOOKS) as screen:
            await screen.click("Twice as large")
        assert home.companion.view.choices.scale == 2
        home.companion.reload()
        assert home.companion.view.choices.scale == 2


def test_every_size_of_the_theme_grows() -> None:
    once, twice = light().text_theme, light(scale=2).text_theme
    assert once is not None
    assert twice is not None
    for name in ("body_small", "body_medium", "body_large", "label_large"):
        assert getattr(twice, name).size == 2 * getattr(once, name).size
    for name in ("title_large", "headline_medium"):  # as much larger than the text as ever
        assert getattr(twice, name).size - getattr(once, name).size == once.body_medium.size  # type: ignore[union-attr]


async def test_text_twice_as_large_leaves_room_for_the_newest_message(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.MESSAGES) as screen:
            assert not screen.shows("When does an answer come?")
            home.do.choices.text_size("2")
            await screen.settle()
            assert screen.shows("When does an answer come?")


def test_what_another_version_kept_is_as_it_begins() -> None:
    kept = {"text_size": "enormous", "theme": "dark"}
    choices = Choices.read(lambda name: kept.get(name, ""))
    assert choices.scale == 1
    assert choices.theme == "dark"


async def test_reading_aloud_is_offered_where_the_platform_can(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.do.choices.read_aloud(True)
        async with home.screen() as screen:
            assert not screen.shows("Read aloud, or stop")
        async with home.screen(places.LOOKS) as screen:
            assert screen.shows("Your phone can read every app aloud")
        async with home.screen(web=True) as screen:
            assert not screen.shows("Read aloud, or stop")  # no voice for the language
            screen.state.voices = frozenset({"ar", "ti"})
            assert not screen.shows("Read aloud, or stop")
            await screen.go(places.LOOKS)
            assert screen.shows("This browser has no voice for your language.")
        async with home.screen(web=True) as screen:
            screen.state.voices = frozenset({"en"})
            await screen.settle()
            opened: list[str] = []
            screen.sent.answers["launch_url"] = lambda args: opened.append(str(args["url"]))
            await screen.fire(screen.find("Read aloud, or stop", ft.IconButton), "click")
            assert READ in opened[0]
