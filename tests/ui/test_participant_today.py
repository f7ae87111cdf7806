"""Today: one tap marks the step, one more takes it back."""

from datetime import timedelta
from pathlib import Path

import flet as ft
import pytest

from mia_companion.domain.appointments import AppointmentCancelled
from mia_companion.domain.messages import MessageWritten
from mia_companion.domain.steps import DONE, PLANNED, TRIED
from mia_companion.ui import places
from mia_companion.wire import problems
from tests.example_data import COORDINATOR, JOURNAL
from tests.ui.appointment_there import FULL, ONE, the_one
from tests.ui.home import a_home


async def test_shows_the_step_the_appointment_and_the_message(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen() as screen:
            for shown in ("Gå ut en stund", "Läkarbesök", "Karin Berg", "Hur går det?", "Amina"):
                assert screen.shows(shown)


async def test_one_tap_marks_the_step_and_undo_takes_it_back(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen() as screen:
            await screen.click("Done")
            assert home.companion.view.plan().step("step-1").state == DONE  # type: ignore[union-attr]
            assert screen.shows("Well done")
            assert screen.shows("1 thing waits to be sent")
            await screen.fire(screen.find("Undo", ft.TextButton), "click")
            assert home.companion.view.plan().step("step-1").state == PLANNED  # type: ignore[union-attr]
            assert screen.shows("Gå ut en stund")


async def test_tried_is_a_good_answer(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen() as screen:
            assert not screen.shows("I tried")
            await screen.click("How did it go?")
            await screen.click("I tried")
            assert home.companion.view.plan().step("step-1").state == TRIED  # type: ignore[union-attr]
            assert screen.shows("You tried, and that counts.")


async def test_something_good_is_two_taps(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen() as screen:
            await screen.click("I did something good")
            await screen.click("I went outside")
            assert home.waiting() == [(JOURNAL, "StepRecorded")]
            assert screen.page.route == places.TODAY
            assert screen.shows("It is written down")


async def test_yes_to_the_appointment(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen() as screen:
            await screen.click("I will come")
            assert home.waiting() == [(JOURNAL, "AppointmentConfirmed")]
            assert screen.shows("You have said that you will come.")


async def test_nothing_yet_is_a_kind_question(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        async with home.screen() as screen:
            assert screen.shows("What could be a small step for you?")
            assert screen.shows("Nothing is booked.")
            await screen.click("Choose a small step")
            assert screen.page.route == places.NEW_STEP


async def test_before_the_plan_has_come_nothing_is_called_empty(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        home.companion.left(JOURNAL, problems.ACCESS_ENDED)
        async with home.screen() as screen:
            assert screen.shows("Your plan is on its way.")
            assert not screen.shows("Nothing is booked")


async def test_an_answer_of_ones_own_makes_no_message_wait(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.do.messages.mark_read()
        async with home.screen() as screen:
            assert not screen.shows("A message from")
            home.clock.now += timedelta(hours=1)
            home.tell(MessageWritten(message_id="m2", words="Ring mig gärna"), by=COORDINATOR)
            await screen.settle()
            assert screen.shows("Ring mig gärna")


async def test_the_next_appointment_carries_what_is_needed_for_it(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        home.tell(FULL, by=COORDINATOR)
        for n, private in enumerate((False, True)):
            home.do.arrangements.prepare("appointment-1", "Sak", private=private, item=f"p-{n}")
        home.do.arrangements.interpreter("appointment-1", "wanted", "so")
        async with home.screen() as screen:
            for shown in (
                "Thursday, 5 March 09:00 to 09:30, in 3 days", "We meet, Storgatan 1",
                "With Lena Åkesson", "Bring: Legitimation", "You have 2 things to say",
                "You have asked for an interpreter.", "I will come",
            ):  # fmt: skip
                assert screen.shows(shown)
            assert not screen.shows("Open the map")
            await screen.click("See all of it")
            assert screen.page.route == ONE


async def test_on_the_day_itself_the_one_thing_to_do_leads_there(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        home.tell(FULL, by=COORDINATOR)
        home.do.appointments.confirm(the_one(home))
        home.clock.now = FULL.starts_at - timedelta(hours=1)
        async with home.screen() as screen:
            assert screen.shows("Today 09:00 to 09:30, in 1 hour")
            assert screen.shows("Open the map")
            assert not screen.shows("Call 010-123 45 67")


async def test_what_others_cancelled_is_told_until_it_would_have_been(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        home.tell(FULL, by=COORDINATOR)
        gone = AppointmentCancelled(appointment_id="appointment-1", revision=the_one(home).now.id)
        home.tell(gone, by=COORDINATOR)
        said = "Cancelled: Läkarbesök, Thursday, 5 March 09:00 to 09:30. You do not need to come."
        async with home.screen() as screen:
            assert screen.shows(said)
            assert screen.shows("Nothing is booked.")
        home.clock.now = FULL.starts_at + timedelta(days=1)
        async with home.screen() as screen:
            assert not screen.shows("Cancelled")


@pytest.mark.parametrize(("web", "bubbles"), [(True, [""] * 5), (False, [None] * 5)])
async def test_in_a_browser_no_bubbles_over_the_places(
    tmp_path: Path, web: bool, bubbles: list[str | None]
) -> None:
    """One just gone would leave a screen reader pointing at nothing; on a phone a long press shows it."""
    with a_home(tmp_path) as home:
        async with home.screen(web=web) as screen:
            (bottom,) = screen.controls(ft.NavigationBar)
            assert [place.tooltip for place in bottom.destinations] == bubbles
