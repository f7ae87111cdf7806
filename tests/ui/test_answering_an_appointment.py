"""Every answer to an appointment: yes, another time, not coming; and what others cancelled or moved."""

from pathlib import Path

import flet as ft

from mia_companion.domain.appointments import AppointmentCancelled, AppointmentMoved
from mia_companion.ui import places
from tests.example_data import COORDINATOR, JOURNAL, NOW, OWN_JOURNAL
from tests.ui.appointment_there import DAY, FULL, ONE, the_one
from tests.ui.home import a_home


async def test_yes_and_back(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        home.tell(FULL, by=COORDINATOR)
        async with home.screen(ONE) as screen:
            await screen.click("I will come")
            assert home.waiting() == [(JOURNAL, "AppointmentConfirmed")]
            assert screen.shows("You have said that you will come.")
            await screen.click("What has happened (2)")
            await screen.click("Take back")
            assert the_one(home).confirmed_by is None
            await screen.click("Undo")
            assert the_one(home).confirmed_by is not None


async def test_another_time_is_asked_for_and_taken_back(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        home.tell(FULL, by=COORDINATOR)
        async with home.screen(ONE) as screen:
            await screen.click("Ask for another time")
            await screen.type("What would fit better?", "Efter lunch")
            await screen.click("Back")
            home.clock.pass_by(seconds=1)
            await screen.click("Ask for another time")
            assert screen.find("What would fit better?", ft.TextField).value == "Efter lunch"
            await screen.click("Ask")
            assert home.waiting() == [(JOURNAL, "MoveAsked")]
            assert screen.shows("Nobody has answered yet.")
            assert screen.shows("Efter lunch")
            assert not screen.shows("I will come")
            home.clock.pass_by(seconds=1)
            await screen.click("Take it back")
            assert the_one(home).move_asked is None
            assert screen.shows("I will come")
            await screen.click("Undo")
            assert the_one(home).move_asked is not None


async def test_a_move_answers_the_wish(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        home.tell(FULL, by=COORDINATOR)
        home.do.appointments.ask_move(the_one(home))
        moved = AppointmentMoved(
            appointment_id="appointment-1", revision=the_one(home).now.id, starts_at=NOW + 4 * DAY
        )
        home.tell(moved, by=COORDINATOR)
        async with home.screen(ONE) as screen:
            assert not screen.shows("Nobody has answered yet.")
            assert screen.shows("This is a new time. It was moved.")
            assert screen.shows("Before it was: Thursday, 5 March 09:00 to 09:30")
            assert screen.shows("I will come")


async def test_not_coming_is_asked_once_more_with_what_happens(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        home.tell(FULL, by=COORDINATOR)
        async with home.screen(ONE) as screen:
            await screen.click("I cannot make it")
            assert screen.shows("Your coordinator sees that it is cancelled.")
            assert home.waiting() == []
            await screen.click("Yes, cancel it")
            assert home.waiting() == []
            home.clock.pass_by(seconds=1)
            await screen.click("No, keep it")
            home.clock.pass_by(seconds=1)
            await screen.click("I cannot make it")
            home.clock.pass_by(seconds=1)
            await screen.click("Yes, cancel it")
            assert home.waiting() == [(JOURNAL, "AppointmentCancelled")]
            assert screen.shows("You cancelled it today 09:00.")
            assert screen.shows("the time may have gone to someone else")
            await screen.click("Bring it back")
            assert the_one(home).cancelled_by is None
            assert screen.shows("I will come")


async def test_another_time_instead_of_cancelling(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        home.tell(FULL, by=COORDINATOR)
        async with home.screen(ONE) as screen:
            await screen.click("I cannot make it")
            home.clock.pass_by(seconds=1)
            await screen.click("Ask for another time instead")
            assert screen.shows("What would fit better?")


async def test_what_someone_else_cancelled_is_told_plainly(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        home.tell(FULL, by=COORDINATOR)
        gone = AppointmentCancelled(appointment_id="appointment-1", revision=the_one(home).now.id)
        home.tell(gone, by=COORDINATOR)
        async with home.screen(ONE) as screen:
            assert screen.shows("Karin Berg cancelled it today 08:00. You do not need to come.")
            for gone_too in ("I will come", "Open the map", "Bring it back", "I cannot make it"):
                assert not screen.shows(gone_too)


async def test_ones_own_is_cancelled_without_telling_others_what_they_do_not_see(
    tmp_path: Path,
) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        own = home.do.appointments.book("Tandläkaren", "other", NOW + 2 * DAY, private=True)
        async with home.screen(f"{places.APPOINTMENT}/{own.item}") as screen:
            assert not screen.shows("I will come")
            assert screen.shows("Only you can see this")
            assert not screen.shows("Write to your coordinator")
            await screen.click("I cannot make it")
            assert screen.shows("Nobody else sees this time, so nobody is told.")
            home.clock.pass_by(seconds=1)
            await screen.click("Yes, cancel it")
            assert home.waiting()[-1] == (OWN_JOURNAL, "AppointmentCancelled")


async def test_what_is_half_written_stays_when_an_answer_comes_above_it(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        home.tell(FULL, by=COORDINATOR)
        async with home.screen(ONE) as screen:
            await screen.click("Write something to say")
            await screen.type("One thing to ask", "Söm")
            field = screen.find("One thing to ask", ft.TextField)
            moved = AppointmentMoved(
                appointment_id="appointment-1",
                revision=the_one(home).now.id,
                starts_at=NOW + 4 * DAY,
            )
            home.tell(moved, by=COORDINATOR)
            await screen.settle()
            assert screen.shows("This is a new time. It was moved.")
            assert screen.find("One thing to ask", ft.TextField)._i == field._i


async def test_one_does_not_come_to_a_call_but_is_there(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        home.tell(FULL.model_copy(update={"way": "phone"}), by=COORDINATOR)
        async with home.screen(ONE) as screen:
            assert not screen.shows("I will come")
            await screen.click("I will be there")
            assert screen.shows("You have said that you will be there.")
