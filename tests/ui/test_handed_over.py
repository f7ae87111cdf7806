"""A participant with another coordinator: told once, in their language, and named everywhere since."""

from datetime import timedelta
from pathlib import Path

import pytest

from mia_companion.domain.handovers import HandedOver
from mia_companion.i18n.words import words_for
from mia_companion.ui import places
from tests.example_data import COORDINATOR
from tests.ui.home import Home, a_home
from tests.ui.team import JONAS, JONAS_LISTED, WEEK, follow, list_in_directory

TO_JONAS = HandedOver(handover_id="h-1", from_coordinator=COORDINATOR, to_coordinator=JONAS)


def _handed_over(home: Home) -> None:
    list_in_directory(home, JONAS_LISTED, *WEEK)
    home.tell(TO_JONAS, by="server")
    follow(home, JONAS)


async def test_told_on_today_until_it_is_read(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen() as screen:
            assert not screen.shows("is your coordinator from now on")
            _handed_over(home)
            await screen.settle()
            assert screen.shows("Jonas Ek is your coordinator from now on.")
            assert screen.shows("Karin Berg has handed over.")
            await screen.click("I have read this")
            assert not screen.shows("is your coordinator from now on")
        async with home.screen() as screen:
            assert not screen.shows("is your coordinator from now on")


@pytest.mark.parametrize("language", ["sv", "ar"])
async def test_in_the_persons_language(tmp_path: Path, language: str) -> None:
    with a_home(tmp_path, language) as home:
        _handed_over(home)
        async with home.screen() as screen:
            said = words_for(language).t("{name} is your coordinator from now on.", name="Jonas Ek")
            assert screen.shows(said)
            assert not screen.shows("from now on")


async def test_told_on_a_day_with_little_energy_too(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        _handed_over(home)
        home.do.choices.one_thing(True)
        async with home.screen() as screen:
            assert screen.shows("Jonas Ek is your coordinator from now on.")


async def test_after_two_weeks_it_is_no_news(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        _handed_over(home)
        home.clock.now += timedelta(days=14)
        async with home.screen() as screen:
            assert not screen.shows("is your coordinator from now on")


async def test_only_the_last_is_told_and_only_while_it_is_so(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        _handed_over(home)
        back = HandedOver(handover_id="h-2", from_coordinator=JONAS, to_coordinator=COORDINATOR)
        home.tell(back, by="server")
        async with home.screen() as screen:
            assert not screen.shows("is your coordinator from now on")  # not so yet: Jonas still is
            follow(home, COORDINATOR)
            await screen.settle()
            assert screen.shows("Karin Berg is your coordinator from now on.")
            assert not screen.shows("Jonas Ek is your coordinator")


async def test_messages_and_the_network_name_the_new_one(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        _handed_over(home)
        async with home.screen(places.MESSAGES) as screen:
            assert screen.shows("Jonas Ek answers on weekdays 09:00–16:00.")
            assert not screen.shows("Karin Berg answers")
            await screen.go(places.NETWORK)
            assert screen.shows("Jonas Ek")
            assert not screen.shows("Karin Berg")
