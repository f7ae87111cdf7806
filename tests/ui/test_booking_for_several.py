"""The booking form for one or several: who, and what goes wrong."""

from collections.abc import Callable
from pathlib import Path

import flet as ft
import pytest

from mia_companion.app.actions import Outcome
from mia_companion.wire import problems
from tests.example_data import COORDINATOR
from tests.ui.booking_there import ADA, BO, fill, two_people
from tests.ui.office import an_office


@pytest.mark.parametrize("width", [390, 1280])
async def test_from_the_calendar_for_two_with_oneself_and_a_colleague(
    tmp_path: Path, width: int
) -> None:
    with an_office(tmp_path) as office:
        two_people(office)
        async with office.screen(route="/calendar", width=width) as screen:
            await screen.click("Book a time")
            await fill(screen, "Ada", "Bo")
            assert screen.shows("Everyone reads these words, each in their own app.")
            await screen.click("Jonas Berg")
            groups = [one for one in screen.controls(ft.RadioGroup) if one.value == ""]
            assert len(groups) == 2
            await screen.fire(groups[1], "change", "wanted", value="wanted")
            await screen.click("Book the time")
            assert screen.page.route == "/calendar"
            assert screen.shows("Booked for 2 people.")
            assert screen.shows("Ada and Bo")
        (ada,) = office.companion.view.plan(ADA).appointments
        (bo,) = office.companion.view.plan(BO).appointments
        assert ada.booking == bo.booking
        assert ada.id != bo.id
        assert ada.attended_by == (COORDINATOR, "account-jonas")
        assert ada.interpreter is None
        assert bo.interpreter
        assert (bo.interpreter.state, bo.interpreter.language) == ("wanted", "so")


async def test_one_more_is_added_from_a_person_s_screen_and_one_is_left_out_again(
    tmp_path: Path,
) -> None:
    with an_office(tmp_path) as office:
        two_people(office)
        async with office.screen(route=f"/person/{ADA}/book") as screen:
            assert screen.shows("Book a time for Ada")
            await screen.click("Add someone")
            await screen.type("Find someone by name", "zz")
            assert screen.shows("Nobody else here has that name.")
            await screen.type("Find someone by name", "b")
            await screen.click("Bo")
            assert not screen.shows("Book a time for Ada")
            await screen.click("Not for Ada")
            assert screen.shows("Book a time for Bo")
            await fill(screen)
            await screen.click("Book the time")
            assert screen.page.route == f"/person/{ADA}"
        assert office.companion.view.plan(ADA).appointments == ()
        assert len(office.companion.view.plan(BO).appointments) == 1


async def test_nobody_chosen_and_nothing_written_is_said_and_nothing_is_booked(
    tmp_path: Path,
) -> None:
    with an_office(tmp_path) as office:
        two_people(office)
        async with office.screen(route="/calendar/book") as screen:
            await screen.click("Book the time")
            assert screen.shows("Choose for whom first.")
            await screen.click("Ada")
            await screen.click("Book the time")
            assert screen.shows("Choose the day and the time first.")
            await screen.type("Day, as", "2026-03-05")
            await screen.type("Time, as", "9:30")
            await screen.click("Book the time")
            assert screen.shows("Write something first.")
        assert office.companion.view.outbox == ()


async def test_who_could_not_be_booked_stays_in_the_form_and_the_rest_is_booked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with an_office(tmp_path) as office:
        two_people(office)
        book: Callable[..., Outcome] = office.do.meetings.book

        def full_for_bo(*given: object, **more: object) -> Outcome:
            if more["participant"] == BO:
                return Outcome(problem=problems.DISK_FULL)
            return book(*given, **more)

        async with office.screen(route="/calendar/book") as screen:
            await fill(screen, "Ada", "Bo")
            with monkeypatch.context() as patched:
                patched.setattr(office.do.meetings, "book", full_for_bo)
                await screen.click("Book the time")
            assert screen.shows("Booked for Ada. Not for the others yet:")
            assert screen.shows("Bo: The device is full.")
            assert screen.shows("Book a time for Bo")
            await screen.click("Book the time")
            assert screen.page.route == "/calendar"
        (ada,) = office.companion.view.plan(ADA).appointments
        (bo,) = office.companion.view.plan(BO).appointments
        assert ada.booking == bo.booking
