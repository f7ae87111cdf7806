"""In a browser no screen is drawn in a script whose letters have not come."""

import asyncio
from collections.abc import Awaitable, Iterable
from gettext import NullTranslations
from pathlib import Path

import flet as ft
import pytest

from mia_companion.app.state import AppState
from mia_companion.i18n import catalogues, words
from mia_companion.i18n.languages import LANGUAGES
from mia_companion.i18n.words import words_for
from mia_companion.ui.lettering import fonts_for
from mia_companion.ui.start import Screens
from tests.ui.home import a_home
from tests.ui.recording import Screen


class Network:
    """Brings what is asked for when it is told to."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []
        self.came = asyncio.Event()

    def expect(self, files: Iterable[str]) -> Awaitable[object]:
        self.asked.append(list(files))
        self.came.clear()
        return self.came.wait()


@ft.component
def _nothing(state: AppState) -> ft.Control:
    return [ft.View(controls=[])]  # type: ignore[return-value]


def _web(page: ft.Page) -> None:
    page.web = True


async def test_a_screen_waits_for_its_letters_and_stays_until_others_have_come(
    tmp_path: Path,
) -> None:
    network = Network()
    with a_home(tmp_path, "sv") as home:
        state = AppState(home.companion.view, home.do, home.clock)
        async with Screen(_nothing, state, prepare=_web) as there:
            today = {tag: words_for(tag).c("place", "Today") for tag in ("sv", "ar")}
            screens = Screens(there.page, home.companion, expect=network.expect)  # type: ignore[arg-type]
            screens.show()
            await there.settle()
            assert not there.shows(today["sv"])
            network.came.set()
            await there.settle()
            assert there.shows(today["sv"])

            home.do.choices.language("ar")
            await there.settle()
            assert (there.shows(today["sv"]), there.page.rtl) == (True, False)
            assert set(network.asked[1]) == set(_fonts("ar")) - set(_fonts("sv"))
            home.do.choices.discreet(True)  # and what happens meanwhile is drawn with it
            network.came.set()
            await there.settle()
            assert (there.shows(today["ar"]), there.page.rtl) == (True, True)

            home.do.choices.language("sv")
            await there.settle()
            home.do.choices.language("ar")
            await there.settle()
            assert there.shows(today["ar"])
            assert len(network.asked) == 2
            screens.close()


async def test_where_nobody_says_what_has_come_nothing_waits(tmp_path: Path) -> None:
    with a_home(tmp_path, "sv") as home:
        state = AppState(home.companion.view, home.do, home.clock)
        async with Screen(_nothing, state) as there:
            screens = Screens(there.page, home.companion)
            screens.show()
            await there.settle()
            home.do.choices.language("ti")
            await there.settle()
            assert there.shows(words_for("ti").c("place", "Today"))
            assert there.page.fonts == fonts_for("ti", web=False)
            screens.close()


def _fonts(tag: str) -> Iterable[str]:
    return fonts_for(tag, web=True).values()


async def test_the_screen_of_languages_reads_one_catalogue_and_not_twelve(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[str] = []
    load = catalogues.load

    def note(tag: str) -> NullTranslations:
        loaded.append(tag)
        return load(tag)

    monkeypatch.setattr(catalogues, "load", note)
    with a_home(tmp_path, "", signed_in=False) as home:
        words._loaded.cache_clear()
        async with home.screen() as first:
            for one in LANGUAGES:
                assert first.shows(one.own_name)
        assert loaded == ["sv"]
