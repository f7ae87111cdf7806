"""What one wants to say: added one by one, shared or alone, reworded, taken away, and all in the history."""

from datetime import timedelta
from pathlib import Path

import flet as ft
import pytest

from mia_companion.domain.arrangements import AppointmentDetailed
from mia_companion.domain.to_say import to_say
from mia_companion.ui import places
from tests.example_data import COORDINATOR, JOURNAL, NOW, OWN_JOURNAL
from tests.ui.home import Home, a_home

ONE = f"{places.APPOINTMENT}/appointment-1"


def _said(home: Home) -> list[tuple[str, bool]]:
    found = to_say(home.companion.view.plan(), "appointment-1")
    return [(one.item.words, one.private) for one in found]


async def test_one_by_one_shared_or_mine_alone(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(ONE) as screen:
            await screen.click("Write something to say")
            await screen.type("One thing to ask", "Sömnen")
            await screen.click("Put it on the list")
            assert screen.find("One thing to ask", ft.TextField).value == ""
            await screen.click("Only you")
            await screen.type("One thing to ask", "Rädslan")
            await screen.click("Put it on the list")
            assert home.waiting() == [
                (JOURNAL, "PreparationWritten"), (OWN_JOURNAL, "PreparationWritten"),
            ]  # fmt: skip
            assert _said(home) == [("Sömnen", False), ("Rädslan", True)]
            await screen.click("Put it on the list")
            assert screen.shows("Write something first.")


async def test_half_written_is_there_when_one_comes_back(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(ONE) as screen:
            await screen.click("Write something to say")
            await screen.type("One thing to ask", "Söm")
            await screen.click("Close")
            await screen.click("Write something to say")
            assert screen.find("One thing to ask", ft.TextField).value == "Söm"
        async with home.screen(ONE) as screen:
            assert screen.find("One thing to ask", ft.TextField).value == "Söm"


async def test_reworded_taken_away_and_brought_back(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.do.arrangements.prepare("appointment-1", "Sömnen", private=True, item="p-1")
        async with home.screen(ONE) as screen:
            await screen.click("Other words")
            await screen.type("In other words", "Sömnen och maten")
            await screen.click("Save")
            assert _said(home) == [("Sömnen och maten", True)]
            await screen.click("Take it away")
            assert _said(home) == []
            await screen.click("Undo")
            assert _said(home) == [("Sömnen och maten", True)]
            home.clock.pass_by(seconds=1)
            await screen.click("Take it away")
            await screen.click("What has happened (4)")
            assert screen.shows("To say, only you: Sömnen")
            await screen.click("Bring it back")
            assert len(_said(home)) == 1


async def test_the_second_half_of_a_double_tap_does_not_take_the_next_away(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        for n in (1, 2):
            home.do.arrangements.prepare("appointment-1", f"Sak {n}", item=f"p-{n}")
        async with home.screen(ONE) as screen:
            await screen.click("Take it away")
            await screen.click("Take it away")
            assert _said(home) == [("Sak 2", False)]


async def test_at_a_private_time_nothing_is_asked_about_who_sees(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        own = home.do.appointments.book(
            "Tandläkaren", "other", NOW + timedelta(days=2), private=True
        )
        async with home.screen(f"{places.APPOINTMENT}/{own.item}") as screen:
            await screen.click("Write something to say")
            assert not screen.shows("Who can see this?")
            await screen.type("One thing to ask", "Bedövning")
            await screen.click("Put it on the list")
            assert home.waiting()[-1] == (OWN_JOURNAL, "PreparationWritten")


async def test_history_holds_titles_and_details_and_brings_them_back(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        own = home.do.appointments.book(
            "Tandläkaren", "other", NOW + timedelta(days=2), bring="Kortet"
        )
        one = home.companion.view.plan().appointment(own.item)
        assert one is not None
        home.do.arrangements.detail(one, {"title": "Tandhygienisten", "bring": ""})
        async with home.screen(f"{places.APPOINTMENT}/{own.item}") as screen:
            await screen.click("What has happened (5)")
            assert screen.shows("Called: Tandläkaren")
            assert screen.shows("To bring: nothing")
            assert screen.texts().count("Use these words") == 2
            for _ in range(2):
                await screen.click("Use these words")
            now = home.companion.view.plan().appointment(own.item)
            assert now is not None
            assert {now.title, now.bring} == {"Tandläkaren", "Kortet"}


async def test_others_titles_are_not_mine_to_bring_back(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.tell(
            AppointmentDetailed(appointment_id="appointment-1", title="Rond", bring="Leg"),
            by=COORDINATOR,
        )
        home.tell(AppointmentDetailed(appointment_id="appointment-1", bring="Kort"), by=COORDINATOR)
        async with home.screen(ONE) as screen:
            await screen.click("What has happened (5)")
            assert screen.shows("Called: Läkarbesök")
            assert screen.texts().count("Use these words") == 1


@pytest.mark.parametrize("language", ["sv", "en", "ar"])
async def test_an_appointment_in_every_language(tmp_path: Path, language: str) -> None:
    with a_home(tmp_path, language) as home:
        home.do.arrangements.prepare("appointment-1", "Sömnen", item="p-1")
        async with home.screen(ONE) as screen:
            assert screen.shows("Läkarbesök")
            assert screen.shows("Sömnen")
        home.clock.now += timedelta(days=9)
        async with home.screen(ONE) as screen:
            assert screen.shows("Läkarbesök")
