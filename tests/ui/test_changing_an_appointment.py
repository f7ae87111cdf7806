"""Changing an appointment: only what one changed is said, by whoever may."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import flet as ft
import pytest

from mia_companion.domain.appointment import Appointment
from mia_companion.domain.appointments import AppointmentMoved
from mia_companion.domain.arrangements import AppointmentDetailed
from mia_companion.domain.facts import read_fact
from mia_companion.ui import places
from tests.example_data import COORDINATOR, NOW, booking
from tests.ui.home import Home, a_home

SHARED = f"{places.APPOINTMENT}/appointment-1"


def _one(home: Home, item: str = "appointment-1") -> Appointment:
    found = home.companion.view.plan().appointment(item)
    assert found is not None
    return found


def _mine(home: Home) -> str:
    done = home.do.appointments.book(
        "Tandläkaren", "other", NOW + timedelta(days=2), place="Torget 1", contact="Ulla"
    )
    return done.item


async def test_ones_own_is_changed_from_its_screen(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        item = _mine(home)
        async with home.screen(f"{places.APPOINTMENT}/{item}") as screen:
            await screen.click("Change the time or the rest")
            assert screen.find("What is it?", ft.TextField).value == "Tandläkaren"
            assert screen.find("Where?", ft.TextField).value == "Torget 1"
            await screen.type("What is it?", "Tandhygienisten")
            await screen.click("Save")
            assert screen.page.route == f"{places.APPOINTMENT}/{item}"
            assert screen.shows("Tandhygienisten")
            assert screen.shows("Undo")
        assert [kind for _, kind in home.waiting()] == ["AppointmentBooked", "AppointmentDetailed"]
        assert _one(home, item).contact == "Ulla"


async def test_time_and_place_are_moved_and_the_rest_is_said(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        item = _mine(home)
        async with home.screen(f"{places.APPOINTMENT}/{item}/change") as screen:
            await screen.type("Time, as", "10:30")
            await screen.type("Where?", "Torget 2")
            await screen.type("What to bring?", "Kortet")
            await screen.click("Save")
            assert not screen.shows("Undo")
            assert screen.shows("Before it was: Wednesday, 4 March 09:00")
            await screen.click("What has happened (3)")
            await screen.click("Use this time")
        one = _one(home, item)
        assert (one.now.starts_at, one.now.place, one.bring) == (
            NOW + timedelta(days=2), "Torget 1", "Kortet",
        )  # fmt: skip


async def test_nothing_changed_writes_nothing(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        item = _mine(home)
        async with home.screen(f"{places.APPOINTMENT}/{item}/change") as screen:
            await screen.click("Save")
        assert len(home.waiting()) == 1


async def test_a_title_is_never_emptied(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        item = _mine(home)
        async with home.screen(f"{places.APPOINTMENT}/{item}/change") as screen:
            await screen.type("What is it?", "  ")
            await screen.click("Save")
            assert screen.shows("Write something first.")
        assert len(home.waiting()) == 1


async def test_others_can_be_added_to_and_not_moved(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(SHARED) as screen:
            await screen.click("Add something about it")
            assert not screen.shows("When?")
            assert not screen.shows("What is it?")
            await screen.type("How to get there", "Buss 4")
            await screen.click("Save")
            assert screen.shows("Buss 4")
        fact = read_fact(home.companion.store.outbox.all()[-1].entry.body)
        assert fact == AppointmentDetailed(appointment_id="appointment-1", directions="Buss 4")


async def test_what_others_said_meanwhile_is_not_said_back(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(f"{SHARED}/change") as screen:
            await screen.type("How to get there", "Buss 4")
        home.tell(
            AppointmentDetailed(appointment_id="appointment-1", bring="Legitimation"),
            by=COORDINATOR,
        )
        async with home.screen(f"{SHARED}/change") as screen:
            assert screen.find("How to get there", ft.TextField).value == "Buss 4"
            await screen.click("Save")
        one = _one(home)
        assert (one.directions, one.bring) == ("Buss 4", "Legitimation")


async def test_a_move_meanwhile_is_told_and_not_undone(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        home.tell(booking())
        item = "appointment-1"
        async with home.screen(f"{places.APPOINTMENT}/{item}/change") as screen:
            await screen.type("What to bring?", "Kortet")
            moved = AppointmentMoved(
                appointment_id=item,
                revision=_one(home, item).now.id,
                starts_at=datetime(2026, 3, 10, 8, tzinfo=UTC),
            )
            home.tell(moved, by=COORDINATOR)
            await screen.settle()
            assert screen.shows("Meanwhile it got another time or place: Tuesday, 10 March 09:00")
            await screen.click("Save")
        one = _one(home, item)
        assert one.now.starts_at == datetime(2026, 3, 10, 8, tzinfo=UTC)
        assert one.bring == "Kortet"


async def test_leaving_it_as_it_is_forgets_the_draft(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(f"{SHARED}/change") as screen:
            await screen.type("How to get there", "Buss 4")
            await screen.click("Leave it as it is")
        async with home.screen(f"{SHARED}/change") as screen:
            assert screen.find("How to get there", ft.TextField).value == ""
        assert home.waiting() == []


@pytest.mark.parametrize("language", ["sv", "en", "ar"])
async def test_the_forms_in_every_language(tmp_path: Path, language: str) -> None:
    with a_home(tmp_path, language) as home:
        item = _mine(home)
        for path in (SHARED, f"{places.APPOINTMENT}/{item}"):
            async with home.screen(f"{path}/change") as screen:
                assert len(screen.texts()) >= 5
        async with home.screen(f"{places.APPOINTMENT}/gone/change") as screen:
            assert len(screen.texts()) >= 2
