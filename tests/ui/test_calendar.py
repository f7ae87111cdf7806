"""The coordinator's calendar: a week and a day, and the meeting behind a row."""

from pathlib import Path

import flet as ft
import pytest

from mia_companion.domain import rights
from mia_companion.domain.appointments import (
    AppointmentCancelled,
    AppointmentConfirmed,
    MoveAsked,
)
from mia_companion.domain.arrangements import InterpreterNoted
from mia_companion.domain.directory import CoordinatorListed
from mia_companion.ui.coordinator.calendar import row, telling
from tests.example_data import COORDINATOR, NOW
from tests.ui.calendar_there import (
    ADA,
    BO,
    DAY,
    HOUR,
    JONAS,
    booked,
    breakfast,
    day_names,
    one_of,
    row_of,
)
from tests.ui.office import an_office


async def test_a_row_says_when_what_who_where_and_how_it_stands(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        breakfast(office)
        office.says(
            ADA,
            AppointmentConfirmed(appointment_id="a-1", revision=one_of(office, ADA, "a-1").now.id),
        )
        office.says(BO, MoveAsked(appointment_id="b-1", revision=one_of(office, BO, "b-1").now.id))
        async with office.screen(route="/calendar") as screen:
            assert row_of(screen, "Frukost") == (
                "09:00–10:00 Frukost Ada and Bo Torget 1 1 asks for another time 1 says yes"
                " You will be there"
            )
            assert screen.shows("Week 10")
            assert screen.shows("2–8 Mar")


@pytest.mark.parametrize(("weekend", "count"), [(False, 5), (True, 7)])
async def test_five_days_stand_beside_each_other_or_seven_when_the_weekend_has_something(
    tmp_path: Path, weekend: bool, count: int
) -> None:
    with an_office(tmp_path) as office:
        breakfast(office)
        if weekend:
            booked(office, ADA, "a-2", starts=NOW + 5 * DAY, booking_id="b-2")
        async with office.screen(route="/calendar") as screen:
            assert len(day_names(screen)) == count
            assert day_names(screen)[:2] == ["Mon, 2 Mar", "Tue, 3 Mar"]
            assert screen.find("Mon, 2 Mar", ft.Row).controls
            assert screen.shows("Book a time on Tuesday, 3 March")


async def test_arrows_lead_to_other_weeks_and_back_to_today(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        breakfast(office)
        async with office.screen(route="/calendar") as screen:
            await screen.click("The week after")
            assert screen.shows("Week 11")
            assert not screen.shows("Frukost")
            await screen.click("Today")
            assert screen.shows("Week 10")
            await screen.click("The week before")
            assert screen.shows("Week 9")


async def test_a_day_shows_its_meetings_and_when_one_is_free(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        breakfast(office)
        async with office.screen(route="/calendar", width=390) as screen:
            await screen.click("Day")
            assert screen.shows("Monday, 2 March")
            assert screen.shows("Today · Week 10")
            assert not screen.shows("Frukost")
            await screen.click("The day after")
            assert screen.shows("Frukost")
            assert screen.shows("Book within 08:00–09:00")
            await screen.click("Book within 10:00–17:00")
            assert screen.page.route == "/calendar/book/2026-03-03/1000"
            assert screen.shows("tomorrow 10:00")


async def test_two_at_once_and_too_little_time_for_the_way_are_said(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        breakfast(office)
        booked(office, ADA, "a-2", starts=NOW + DAY + HOUR / 2, booking_id="b-2", title="Rond")
        later = {"starts": NOW + DAY + 1.25 * HOUR, "booking_id": "b-3", "title": "Besök"}
        booked(office, BO, "b-3", place="Storgatan 2", attended_by=(COORDINATOR,), **later)
        async with office.screen(route="/calendar") as screen:
            said = row_of(screen, "Ada and Bo")
            assert "Ada also has a time 09:30–10:30: Rond" in said
            assert "You are to be at Storgatan 2 at 10:15: 15 minutes to get there" in said
            assert "Bo also" not in said
            assert "You are at Torget 1 until 10:00: 15 minutes to get there" in row_of(
                screen, "Besök"
            )


@pytest.mark.parametrize(
    ("by", "said"), [(ADA, "Ada"), (JONAS, "Jonas Berg"), (COORDINATOR, "you")]
)
async def test_a_cancelled_one_says_by_whom(tmp_path: Path, by: str, said: str) -> None:
    with an_office(tmp_path) as office:
        office.person(ADA, "Ada")
        jonas = CoordinatorListed(coordinator_id=JONAS, name="Jonas Berg")
        office.tell(rights.DIRECTORY, None, jonas, COORDINATOR)
        booked(office, ADA, "a-1")
        gone = AppointmentCancelled(
            appointment_id="a-1", revision=one_of(office, ADA, "a-1").now.id
        )
        office.tell(rights.SHARED, ADA, gone, by)
        async with office.screen(route="/calendar") as screen:
            assert row_of(screen, "Frukost").endswith(f"Cancelled by {said}")


async def test_an_interpreter_that_is_wanted_is_seen_in_the_week(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        breakfast(office)
        office.says(ADA, InterpreterNoted(appointment_id="a-1", state="wanted", language="so"))
        async with office.screen(route="/calendar") as screen:
            assert screen.shows("An interpreter is to be booked")


async def test_who_comes_into_the_list_comes_into_the_calendar_that_is_open(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        breakfast(office)
        async with office.screen(route="/calendar") as screen:
            office.person("person-cy", "Cy")
            booked(office, "person-cy", "c-1")
            await screen.settle()
            assert screen.shows("Ada, Bo and Cy") or screen.shows("Ada, Bo, and Cy")


async def test_large_text_puts_the_days_under_each_other(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        breakfast(office)
        async with office.screen(route="/calendar") as screen:
            beside = [one for one in screen.controls(ft.Row) if len(one.controls) == 5]
            assert beside
            screen.state.text_scale = 2
            await screen.settle()
            assert not [one for one in screen.controls(ft.Row) if len(one.controls) == 5]
            assert screen.shows("Frukost")


async def test_only_what_changed_is_drawn_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    line = row._line

    def counted(said: telling.Said, tint: str) -> ft.Control:
        drawn.append(said[1])
        return line(said, tint)

    monkeypatch.setattr(row, "_line", counted)
    with an_office(tmp_path) as office:
        breakfast(office)
        booked(office, BO, "b-2", starts=NOW + 2 * DAY, booking_id="b-2", place="Storgatan 2")
        async with office.screen(route="/calendar") as screen:
            drawn.clear()
            yes = AppointmentConfirmed(
                appointment_id="b-2", revision=one_of(office, BO, "b-2").now.id
            )
            office.says(BO, yes)
            await screen.settle()
            assert screen.shows("Says yes")
        assert "Storgatan 2" in drawn
        assert "Torget 1" not in drawn


@pytest.mark.parametrize("language", ["sv", "ar"])
@pytest.mark.parametrize("width", [390, 1280])
async def test_it_all_in_other_languages(tmp_path: Path, language: str, width: int) -> None:
    with an_office(tmp_path, language) as office:
        breakfast(office)
        for route in ("/calendar", f"/calendar/meeting/{ADA}/a-1", "/calendar/book"):
            async with office.screen(route=route, width=width) as screen:
                assert len(screen.texts()) > 10
