"""One appointment: all that one needs before it, every answer, and what came of it afterwards."""

from datetime import timedelta
from pathlib import Path

import flet as ft
import pytest

from mia_companion.domain.appointments import AppointmentMoved
from mia_companion.domain.arrangements import InterpreterNoted, MinutesWritten
from mia_companion.ui import places
from tests.example_data import COORDINATOR, JOURNAL
from tests.ui.appointment_there import DAY, FULL, ONE, the_one
from tests.ui.home import a_home


async def test_everything_is_there_before_it(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        home.tell(FULL, by=COORDINATOR)
        async with home.screen(ONE) as screen:
            for shown in (
                "Thursday, 5 March", "09:00 to 09:30", "In 3 days", "The region (health care)",
                "With Lena Åkesson", "We meet, Storgatan 1", "010-123 45 67, knapp 2",
                "Call 010-123 45 67", "Open the map", "Buss 4", "Legitimation",
                "You and your coordinator can see this",
            ):  # fmt: skip
                assert screen.shows(shown)
            assert not screen.shows("Ta en nummerlapp")
            await screen.click("First time there?")
            assert screen.shows("Ta en nummerlapp")
            assert not screen.shows("What we agreed")
            assert len(screen.controls(ft.FilledButton)) == 1


@pytest.mark.parametrize(
    ("before", "soon"),
    [
        (timedelta(days=3, hours=12), "In 4 days"),
        (timedelta(hours=25), "Tomorrow"),
        (timedelta(hours=2), "In 2 hours"),
        (timedelta(minutes=-5), "Now"),
        (timedelta(days=60), ""),
    ],
)
async def test_how_soon_is_counted_as_a_calendar_does(
    tmp_path: Path, before: timedelta, soon: str
) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        home.tell(FULL, by=COORDINATOR)
        home.clock.now = FULL.starts_at - before
        async with home.screen(ONE) as screen:
            said = [words for words in screen.texts() if words.startswith(("In ", "Tom", "Now"))]
            assert said == ([soon] if soon else [])


async def test_afterwards_what_was_agreed_stands_first(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        home.tell(FULL, by=COORDINATOR)
        minutes = MinutesWritten(
            minutes_id="m-1", appointment_id="appointment-1", words="Vi ses igen i maj."
        )
        home.tell(minutes, by=COORDINATOR)
        home.clock.now = FULL.starts_at + DAY
        async with home.screen(ONE) as screen:
            texts = screen.texts()
            order = ("What we agreed", "Vi ses igen i maj.", "How did it go?", "Thursday, 5 March")
            assert sorted(order, key=texts.index) == list(order)
            assert screen.shows("Karin Berg, ")
            for gone in ("I will come", "Open the map", "I cannot make it", "What I want to say"):
                assert not screen.shows(gone)
            await screen.click("Write what you agreed")
            await screen.type("What did you agree?", "Jag ringer på fredag.")
            await screen.click("Write it down")
            assert home.waiting() == [(JOURNAL, "MinutesWritten")]
            assert [m.words for m in the_one(home).agreed][-1] == "Jag ringer på fredag."
            await screen.click("I did something good")
            assert screen.page.route == places.RECORD_GOOD


async def test_an_interpreter_is_asked_for_in_one_tap(tmp_path: Path) -> None:
    with a_home(tmp_path, "ar", lived_in=False) as home:
        home.tell(FULL, by=COORDINATOR)
        async with home.screen(ONE) as screen:
            await screen.click("طلب ترجمة شفوية")
            assert home.waiting() == [(JOURNAL, "InterpreterNoted")]
            said = the_one(home).interpreter
            assert said is not None
            assert (said.state, said.language) == ("wanted", "ar")


async def test_who_reads_swedish_chooses_the_language(tmp_path: Path) -> None:
    with a_home(tmp_path, "sv", lived_in=False) as home:
        home.tell(FULL, by=COORDINATOR)
        async with home.screen(ONE) as screen:
            await screen.click("Be om tolk")
            await screen.click("svenskt teckenspråk")
            said = the_one(home).interpreter
            assert said is not None
            assert (said.state, said.language) == ("wanted", "swl")
            assert screen.shows("Språk: svenskt teckenspråk")
            home.clock.pass_by(seconds=1)
            await screen.click("Tolk behövs inte")
            assert screen.shows("Tolk behövs inte.")
            home.clock.pass_by(seconds=1)
            await screen.click("Be om tolk (svenskt teckenspråk)")
            said = the_one(home).interpreter
            assert said is not None
            assert said.state == "wanted"


async def test_a_booked_interpreter_is_told(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        home.tell(FULL, by=COORDINATOR)
        noted = InterpreterNoted(appointment_id="appointment-1", state="booked", language="so")
        home.tell(noted, by=COORDINATOR)
        async with home.screen(ONE) as screen:
            assert screen.shows("An interpreter is booked.")
            assert screen.shows("Language: Somali")


async def test_a_later_move_by_another_coordinator_is_seen_as_a_proposal(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        home.tell(FULL, by=COORDINATOR)
        first = the_one(home).now.id
        for by, hours in ((COORDINATOR, 2), ("account-jonas", 5)):
            starts = FULL.starts_at + timedelta(hours=hours)
            home.tell(
                AppointmentMoved(appointment_id="appointment-1", revision=first, starts_at=starts),
                by=by,
            )
        async with home.screen(ONE) as screen:
            assert screen.shows("11:00")
            assert screen.shows("Another time has been proposed: Thursday, 5 March 14:00")
            assert not screen.shows("Take this time")


async def test_one_that_is_gone_says_so(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(f"{places.APPOINTMENT}/nowhere") as screen:
            await screen.click("To appointments")
            assert screen.page.route == places.APPOINTMENTS
