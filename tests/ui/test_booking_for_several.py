"""The booking form for one or several: who, what clashes, templates, and what goes wrong."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import flet as ft
import pytest

from mia_companion.app.actions import Outcome
from mia_companion.app.actions.meeting_templates import meeting_templates
from mia_companion.domain import rights
from mia_companion.domain.appointments import AppointmentBooked
from mia_companion.domain.directory import CoordinatorListed, MeetingTemplateListed
from mia_companion.wire import problems
from tests.example_data import COORDINATOR, NOW
from tests.ui.office import Office, an_office
from tests.ui.recording import Screen

ADA, BO = "person-ada", "person-bo"
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def _people(office: Office) -> None:
    office.person(ADA, "Ada")
    office.person(BO, "Bo", "so")
    jonas = CoordinatorListed(coordinator_id="account-jonas", name="Jonas Berg")
    office.tell(rights.DIRECTORY, None, jonas, COORDINATOR)


def _template(office: Office, title: str = "Trepartssamtal", **more: object) -> None:
    fact = MeetingTemplateListed.model_validate(
        {
            "template_id": f"t-{title}",
            "title": title,
            "party": "insurance",
            "minutes": 75,
            "way": "in_person",
            "place": "Torget 1",
            "bring": "Planeringen",
            **more,
        }
    )
    office.tell(rights.DIRECTORY, None, fact, COORDINATOR)


def _value(screen: Screen, label: str) -> str:
    return screen.find(label, ft.TextField).value or ""


async def _fill(screen: Screen, *names: str, day: str = "2026-03-05", clock: str = "9:30") -> None:
    for name in names:
        if not screen.shows("Find someone by name"):
            await screen.click("Add someone")
        await screen.click(name)
    await screen.type("What it is about", "Frukost")
    await screen.type("Day, as", day)
    await screen.type("Time, as", clock)


@pytest.mark.parametrize("width", [390, 1280])
async def test_from_the_calendar_for_two_with_oneself_and_a_colleague(
    tmp_path: Path, width: int
) -> None:
    with an_office(tmp_path) as office:
        _people(office)
        async with office.screen(route="/calendar", width=width) as screen:
            await screen.click("Book a time")
            await _fill(screen, "Ada", "Bo")
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
        _people(office)
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
            await _fill(screen)
            await screen.click("Book the time")
            assert screen.page.route == f"/person/{ADA}"
        assert office.companion.view.plan(ADA).appointments == ()
        assert len(office.companion.view.plan(BO).appointments) == 1


async def test_nobody_chosen_and_nothing_written_is_said_and_nothing_is_booked(
    tmp_path: Path,
) -> None:
    with an_office(tmp_path) as office:
        _people(office)
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


@pytest.mark.parametrize(
    ("day", "clock", "said", "starts"),
    [
        ("2026-03-29", "02:30", "The clocks are put forward that night", None),
        ("2026-10-25", "02:30", "", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        ("2026-03-32", "09:30", "Write the day like", None),
        ("2026-03-01", "09:30", "That time has passed.", datetime(2026, 3, 1, 8, 30, tzinfo=UTC)),
    ],
)
async def test_an_hour_that_is_none_or_is_twice_or_has_passed(
    tmp_path: Path, day: str, clock: str, said: str, starts: datetime | None
) -> None:
    with an_office(tmp_path) as office:
        _people(office)
        async with office.screen(route="/calendar/book") as screen:
            await _fill(screen, "Ada", "Bo", day=day, clock=clock)
            await screen.click("Book the time")
            if said:
                assert screen.shows(said)
                assert office.companion.view.outbox == ()
            await screen.click("Book the time") if said else None
        for person in (ADA, BO):
            found = [one.now.starts_at for one in office.companion.view.plan(person).appointments]
            assert found == ([starts] if starts else [])


async def test_what_a_time_would_clash_with_is_said_while_it_is_chosen(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _people(office)
        for person, hours, title, place, who in (
            (ADA, 2, "Läkarbesök", "", ()),
            (BO, 0.5, "Besök", "Torget 1", (COORDINATOR,)),
        ):
            starts = NOW + DAY + hours * HOUR
            fact = AppointmentBooked(
                appointment_id=f"{person}-1",
                party="region",
                title=title,
                starts_at=starts,
                ends_at=starts + HOUR / 2,
                place=place,
                attended_by=who,
            )
            office.tell(rights.SHARED, person, fact, COORDINATOR)
        async with office.screen(route="/calendar/book") as screen:
            await _fill(screen, "Ada", day="2026-03-03", clock="10:15")
            await screen.type("Place", "Storgatan 2")
            assert screen.shows("Ada also has a time 11:00–11:30: Läkarbesök")
            assert screen.shows("You are at Torget 1 until 10:00: 15 minutes to get there")
            await screen.click("I will be there too")
            assert not screen.shows("You are at Torget 1")
            await screen.type("Time, as", "13:00")
            assert not screen.shows("also has a time")


async def test_a_day_that_is_tapped_takes_the_half_written_form_along(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _people(office)
        async with office.screen(route="/calendar/book/2026-03-05/0930") as screen:
            assert (_value(screen, "Day, as"), _value(screen, "Time, as")) == ("2026-03-05", "0930")
            await screen.type("What it is about", "Frukost")
            await screen.click("Back without saving")
            await screen.click("Book a time on Friday, 6 March")
            assert _value(screen, "What it is about") == "Frukost"
            assert _value(screen, "Day, as") == "2026-03-06"
            await screen.type("Day, as", "2026-03-09")
        async with office.screen(route="/calendar/book/2026-03-06") as screen:
            assert _value(screen, "Day, as") == "2026-03-09"


async def test_who_could_not_be_booked_stays_in_the_form_and_the_rest_is_booked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with an_office(tmp_path) as office:
        _people(office)
        book: Callable[..., Outcome] = office.do.meetings.book

        def full_for_bo(*given: object, **more: object) -> Outcome:
            if more["participant"] == BO:
                return Outcome(problem=problems.DISK_FULL)
            return book(*given, **more)

        async with office.screen(route="/calendar/book") as screen:
            await _fill(screen, "Ada", "Bo")
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


async def test_a_template_fills_what_is_empty_and_leaves_what_is_written(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _people(office)
        _template(office)
        _template(office, "Frukost", minutes=None, place="Torget 3", way="phone", bring="")
        async with office.screen(route="/calendar/book") as screen:
            await screen.type("What to bring", "Legitimation")
            await screen.click("Trepartssamtal")
            assert _value(screen, "What it is about") == "Trepartssamtal"
            assert _value(screen, "Place") == "Torget 1"
            assert _value(screen, "What to bring") == "Legitimation"
            assert "75" in [one.value for one in screen.controls(ft.RadioGroup)]
            await screen.click("Frukost")
            assert _value(screen, "What it is about") == "Frukost"
            assert _value(screen, "What to bring") == "Legitimation"
            values = [one.value for one in screen.controls(ft.RadioGroup)]
            assert "phone" in values
            assert "0" in values


async def test_what_is_written_becomes_a_template_with_nobody_and_no_time_in_it(
    tmp_path: Path,
) -> None:
    with an_office(tmp_path) as office:
        _people(office)
        async with office.screen(route="/calendar/book") as screen:
            await screen.click("Save as a common meeting")
            assert screen.shows("Let no words in it be about a person.")
            await screen.click("Save it")
            assert screen.shows("Write something first.")
            assert meeting_templates(office.companion.view) == ()
            await _fill(screen, "Ada")
            await screen.type("Place", "Torget 1")
            await screen.click("Save it")
            assert screen.shows("It is among the common meetings now.")
        (one,) = meeting_templates(office.companion.view)
        assert (one.title, one.minutes, one.place) == ("Frukost", 60, "Torget 1")
        (waiting,) = office.companion.view.outbox
        assert ADA not in waiting.entry.body
        assert "2026" not in waiting.entry.body


async def test_templates_are_renamed_and_taken_off_with_a_way_back(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _template(office)
        async with office.screen(route="/site") as screen:
            await screen.click("Common meetings")
            assert screen.shows("Försäkringskassan · We meet · 75 minutes")
            await screen.click("Rename Trepartssamtal")
            await screen.type("What it is called", " ")
            await screen.click("Save")
            assert screen.shows("Write something first.")
            await screen.type("What it is called", "Möte med handläggaren")
            await screen.click("Save")
            (one,) = meeting_templates(office.companion.view)
            assert (one.title, one.place) == ("Möte med handläggaren", "Torget 1")
            await screen.click("Take Möte med handläggaren off the list")
            assert screen.shows("None yet.")
            await screen.click("Undo")
            assert meeting_templates(office.companion.view) == (one,)
            assert screen.shows("Möte med handläggaren")
