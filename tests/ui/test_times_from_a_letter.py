"""Times that cannot be, or hardly are meant: told plainly, and nothing is lost."""

from datetime import UTC, datetime
from pathlib import Path

import flet as ft
import pytest

from mia_companion.ui import places
from tests.ui.home import a_home
from tests.ui.letters import fill, times


@pytest.mark.parametrize(
    ("until", "said"),
    [
        ("12", "It ends before it starts."),
        ("13:15", "It ends before it starts."),
        ("sent", "Write when it ends like 15:30"),
        ("", "Write when it ends like 15:30"),
    ],
)
async def test_an_end_that_is_amiss_is_told(tmp_path: Path, until: str, said: str) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        async with home.screen(places.NEW_APPOINTMENT) as screen:
            await fill(screen)
            await screen.click("More, if you want")
            await screen.click("Write when it ends")
            await screen.type("Ends at", until)
            await screen.click("Add it")
            assert screen.shows(said)
            assert home.waiting() == []
            assert screen.find("What is it?", ft.TextField).value == "Tandläkaren"
            await screen.type("Ends at", "14")
            await screen.click("Add it")
            assert len(home.waiting()) == 1


@pytest.mark.parametrize(
    ("day", "said"), [("2062-03-09", "Is the year right?"), ("2026-02-09", "That time has passed.")]
)
async def test_what_may_be_a_slip_is_asked_about_once(tmp_path: Path, day: str, said: str) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        async with home.screen(places.NEW_APPOINTMENT) as screen:
            await fill(screen, day)
            assert screen.shows(said)
            await screen.click("Add it")
            assert screen.shows("If it is right, tap once more.")
            assert home.waiting() == []
            await screen.click("Add it")
            assert len(home.waiting()) == 1


async def test_a_time_that_the_clocks_skip_is_told_and_not_saved(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        async with home.screen(places.NEW_APPOINTMENT) as screen:
            await fill(screen, "2026-03-29", "02:30")
            assert screen.shows("The clocks are put forward that night")
            await screen.click("Add it")
            assert screen.shows("The day or the time is missing.")
            assert home.waiting() == []
            await screen.type("Time, as", "03:30")
            await screen.click("Add it")
        assert times(home) == [(datetime(2026, 3, 29, 1, 30, tzinfo=UTC), None)]


async def test_an_hour_over_the_night_when_the_clocks_go_back_is_an_hour(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        async with home.screen(places.NEW_APPOINTMENT) as screen:
            await fill(screen, "2026-10-25", "02:30")
            await screen.click("More, if you want")
            await screen.click("60 minutes")
            await screen.click("Add it")
        assert times(home) == [
            (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC))
        ]
