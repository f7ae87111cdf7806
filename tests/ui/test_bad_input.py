"""What cannot be taken is told plainly, and nothing that was written is lost."""

from pathlib import Path

import flet as ft
import pytest

from mia_companion.ui import places
from tests.ui.full_disk import a_full_disk
from tests.ui.home import a_home


async def test_on_a_full_disk_it_is_said_and_the_words_stay_in_the_box(tmp_path: Path) -> None:
    long = "😀" * 1_900  # more than the pages that are there have room for
    with a_home(tmp_path) as home:
        async with home.screen(places.NEW_GOAL) as screen:
            with a_full_disk(home.companion.store):
                await screen.type("What do you want?", long)
                await screen.click("Set the goal")
                assert screen.shows("The device is full.")
                assert not home.waiting()
                assert screen.find("What do you want?", ft.TextField).value == long
            await screen.click("Set the goal")
            assert [kind for _, kind in home.waiting()] == ["GoalSet"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Gå\x00 ut\x07\x1b[31m", "Gå ut[31m"),
        ("  \u2028 hej \t", "hej"),
        ("\ud800 halv", "halv"),
        ("\u202eabc", "\u202eabc"),  # a mark of direction may be meant; it is kept apart when shown
        ("👩‍👩‍👧‍👦 ሰላም سلام", "👩‍👩‍👧‍👦 ሰላም سلام"),
    ],
)
async def test_characters_that_nobody_types_are_left_out_and_all_others_stay(
    tmp_path: Path, typed: str, kept: str
) -> None:
    with a_home(tmp_path) as home:
        done = home.do.path.set_goal(typed, "health")
        assert done
        goal = home.companion.view.plan().goal(done.item)
        assert goal is not None
        assert goal.words == kept


async def test_nothing_but_characters_that_nobody_types_is_nothing(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        assert home.do.path.set_goal("\x00\x01 \u2028", "health").problem == "empty"
