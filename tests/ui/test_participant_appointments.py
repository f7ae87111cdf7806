"""Appointments: what is moved or cancelled is plain, and one can add one's own without a network."""

from datetime import timedelta
from pathlib import Path

from mia_companion.domain.appointments import AppointmentCancelled, AppointmentMoved
from mia_companion.ui import places
from tests.example_data import COORDINATOR, JOURNAL, NOW, OWN_JOURNAL
from tests.ui.home import Home, a_home


def _revision(home: Home) -> str:
    (appointment,) = home.companion.view.plan().appointments
    return appointment.now.id


async def test_what_was_moved_and_what_was_cancelled_says_so(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        later = AppointmentMoved(
            appointment_id="appointment-1",
            revision=_revision(home),
            starts_at=NOW + timedelta(days=3),
        )
        async with home.screen(places.APPOINTMENTS) as screen:
            assert screen.shows("Tomorrow, ")
            home.tell(later, by=COORDINATOR)
            await screen.settle()
            assert screen.shows("It was moved.")
            gone = AppointmentCancelled(appointment_id="appointment-1", revision=_revision(home))
            home.tell(gone, by=COORDINATOR)
            await screen.settle()
            assert screen.shows("Cancelled. You do not need to come.")


async def test_a_letter_becomes_an_appointment(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        async with home.screen(places.NEW_APPOINTMENT) as screen:
            await screen.click("Add it")
            assert screen.shows("The day or the time is missing.")
            assert screen.shows("Write something first.")
            await screen.type("What is it?", "Tandläkaren")
            await screen.type("Day, as", "2026-03-09")
            await screen.type("Time, as", "13.15")
            await screen.type("What to bring?", "Kortet")
            await screen.click("Only you")
            await screen.click("Add it")
            assert home.waiting() == [(OWN_JOURNAL, "AppointmentBooked")]
            assert screen.page.route == places.APPOINTMENTS
            for shown in ("Tandläkaren", "13:15", "Bring: Kortet", "Only you"):
                assert screen.shows(shown)


async def test_one_can_cancel_what_one_added(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        booked = home.do.appointments.book("Möte", "other", NOW + timedelta(days=2))
        async with home.screen(f"{places.APPOINTMENT}/{booked.item}") as screen:
            assert not screen.shows("I will come")
            await screen.click("Cancel it")
            assert home.waiting()[-1] == (JOURNAL, "AppointmentCancelled")
            assert screen.shows("Cancelled. You do not need to come.")
