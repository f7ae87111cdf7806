"""How one is today: one tap, a word if one wants, private unless one says otherwise."""

from datetime import timedelta
from pathlib import Path

import flet as ft
import pytest

from mia_companion.domain.checkins import CheckedIn
from mia_companion.i18n.words import words_for
from tests.example_data import JOURNAL, OWN_JOURNAL
from tests.ui.home import a_home


async def test_one_tap_says_it_and_only_oneself_sees_it(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen() as screen:
            assert screen.shows("Only you see it")
            await screen.click("Heavy")
            assert home.waiting() == [(OWN_JOURNAL, "CheckedIn")]
            assert screen.shows("How you are today")
            assert screen.shows("Thank you. It is written down.")


async def test_shared_from_now_on_when_one_says_so(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen() as screen:
            await screen.click("Only you see it")
            await screen.click("You and your coordinator")
            assert screen.shows("You and your coordinator see it")
            await screen.click("Good")
            assert home.waiting() == [(JOURNAL, "CheckedIn")]
        assert home.companion.store.kept.get("share_checkins")


async def test_a_word_to_it_is_kept_half_written_and_stands_where_the_face_stands(
    tmp_path: Path,
) -> None:
    with a_home(tmp_path) as home:
        async with home.screen() as screen:
            await screen.click("In between")
            await screen.click("Put a word to it")
            await screen.type("In your own words", "trött men")
        async with home.screen() as screen:
            await screen.type("In your own words", "trött men ute")
            await screen.click("Save")
            assert screen.shows("trött men ute")
        kinds = home.waiting()
        assert kinds == [(OWN_JOURNAL, "CheckedIn"), (OWN_JOURNAL, "CheckInWorded")]


async def test_it_can_change_and_tomorrow_it_is_asked_anew(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen() as screen:
            await screen.click("Very heavy")
            home.clock.now += timedelta(hours=2)
            await screen.click("It has changed")
            await screen.click("Rather good")
            assert [c.feeling for c in home.companion.view.plan().checkins] == [1, 4]
        home.clock.now += timedelta(days=1)
        async with home.screen() as screen:
            assert screen.shows("How are you today?")


async def test_a_tap_that_trembles_says_it_once(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen() as screen:
            await screen.click("Heavy")
            await screen.click("It has changed")
            await screen.click("Heavy")
            assert len(home.waiting()) == 1


async def test_what_was_said_on_another_device_is_the_answer_here(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.tell(CheckedIn(checkin_id="c", feeling=5, words="sol"), private=True)
        async with home.screen() as screen:
            assert screen.shows("sol")
            assert not screen.shows("How are you today?")


@pytest.mark.parametrize(
    ("language", "width", "side_by_side"),
    [("sv", 360, True), ("ar", 360, True), ("sv", 280, False)],
)
async def test_no_word_beneath_a_face_is_broken_in_the_middle(
    tmp_path: Path, language: str, width: int, side_by_side: bool
) -> None:
    with a_home(tmp_path, language) as home:
        async with home.screen(width=width) as screen:
            words = words_for(language)
            beneath = [t for t in screen.controls(ft.Text) if t.value == words.t("Very heavy")]
            small = [t.theme_style == ft.TextThemeStyle.BODY_SMALL for t in beneath]
            assert small == [side_by_side]
