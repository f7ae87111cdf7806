"""The simple week: in order, across New Year, remembered on the device, and without reproach."""

from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path

import flet as ft
import pytest

from mia_companion.domain.appointments import AppointmentCancelled
from mia_companion.domain.plan import Plan
from mia_companion.domain.steps import StepPlanned
from mia_companion.domain.weeks import Day, week_of
from mia_companion.ui import places
from mia_companion.ui.participant.appointments import day, week
from tests.example_data import COORDINATOR, NOW, TODAY, booking, step
from tests.ui.home import Home, a_home
from tests.ui.recording import Screen

DAY = timedelta(days=1)


def _days(screen: Screen) -> list[str]:
    """The names of the days, in the order in which a screen reader comes to them."""
    headings = [one for one in screen.controls(ft.Semantics) if one.heading_level == 3]
    return [str(getattr(one.content, "value", "")) for one in headings]


def _in_weeks(home: Home) -> None:
    home.do.choices.times_as("week")


async def test_the_choice_is_remembered_on_the_device(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.APPOINTMENTS) as screen:
            assert not screen.shows("Week 10")
            await screen.click("Week")
            assert screen.shows("Week 10")
        assert home.waiting() == []
        async with home.screen(places.APPOINTMENTS) as screen:
            assert screen.shows("Week 10")
            await screen.click("List")
            assert not screen.shows("Week 10")


async def test_seven_days_in_order_with_times_and_steps(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        _in_weeks(home)
        home.tell(StepPlanned(step_id="walk", words="Gå en sväng", repeats=(3, 5)))
        home.tell(step("mine", "Bara mitt", TODAY + 6 * DAY), private=True)
        async with home.screen(places.APPOINTMENTS) as screen:
            assert _days(screen) == [
                "Today, Monday, 2 March", "Tomorrow, Tuesday, 3 March", "Wednesday, 4 March",
                "Thursday, 5 March", "Friday, 6 March", "Saturday, 7 March", "Sunday, 8 March",
            ]  # fmt: skip
            assert screen.shows("2–8 Mar")
            texts = screen.texts()
            order = [
                texts.index(words) for words in ("Gå ut en stund", "Läkarbesök", "Gå en sväng")
            ]
            assert order == sorted(order)
            assert texts.count("Gå en sväng") == 2
            assert texts.count("Nothing planned") == 2
            assert screen.shows("Bara mitt · Only you")


async def test_a_day_that_has_passed_is_silent_about_what_was_not_done(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        _in_weeks(home)
        home.tell(StepPlanned(step_id="walk", words="Gå en sväng", repeats=(1, 2)))
        home.clock.now += 3 * DAY
        async with home.screen(places.APPOINTMENTS) as screen:
            assert not screen.shows("Gå en sväng")
            assert screen.texts().count("Nothing planned") == 4
            await screen.click("The week after")
            assert screen.texts().count("Gå en sväng") == 2


async def test_one_leafs_over_new_year_and_comes_back(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        _in_weeks(home)
        home.clock.now = datetime(2026, 12, 22, 8, tzinfo=UTC)
        home.tell(booking("eve", datetime(2027, 1, 1, 9, tzinfo=UTC)), by=COORDINATOR)
        async with home.screen(places.APPOINTMENTS) as screen:
            assert screen.shows("Week 52")
            assert not screen.shows("To this week")
            await screen.click("The week after")
            assert screen.shows("Week 53")
            assert screen.shows("28 Dec 2026 – 3 Jan 2027")
            assert screen.shows("Friday, 1 January 2027")
            assert screen.shows("Läkarbesök")
            await screen.click("The week after")
            assert screen.shows("Week 1")
            await screen.click("To this week")
            await screen.click("The week before")
            assert screen.shows("Week 51")


async def test_a_finger_that_is_stuck_comes_to_an_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(week, "_FURTHEST", 3)
    with a_home(tmp_path, lived_in=False) as home:
        _in_weeks(home)
        async with home.screen(places.APPOINTMENTS) as screen:
            for _ in range(5):
                await screen.click("The week before")
            assert screen.shows("Week 7")
            for _ in range(9):
                await screen.click("The week after")
            assert screen.shows("Week 13")


async def test_what_is_cancelled_says_so_in_the_week_and_opens(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        _in_weeks(home)
        (one,) = home.companion.view.plan().appointments
        gone = AppointmentCancelled(appointment_id=one.id, revision=one.now.id)
        home.tell(gone, by=COORDINATOR)
        async with home.screen(places.APPOINTMENTS) as screen:
            assert screen.shows("Cancelled. You do not need to come.")
            await screen.click("Läkarbesök")
            assert screen.page.route == f"{places.APPOINTMENT}/{one.id}"
        async with home.screen(places.APPOINTMENTS) as screen:
            await screen.click("Gå ut en stund")
            assert screen.page.route == f"{places.STEP}/step-1"


async def test_what_changes_one_day_draws_one_day_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    shown = day._shown_time

    def counted(one: day.TimeLines, opened: object) -> ft.Control:
        drawn.append(one.title)
        return shown(one, opened)  # type: ignore[arg-type]

    monkeypatch.setattr(day, "_shown_time", counted)
    with a_home(tmp_path, lived_in=False) as home:
        _in_weeks(home)
        for n in range(4):
            fact = booking(f"day-{n}", NOW + n * DAY + timedelta(hours=1))
            home.tell(fact.model_copy(update={"title": f"Besök {n}"}), by=COORDINATOR)
        async with home.screen(places.APPOINTMENTS) as screen:
            assert len(drawn) == 4
            drawn.clear()
            one = home.companion.view.plan().appointment("day-2")
            assert one is not None
            home.do.appointments.confirm(one)
            await screen.settle()
            assert drawn == ["Besök 2"]


async def test_the_week_is_laid_out_anew_only_when_steps_or_times_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid: list[date] = []

    def counted(plan: Plan, monday: date, today: date, zone: tzinfo) -> tuple[Day, ...]:
        laid.append(monday)
        return week_of(plan, monday, today, zone)

    monkeypatch.setattr(week, "week_of", counted)
    with a_home(tmp_path) as home:
        _in_weeks(home)
        async with home.screen(places.APPOINTMENTS) as screen:
            laid.clear()
            home.companion.syncing()
            home.companion.failed("offline")
            home.do.messages.write("Hej")
            await screen.settle()
            assert laid == []
            home.do.path.mark_step("step-1", "done")
            await screen.settle()
            assert laid == [TODAY]
            assert screen.shows("Gå ut en stund · Done")


@pytest.mark.parametrize("language", ["sv", "ar"])
async def test_the_week_in_other_languages(tmp_path: Path, language: str) -> None:
    with a_home(tmp_path, language) as home:
        _in_weeks(home)
        async with home.screen(places.APPOINTMENTS) as screen:
            assert len(_days(screen)) == 7
            assert screen.shows("10")
