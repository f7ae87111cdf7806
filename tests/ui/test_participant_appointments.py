"""The place of appointments: what is moved or cancelled is plain, long lists come in pages."""

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import flet as ft
import pytest

from mia_companion.domain.appointments import (
    AppointmentBooked,
    AppointmentCancelled,
    AppointmentMoved,
)
from mia_companion.ui import places
from mia_companion.ui.participant.appointments import row
from mia_companion.ui.participant.appointments.lines import AppointmentLines, shown_lines
from tests.example_data import COORDINATOR, JOURNAL, NOW, booking
from tests.ui.home import Home, a_home
from tests.ui.letters import fill, times

DAY = timedelta(days=1)


def _revision(home: Home) -> str:
    (appointment,) = home.companion.view.plan().appointments
    return appointment.now.id


async def test_what_was_moved_and_what_was_cancelled_says_so(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        later = AppointmentMoved(
            appointment_id="appointment-1", revision=_revision(home), starts_at=NOW + 3 * DAY
        )
        async with home.screen(places.APPOINTMENTS) as screen:
            assert screen.shows("Tomorrow, ")
            home.tell(later, by=COORDINATOR)
            await screen.settle()
            assert screen.shows("This is a new time. It was moved.")
            there = later.model_copy(update={"revision": _revision(home), "place": "Torget 1"})
            home.tell(there, by=COORDINATOR)
            await screen.settle()
            assert screen.shows("The place is new. The time is the same.")
            gone = AppointmentCancelled(appointment_id="appointment-1", revision=_revision(home))
            home.tell(gone, by=COORDINATOR)
            await screen.settle()
            assert screen.shows("Cancelled. You do not need to come.")
            assert not screen.shows("I will come")


async def test_nothing_booked_is_met_kindly(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        async with home.screen(places.APPOINTMENTS) as screen:
            assert screen.shows("Has a letter come?")
            await screen.click("Add an appointment")
            assert screen.page.route == places.NEW_APPOINTMENT


async def test_what_has_been_comes_in_pages(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        for n in range(70):
            home.tell(booking(f"been-{n:03}", NOW - (n + 1) * DAY), by=COORDINATOR)
        async with home.screen(places.APPOINTMENTS) as screen:
            assert screen.texts().count("Läkarbesök") == 0
            await screen.click("What has been (70)")
            assert screen.texts().count("Läkarbesök") == 30
            assert screen.shows("Sunday, 1 March")
            await screen.click("Show more")
            await screen.click("Show more")
            assert screen.texts().count("Läkarbesök") == 70
            assert not screen.shows("Show more")


async def test_many_that_are_coming_come_in_pages_too(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        for n in range(31):
            home.tell(booking(f"next-{n:03}", NOW + (n + 1) * DAY), by=COORDINATOR)
        async with home.screen(places.APPOINTMENTS) as screen:
            assert screen.texts().count("Läkarbesök") == 30
            await screen.click("Show more")
            assert screen.texts().count("Läkarbesök") == 31


async def test_one_tap_draws_one_row_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []

    def counted(lines: AppointmentLines) -> list[ft.Control]:
        drawn.append(lines.title)
        return shown_lines(lines)

    monkeypatch.setattr(row, "shown_lines", counted)
    with a_home(tmp_path, lived_in=False) as home:
        for n in range(20):
            fact = booking(f"next-{n:02}", NOW + (n + 1) * DAY)
            home.tell(fact.model_copy(update={"title": f"Besök {n:02}"}), by=COORDINATOR)
        async with home.screen(places.APPOINTMENTS) as screen:
            assert len(drawn) == 20
            drawn.clear()
            await screen.click("I will come")
            assert home.waiting() == [(JOURNAL, "AppointmentConfirmed")]
            assert drawn == ["Besök 00"]


async def test_the_second_half_of_a_double_tap_does_not_answer_the_next(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        for n in range(2):
            home.tell(booking(f"next-{n}", NOW + (n + 1) * DAY), by=COORDINATOR)
        async with home.screen(places.APPOINTMENTS) as screen:
            await screen.click("I will come")
            await screen.click("I will come")
            assert len(home.waiting()) == 1
            home.clock.pass_by(seconds=1)
            await screen.click("I will come")
            assert len(home.waiting()) == 2


async def test_a_time_elsewhere_says_whose_clock_it_goes_by(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        there = AppointmentBooked(
            appointment_id="far",
            party="other",
            title="Samtal",
            starts_at=NOW.replace(hour=22, minute=30),
            zone="Europe/Helsinki",
        )
        home.tell(there, by=COORDINATOR)
        home.tell(there.model_copy(update={"appointment_id": "odd", "zone": "no/such place"}))
        async with home.screen(places.APPOINTMENTS) as screen:
            assert screen.shows("Tomorrow, Tuesday, 3 March")
            assert screen.shows("00:30")
            assert screen.shows("By the clock in Helsinki")
            assert screen.shows("Today, Monday, 2 March")
            assert screen.shows("23:30")


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/Los_Angeles"])
async def test_a_device_in_another_zone_shows_the_time_of_the_letter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, zone: str
) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        with a_home(tmp_path) as home:
            async with home.screen(places.APPOINTMENTS) as screen:
                assert screen.shows("Tomorrow, Tuesday, 3 March")
                assert "09:00" in screen.texts()
            async with home.screen(places.NEW_APPOINTMENT) as screen:
                await fill(screen)
                await screen.click("Add it")
            (added,) = (s for s, _ in times(home) if s.day == 9)
            assert added == datetime(2026, 3, 9, 12, 15, tzinfo=UTC)
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize(
    ("starts_at", "shown"),
    [
        ("2026-03-29T00:30:00+00:00", "01:30"),
        ("2026-03-29T01:30:00+00:00", "03:30"),
        ("2026-10-25T00:30:00+00:00", "02:30"),
        ("2026-10-25T01:30:00+00:00", "02:30"),
        ("2026-10-25T02:30:00+00:00", "03:30"),
    ],
)
async def test_times_on_the_nights_when_the_clocks_change(
    tmp_path: Path, starts_at: str, shown: str
) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        booked = AppointmentBooked.model_validate(
            {"appointment_id": "a", "party": "region", "title": "Natt", "starts_at": starts_at}
        )
        home.tell(booked, by=COORDINATOR)
        async with home.screen(places.APPOINTMENTS) as screen:
            assert shown in screen.texts()
            assert screen.shows("Sunday, ")
