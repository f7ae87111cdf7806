"""A summons from a file is seen before it counts, brought in with one tap, and taken back with one."""

import json
from datetime import timedelta
from pathlib import Path

import flet as ft

from mia_companion.ui import places
from tests.example_data import NOW
from tests.ui.home import Home, a_home
from tests.ui.office import an_office
from tests.ui.picking import pick, until

NORA = "person-nora"


def summons(*more: str, days: int = 3, sequence: int = 0) -> bytes:
    at = (NOW + timedelta(days=days)).strftime("%Y%m%dT%H%M%SZ")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:1@example.org"]
    lines += ["SUMMARY:Läkarbesök", "LOCATION:Torget 1", f"DTSTART:{at}", f"SEQUENCE:{sequence}"]
    return "\r\n".join([*lines, *more, "END:VEVENT", "END:VCALENDAR", ""]).encode()


def _appointments(home: Home) -> list[str]:
    shared = home.companion.view.plan().shared.appointments.values()
    return [one.title for one in shared if not one.gone and one.outside]


async def test_nothing_counts_before_it_is_brought_in_and_undo_takes_it_back(
    tmp_path: Path,
) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.FROM_FILE) as screen:
            await pick(screen, "Choose a file", "kallelse.ics", summons())
            await until(screen, lambda: screen.shows("1 time in the file"))
            assert screen.shows("Läkarbesök")
            assert screen.shows("Torget 1")
            assert not _appointments(home)
            await screen.click("The region (health care)")
            await screen.click("Bring it in")
            assert _appointments(home) == ["Läkarbesök"]
            [one] = [
                one
                for one in home.companion.view.plan().shared.appointments.values()
                if one.outside
            ]
            assert one.party == "region"
            await screen.click("Undo")
            assert not _appointments(home)


async def test_a_later_file_moves_it_and_the_same_one_says_that_it_is_there(
    tmp_path: Path,
) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.FROM_FILE) as screen:
            await pick(screen, "Choose a file", "kallelse.ics", summons())
            await until(screen, lambda: screen.shows("Bring it in"))
            await screen.click("Bring it in")
        async with home.screen(places.FROM_FILE) as screen:
            await pick(screen, "Choose a file", "kallelse.ics", summons())
            await until(screen, lambda: screen.shows("It is in your list already."))
            assert not screen.shows("Bring it in")
            await pick(screen, "Choose a file", "ny.ics", summons(days=4, sequence=1))
            await until(screen, lambda: screen.shows("It is in your list and is moved."))
            assert not screen.shows("Who can see this?")  # it stays where it is
            await screen.click("Bring it in")
        assert _appointments(home) == ["Läkarbesök"]


async def test_what_cannot_be_read_is_said_kindly(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.FROM_FILE) as screen:
            await pick(screen, "Choose a file", "bild.ics", b"%PDF-1.7")
            await until(screen, lambda: screen.shows("This is no calendar file that MIA can read."))
            await pick(screen, "Choose a file", "stor.ics", b"x" * 300_000)
            await until(screen, lambda: screen.shows("The file is too large for a summons."))
            await pick(screen, "Choose a file", "nej.ics", summons("RRULE:FREQ=SECONDLY"))
            await until(screen, lambda: screen.shows("repeated in a way that MIA does not know"))
            assert [one.live_region for one in screen.controls(ft.Semantics) if one.live_region]


async def test_an_appointment_of_a_care_system_comes_in_too(tmp_path: Path) -> None:
    said = {
        "resourceType": "Appointment",
        "id": "1",
        "status": "booked",
        "description": "Återbesök",
        "start": (NOW + timedelta(days=2)).isoformat(),
    }
    with a_home(tmp_path) as home:
        async with home.screen(places.FROM_FILE) as screen:
            await pick(screen, "Choose a file", "tid.json", json.dumps(said).encode())
            await until(screen, lambda: screen.shows("Only you"))
            await screen.click("Only you")
            await screen.click("Bring it in")
        own = home.companion.view.plan().own.appointments.values()
        assert [one.title for one in own if one.outside] == ["Återbesök"]


async def test_a_coordinator_brings_one_in_for_a_person(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        office.person(NORA, "Nora Ek")
        async with office.screen(route=f"/person/{NORA}/book-from-file") as screen:
            await pick(screen, "Choose a file", "kallelse.ics", summons())
            await until(screen, lambda: screen.shows("Bring it in"))
            assert not screen.shows("Who can see this?")
            await screen.click("Bring it in")
        plan = office.companion.view.plan(NORA)
        assert [one.title for one in plan.shared.appointments.values()] == ["Läkarbesök"]
