"""Looking back: in words first, as pebbles, as a list; a quiet time is met with warmth, never with a zero."""

import re
from datetime import timedelta
from pathlib import Path

import flet as ft
import pytest

from mia_companion.domain.checkins import CheckedIn
from mia_companion.domain.milestones import MilestoneReached, MilestoneSet
from mia_companion.domain.movement import Tally
from mia_companion.domain.step_marks import StepDone, StepPartlyDone, StepTried
from mia_companion.i18n.words import words_for
from mia_companion.ui import places
from mia_companion.ui.components.happened_words import amounts
from mia_companion.ui.components.pebbles import MOST
from tests.example_data import TODAY, goal, step
from tests.ui.home import Home, a_home
from tests.ui.recording import Screen


def _lived(home: Home) -> None:
    home.tell(goal("old", "Komma upp"))
    for n, (fact, days) in enumerate(
        ((StepDone, 0), (StepTried, 2), (StepPartlyDone, 3), (StepDone, 20), (StepDone, 200))
    ):
        home.tell(step(f"s-{n}", f"Steg {n}"))
        home.tell(fact(step_id=f"s-{n}", day=TODAY - timedelta(days=days)))
    home.tell(MilestoneSet(milestone_id="m-1", goal_id="old", words="Ringa"))
    home.tell(MilestoneReached(milestone_id="m-1"))


def _label(screen: Screen) -> str:
    """What is said of the picture to those who do not see it."""
    found = [s.label for s in screen.controls(ft.Semantics) if s.image and s.label]
    return found[0] if found else ""


async def test_a_clear_card_on_my_path_leads_there(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.PATH) as screen:
            await screen.click("My movement")
            assert screen.page.route == places.MOVEMENT


async def test_words_first_for_a_week_a_month_and_since_the_start(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        _lived(home)
        async with home.screen(places.MOVEMENT) as screen:
            assert screen.shows("4 small steps, 1 of them in part and 1 of them tried")
            assert screen.shows("1 milestone and 1 new goal")
            assert screen.shows("Steg 3")
            assert not screen.shows("Steg 4")
            await screen.click("A week")
            assert screen.shows("3 small steps")
            assert not screen.shows("Steg 3")
            await screen.click("Since the start")
            assert screen.shows("5 small steps")
            assert screen.shows("Steg 4")


async def test_the_picture_is_told_in_words_and_nothing_in_it_is_empty(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        _lived(home)
        async with home.screen(places.MOVEMENT) as screen:
            label = _label(screen)
            assert label.startswith("Your way as pebbles. ")
            assert "This week: 1 small step, 1 milestone and 1 new goal" in label
            assert "Last week: 2 small steps" in label
            assert "The week from Mon, 9 Feb: 1 small step" in label
            assert label.count(":") == 3  # the weeks in which nothing happened are not there
            await screen.click("Since the start")
            assert "August 2025: 1 small step" in _label(screen)


async def test_a_row_opens_what_it_was(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        _lived(home)
        for words, route in (
            ("Steg 1", f"{places.STEP}/s-1"),
            ("Ringa", f"{places.MILESTONE}/m-1"),
            ("Komma upp", f"{places.GOAL}/old"),
        ):
            async with home.screen(places.MOVEMENT) as screen:
                await screen.click(words)
                assert screen.page.route == route


@pytest.mark.parametrize("language", ["en", "sv", "ar"])
async def test_a_quiet_time_is_met_with_warmth_and_never_a_zero(
    tmp_path: Path, language: str
) -> None:
    t = words_for(language).t
    with a_home(tmp_path, language, lived_in=False) as home:
        async with home.screen(places.MOVEMENT) as screen:
            assert screen.shows(t("Resting is also a part of the way."))
            assert _label(screen) == ""
            assert not any(re.search(r"\b0\b", said) for said in screen.texts())
            home.tell(step("s-1", "Steg"))
            home.do.path.mark_step("s-1", "done")
            await screen.settle()
            kind = t("Small things carry far. Resting is also a part of the way.")
            assert screen.shows(kind)


async def test_a_long_way_is_drawn_from_its_newest_end(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        for n in range(MOST + 5):
            home.tell(step(f"s-{n}", f"Steg {n}"))
            home.tell(StepDone(step_id=f"s-{n}", day=TODAY - timedelta(days=n // 10)))
        async with home.screen(places.MOVEMENT) as screen:
            assert screen.shows("5 more lie before this.")


async def test_faces_only_where_some_were_chosen_and_said_as_they_were(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        async with home.screen(places.MOVEMENT) as screen:
            assert not screen.shows("How you have said that you are")
            home.tell(CheckedIn(checkin_id="c-1", feeling=2))
            home.tell(CheckedIn(checkin_id="c-2", feeling=4), private=True)
            await screen.settle()
            for said in ("Heavy", "Rather good", "Mon, 2 Mar"):
                assert said in screen.texts()
            home.clock.pass_by(days=10)
            await screen.click("A week")
            assert not screen.shows("How you have said that you are")


async def test_what_is_private_says_so_in_the_look_back(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.do.path.mark_step("step-own", "done")
        async with home.screen(places.MOVEMENT) as screen:
            assert screen.shows("Det jag inte sagt")
            assert screen.shows("Only you")


@pytest.mark.parametrize("tag", ["sv", "en", "ar"])
def test_there_is_never_a_nought_in_the_words(tag: str) -> None:
    said = amounts(words_for(tag), Tally(steps=3, tried=1, milestones=1))
    assert len(said) == 2
    assert not any(re.search(r"\b0\b", one) for one in said)
    assert amounts(words_for(tag), Tally()) == ()
