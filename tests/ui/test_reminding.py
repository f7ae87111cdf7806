"""Choosing to be reminded: on the step's or the appointment's own screen, in words, a tap each."""

from datetime import time, timedelta
from pathlib import Path

import pytest

from mia_companion.domain.appointments import AppointmentCancelled
from mia_companion.domain.reminders import ReminderSet
from mia_companion.domain.step_marks import StepDone
from mia_companion.domain.steps import StepPlanned
from mia_companion.ui import places
from tests.example_data import COORDINATOR, OWN_JOURNAL, TODAY, booking, step
from tests.ui.home import Home, a_home

BOOKED = f"{places.APPOINTMENT}/appointment-1"
STEP = f"{places.STEP}/step-1"


def chosen(home: Home, item: str = "appointment-1") -> ReminderSet | None:
    reminder = home.companion.view.plan().own.reminders.get(item)
    return reminder.said if reminder else None


def wait(home: Home) -> None:
    """Long enough that the next tap is meant."""
    home.clock.now += timedelta(seconds=5)


async def test_an_appointment_of_the_evening_before_and_an_hour_before(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(BOOKED) as screen:
            assert screen.shows("No reminder")
            assert not screen.shows("The evening before")
            await screen.click("Choose a reminder")
            assert screen.shows("today 18:00")  # it is tomorrow at nine
            await screen.click("The evening before")
            wait(home)
            await screen.click("One hour before")
            assert screen.shows("The reminder is set.")
            assert chosen(home) == ReminderSet(item="appointment-1", before=(60,), eve=time(18))
            assert {journal for journal, _ in home.waiting()} == {OWN_JOURNAL}
            wait(home)
            await screen.click("The evening before")
            assert chosen(home) == ReminderSet(item="appointment-1", before=(60,))
            wait(home)
            await screen.click("Not at all")
            assert screen.shows("The reminder is off.")
            assert chosen(home) == ReminderSet(item="appointment-1")
            await screen.click("Close")
            assert screen.shows("No reminder")


async def test_a_trembling_tap_counts_once(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(BOOKED) as screen:
            await screen.click("Choose a reminder")
            await screen.click("One hour before")
            await screen.click("One hour before")
            assert chosen(home) == ReminderSet(item="appointment-1", before=(60,))


async def test_a_step_of_a_day_in_the_morning_or_at_a_time_of_ones_own(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        home.tell(step("step-1", "Ringa", TODAY + timedelta(days=2)))
        async with home.screen(STEP) as screen:
            await screen.click("Choose a reminder")
            assert not screen.shows("One hour before")
            await screen.click("In the morning that day")
            assert chosen(home, "step-1") == ReminderSet(item="step-1", at=time(8))
            wait(home)
            await screen.click("At a time I choose")
            await screen.type("Time, as hours:minutes", "14.15")
            await screen.click("Remind me then")
            assert chosen(home, "step-1") == ReminderSet(item="step-1", at=time(14, 15))
            assert screen.shows("14:15")
            wait(home)
            await screen.click("At a time I choose")
            assert chosen(home, "step-1") == ReminderSet(item="step-1")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("halv tre", "Write the time like 14:30."),
        ("", "Write the time like 14:30."),
        ("25:00", "Write the time like 14:30."),
        ("10:00", "It begins at 09:00. Choose an earlier time."),
    ],
)
async def test_a_time_that_cannot_be_is_told_and_kept(
    tmp_path: Path, typed: str, said: str
) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(BOOKED) as screen:
            await screen.click("Choose a reminder")
            await screen.click("At a time I choose")
            await screen.type("Time, as hours:minutes", typed)
            await screen.click("Remind me then")
            assert screen.shows(said)
            assert chosen(home) is None
        async with home.screen(BOOKED) as screen:  # the app was closed meanwhile
            await screen.click("Choose a reminder")
            assert not typed or screen.shows(typed)


async def test_a_time_that_has_passed_is_not_offered_and_cannot_be_chosen(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(STEP) as screen:  # today's, and it is nine o'clock
            await screen.click("Choose a reminder")
            assert not screen.shows("The evening before")
            assert not screen.shows("In the morning that day")
            await screen.click("At a time I choose")
            await screen.type("Time, as hours:minutes", "7")
            await screen.click("Remind me then")
            assert screen.shows("That time has passed. Choose a later one.")


async def test_what_repeats_has_times_without_a_day(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        home.tell(StepPlanned(step_id="step-1", words="Gå en sväng", repeats=(1, 3)))
        async with home.screen(STEP) as screen:
            await screen.click("Choose a reminder")
            assert "18:00" in screen.texts()
            await screen.click("The evening before")
            assert chosen(home, "step-1") == ReminderSet(item="step-1", eve=time(18))


async def test_where_nothing_takes_place_there_is_nothing_to_choose(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        home.tell(step("step-1", "Utan dag"))
        home.tell(step("step-2", "Klart", TODAY))
        home.tell(StepDone(step_id="step-2"))
        home.tell(booking(), by=COORDINATOR)
        home.tell(
            AppointmentCancelled(appointment_id="appointment-1", revision="x"), by=COORDINATOR
        )
        async with home.screen(STEP) as screen:
            assert screen.shows("Give this step a day, and you can be reminded of it.")
        for path in (f"{places.STEP}/step-2", BOOKED):
            async with home.screen(path) as screen:
                assert not screen.shows("eminder")


async def test_what_another_version_chose_is_told_and_kept(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.do.reminders.choose("appointment-1", before=(180, 45), eve=time(20))
        async with home.screen(BOOKED) as screen:
            for line in ("3 hours before", "45 minutes before", "The evening before, 20:00"):
                assert screen.shows(line)
            await screen.click("Change the reminder")
            await screen.click("One hour before")
            said = chosen(home)
            assert said is not None
            assert said.before == (45, 60, 180)
