"""Booking, moving, inviting and signing in."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import flet as ft
import httpx
import pytest

from mia_companion.domain.appointments import AppointmentBooked, AppointmentMoved
from mia_companion.ui.components.moment import moment, read_clock, read_day
from tests.example_data import NOW
from tests.ui.office import Office, an_office

ADA = "person-ada"
BOOK = f"/person/{ADA}/book"


@pytest.mark.parametrize("width", [390, 1280])
async def test_booking(tmp_path: Path, width: int) -> None:
    with an_office(tmp_path) as office:
        office.person(ADA, "Ada")
        async with office.screen(route=BOOK, width=width) as screen:
            await screen.click("Book the time")
            assert screen.shows("Choose the day and the time first.")
            assert screen.shows("Write something first.")
            await screen.click("Lena Åkesson")
            await screen.type("What it is about", "Rond")
            await screen.click("Thu, 5 Mar")
            await screen.type("Time, as", "9.30")
            assert screen.shows("Thursday, 5 March 09:30")
            await screen.choose("45 minutes", "45")
            await screen.click("Book the time")
            assert screen.page.route == f"/person/{ADA}"
            [one] = office.companion.view.plan(ADA).appointments
            assert one.title == "Rond"
            assert one.now.starts_at == datetime(2026, 3, 5, 8, 30, tzinfo=UTC)
            assert one.now.ends_at == datetime(2026, 3, 5, 9, 15, tzinfo=UTC)
            assert (one.contact, one.now.place) == ("Lena Åkesson", "Storgatan 4")
            assert screen.shows("Undo")


async def test_what_is_half_written_is_there_next_time(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        office.person(ADA, "Ada")
        async with office.screen(route=BOOK) as screen:
            await screen.type("What it is about", "Rond")
            await screen.click("Back without saving")
            await screen.click("Book a time")
            assert "Rond" in screen.texts()


def _booked(office: Office) -> None:
    office.person(ADA, "Ada")
    fact = AppointmentBooked(
        appointment_id="a-1",
        party="region",
        title="Rond",
        starts_at=NOW + timedelta(days=2),
        ends_at=NOW + timedelta(days=2, minutes=50),
        place="Storgatan 1",
    )
    office.says(ADA, fact)


@pytest.mark.parametrize("width", [390, 1280])
async def test_moving(tmp_path: Path, width: int) -> None:
    with an_office(tmp_path) as office:
        _booked(office)
        async with office.screen(route=f"/person/{ADA}/move/a-1", width=width) as screen:
            assert "2026-03-04" in screen.texts()
            assert "09:00" in screen.texts()
            assert "50 minutes" in screen.texts()
            await screen.type("Day, as", "2026-03-06")
            await screen.click("Move the time")
            [one] = office.companion.view.plan(ADA).appointments
            assert one.now.starts_at == datetime(2026, 3, 6, 8, 0, tzinfo=UTC)
            assert one.now.ends_at == datetime(2026, 3, 6, 8, 50, tzinfo=UTC)
            assert not one.proposals


async def test_a_move_meanwhile_is_said_before_the_next(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _booked(office)
        async with office.screen(route=f"/person/{ADA}/move/a-1") as screen:
            first = office.companion.view.plan(ADA).appointments[0].now.id
            moved = AppointmentMoved(
                appointment_id="a-1", revision=first, starts_at=NOW + timedelta(days=9)
            )
            office.says(ADA, moved)
            await screen.settle()
            assert screen.shows("It was moved by someone else")
            await screen.type("Day, as", "2026-03-07")
            await screen.click("Move the time")
            assert not office.companion.view.plan(ADA).appointments[0].proposals


async def test_a_time_that_is_none_is_said(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        office.person(ADA, "Ada")
        async with office.screen(route=BOOK) as screen:
            field = screen.find("Time, as", ft.TextField)
            await screen.type("Time, as", "26:99")
            await screen.fire(field, "blur")
            assert screen.shows("Write the time like 14:30.")
            await screen.type("Day, as", "2026-03-29")
            await screen.type("Time, as", "02:30")
            assert screen.shows("skip this time")
            await screen.type("Day, as", "2026-03-01")
            assert screen.shows("That time has passed.")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("9", "09:00"), ("930", "09:30"), ("9.30", "09:30"), ("٠٩:٣٠", "09:30"), ("24:00", None)],
)
def test_times_as_people_type_them(typed: str, meant: str | None) -> None:
    clock = read_clock(typed)
    assert (f"{clock:%H:%M}" if clock else None) == meant


def test_clocks_that_are_put_back_show_the_first_of_two() -> None:
    day, clock = read_day("2026-10-25"), read_clock("02:30")
    assert day is not None
    assert clock is not None
    assert moment(day, clock, "Europe/Stockholm") == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize("language", ["sv", "en", "ar"])
async def test_forms_in_every_language(tmp_path: Path, language: str) -> None:
    with an_office(tmp_path, language) as office:
        _booked(office)
        for route in (BOOK, f"/person/{ADA}/move/a-1", "/invite"):
            for width in (390, 1280):
                async with office.screen(route=route, width=width) as screen:
                    assert len(screen.texts()) >= 5


def _invited(request: httpx.Request) -> httpx.Response:
    answer = {
        "participant": json.loads(request.content)["participant"],
        "code": "7KQM-2XPA",
        "expires_at": (NOW + timedelta(days=7)).isoformat(),
        "shared_journal": "shared-new",
    }
    return httpx.Response(200, json=answer)


async def test_inviting(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        async with office.screen(route="/invite") as screen:
            await screen.type("Name", "Nora")
            await screen.click("Make a code")
            assert screen.shows("No connection.")
            office.answers["/invitations"] = _invited
            await screen.click("Make a code")
            for _ in range(20):
                await screen.settle()
            assert screen.shows("A code for Nora")
            assert screen.shows("7KQM 2XPA")
            assert screen.shows("7 K Q M, 2 X P A")
            assert screen.shows("It opens the app once. The code changes by itself")
            await screen.click("Copy the code")
            assert screen.shows("Copied")
