"""The paper is made without a network, holds what was chosen, and has a name that tells nothing."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import flet as ft
import pytest

from mia_companion.paper import pdf
from mia_companion.ui import places
from tests.paper.reading import Paper
from tests.ui.home import Drawn, Home, a_home


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    with a_home(tmp_path) as made:
        yield made


class Papers(Drawn):
    """The screen, and every file that it handed over."""

    def __init__(self, home: Home, *, web: bool = True, place: str | None = None) -> None:
        super().__init__(home, places.PAPER, 360)
        self._web = web
        self._place = place
        self.files: list[dict[str, Any]] = []

    def _hold(self, page: ft.Page) -> None:
        super()._hold(page)
        page.web = self._web
        page.platform = ft.PagePlatform.ANDROID
        self.sent.answers["save_file"] = self._saved

    def _saved(self, asked: dict[str, Any]) -> str | None:
        self.files.append(asked)
        return self._place

    async def make(self) -> None:
        await self.click("Make the paper")

    @property
    def paper(self) -> Paper:
        return Paper(self.files[-1]["src_bytes"])


async def test_a_browser_is_given_the_plan_under_a_name_that_tells_nothing(home: Home) -> None:
    async with Papers(home) as screen:
        await screen.make()
        assert [one["file_name"] for one in screen.files] == ["plan-2026-03-02.pdf"]
        assert screen.shows("Look among your downloads for plan-2026-03-02.pdf.")
        text = screen.paper.text
        for words in ("Läkarbesök", "Orka mer", "Gå ut en stund", "112", "Jouren Väster"):
            assert words in text
        assert "Amina" not in text
        assert not home.waiting()


async def test_what_is_only_mine_is_on_it_only_when_chosen_and_not_by_habit(home: Home) -> None:
    async with Papers(home) as screen:
        await screen.make()
        assert "Det jag inte sagt" not in screen.paper.text
        await screen.click("With what is only mine")
        await screen.make()
        assert "Det jag inte sagt" in screen.paper.text
    async with Papers(home) as screen:
        await screen.make()
        assert "Det jag inte sagt" not in screen.paper.text


async def test_it_says_that_a_paper_can_be_read_by_others(home: Home) -> None:
    async with Papers(home) as screen:
        assert screen.shows("A paper can be read by anyone who finds it.")


async def test_a_part_is_left_out_and_nothing_at_all_is_no_paper(home: Home) -> None:
    async with Papers(home) as screen:
        await screen.click("My next appointments")
        await screen.make()
        assert "Läkarbesök" not in screen.paper.text
        for part in ("My goals and steps", "People around me"):
            await screen.click(part)
        ticks = [one for one in screen.controls(ft.Semantics) if one.checked is not None]
        assert [one.checked for one in ticks] == [False, False, False, True, False]
        row = next(one for one in screen.controls(ft.Container) if one is ticks[3].content)
        await screen.fire(row, "click")
        await screen.make()
        assert len(screen.files) == 1
        assert screen.shows("Choose something to put on the paper first.")


async def test_in_arabic_it_is_an_arabic_paper(tmp_path: Path) -> None:
    with a_home(tmp_path, "ar") as home:
        async with Papers(home) as screen:
            await screen.click("إعداد الورقة")
            assert "/Lang (ar)" in screen.paper.catalog
            assert "خطتي" in screen.paper.text


@pytest.mark.parametrize("place", ["/storage/plan.pdf", None])
async def test_a_phone_says_that_it_is_saved_and_nothing_when_one_changed_ones_mind(
    home: Home, place: str | None
) -> None:
    async with Papers(home, web=False, place=place) as screen:
        await screen.make()
        assert len(screen.files) == 1
        assert screen.shows("The paper is saved.") is (place is not None)
        assert not screen.shows("could not")


async def test_a_paper_that_cannot_be_made_costs_nothing(
    home: Home, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> bytes:
        raise RecursionError("Gå ut en stund")

    monkeypatch.setattr(pdf, "made", broken)
    async with Papers(home) as screen:
        await screen.make()
        assert screen.shows("The paper could not be made. Your plan is safe.")
        assert not screen.files
        assert "Gå ut" not in caplog.text
        monkeypatch.undo()
        await screen.make()
        assert screen.files


async def test_a_device_that_cannot_save_it_says_so(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refused(*_: object, **__: object) -> str | None:
        raise RuntimeError("no room")

    monkeypatch.setattr(ft.FilePicker, "save_file", refused)
    async with Papers(home) as screen:
        await screen.make()
        assert screen.shows("The paper could not be saved on this device.")


async def test_it_is_made_beside_the_screens_which_go_on(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def beside(*_: object) -> bytes:
        begun.set()
        await go_on.wait()
        return b"%PDF"

    monkeypatch.setattr(asyncio, "to_thread", beside)
    async with Papers(home) as screen:
        making = asyncio.create_task(screen.make())
        await begun.wait()
        await screen.settle()
        assert screen.shows("Making the paper …")
        await screen.click("Make the paper")  # again, impatiently
        go_on.set()
        await making
        assert len(screen.files) == 1
