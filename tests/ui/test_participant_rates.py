"""Saying how parts of life are: one question at a time, any left out, for both to see or only for oneself."""

from pathlib import Path

import flet as ft

from mia_companion.ui import places
from tests.example_data import JOURNAL, OWN_JOURNAL
from tests.ui.home import Home, a_home
from tests.ui.recording import Screen


async def _answer(screen: Screen, home: Home, level: str) -> None:
    home.clock.pass_by(seconds=1)
    await screen.click(level)


async def test_area_by_area_any_left_out_and_a_word_at_the_end(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.AREAS) as screen:
            assert screen.shows("It is no test, and nothing is added up.")
            await screen.click("Say how it is now")
            assert screen.shows("1 of 7")
            assert screen.shows("Studies")
            await _answer(screen, home, "Hard")
            for _ in range(5):
                await _answer(screen, home, "Leave this out")
            assert screen.shows("7 of 7")
            await _answer(screen, home, "Good")
            assert screen.shows("5 areas were left out.")
            await screen.type("A word about it, if you want", "Bättre än i höstas")
            await screen.click("Save")
            assert home.waiting() == [(JOURNAL, "AreasRated")]
            (rating,) = home.companion.view.plan().shared.ratings.values()
            assert rating.levels == {"studies": 2, "confidence": 5}
            assert rating.words == "Bättre än i höstas"
            assert screen.page.route == places.AREAS
            assert screen.shows("You, today: Hard")
            await screen.fire(screen.find("Undo", ft.TextButton), "click")
            assert not screen.shows("You, today: Hard")


async def test_a_trembling_tap_answers_one_question(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.RATE) as screen:
            await screen.click("Hard")
            await screen.click("Hard")
            assert screen.shows("2 of 7")


async def test_one_goes_back_and_says_it_anew_and_leaves_it_out_after_all(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.RATE) as screen:
            await _answer(screen, home, "Hard")
            await screen.click("Back")
            assert screen.shows("1 of 7")
            chosen = screen.find("Hard", ft.Semantics)
            assert chosen.selected
            await _answer(screen, home, "Leave this out")
            for _ in range(6):
                await _answer(screen, home, "Leave this out")
            assert screen.shows("You left everything out, and that is fine.")
            assert "Save" not in screen.texts()
            await screen.click("From the beginning")
            assert screen.shows("1 of 7")


async def test_what_is_half_said_is_there_when_one_comes_back(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.RATE) as screen:
            await _answer(screen, home, "Hard")
            await _answer(screen, home, "Good")
        async with home.screen(places.RATE) as screen:
            assert screen.shows("3 of 7")
            for _ in range(5):
                await _answer(screen, home, "Leave this out")
            assert screen.shows("Studies")
            assert screen.shows("5 areas were left out.")


async def test_only_for_oneself(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.RATE) as screen:
            await _answer(screen, home, "Very hard just now")
            for _ in range(6):
                await _answer(screen, home, "Leave this out")
            await screen.click("Only you")
            await screen.click("Save")
            assert home.waiting() == [(OWN_JOURNAL, "AreasRated")]
            assert screen.shows("You, today: Very hard just now")
            assert "Only you" in screen.texts()


async def test_a_word_too_long_stays_and_nothing_is_written(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.RATE) as screen:
            for _ in range(7):
                await _answer(screen, home, "Hard")
            await screen.type("A word about it, if you want", "å" * 10_001)
            await screen.click("Save")
            assert not home.waiting()
            assert screen.shows("Your words are still in the box.")
