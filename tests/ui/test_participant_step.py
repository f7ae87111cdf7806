"""A step on its own screen: a word with the answer, and memories that are kept and brought back."""

from pathlib import Path

import flet as ft

from mia_companion.domain.steps import TRIED
from mia_companion.ui import places
from tests.example_data import JOURNAL
from tests.ui.home import a_home


async def test_a_word_goes_with_whichever_answer_is_tapped(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(f"{places.STEP}/step-1") as screen:
            await screen.click("Write a word with it")
            await screen.type("A word about how it went", "Solen sken")
        async with home.screen(f"{places.STEP}/step-1") as screen:
            await screen.click("I tried")
            mark = home.companion.view.plan().step("step-1").mark  # type: ignore[union-attr]
            assert mark is not None
            assert (mark.state, mark.note) == (TRIED, "Solen sken")
            assert not screen.shows("A word about how it went")
            assert screen.shows("Memories")
            assert "Solen sken" in screen.texts()
            assert home.do.drafts.read("how:step-1") == ""


async def test_a_word_that_is_too_long_stays_and_nothing_is_marked(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(f"{places.STEP}/step-1") as screen:
            await screen.click("Write a word with it")
            await screen.type("A word about how it went", "å" * 10_001)
            await screen.click("Done")
            assert not home.waiting()
            assert screen.shows("Your words are still in the box.")
            assert len(screen.find("A word about how it went", ft.TextField).value or "") == 10_001


async def test_a_memory_is_kept_taken_back_and_used_again(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(f"{places.STEP}/step-1") as screen:
            await screen.click("Keep a memory of it")
            await screen.click("Keep it")
            assert screen.shows("Write something first.")
            home.clock.pass_by(seconds=1)
            await screen.type("What do you want to remember?", "Det luktade kaffe")
            await screen.click("Keep it")
            assert home.waiting() == [(JOURNAL, "StepRemembered")]
            assert "Det luktade kaffe" in screen.texts()
            await screen.click("Take back")
            assert "Det luktade kaffe" not in screen.texts()
            assert screen.shows("Remembered: Det luktade kaffe")
            home.clock.pass_by(seconds=1)
            await screen.click("Use this again")
            assert "Det luktade kaffe" in screen.texts()
