"""All reminders in one list: turned off in a tap, and told honestly where they can be shown."""

from collections.abc import Iterator
from datetime import time, timedelta
from pathlib import Path

import pytest

from mia_companion.app.reminding import Reminding
from mia_companion.device.notifications import MemoryNotifications
from mia_companion.domain.appointments import AppointmentCancelled
from mia_companion.i18n.languages import LANGUAGES
from mia_companion.ui import places
from mia_companion.ui.context import ZONE
from mia_companion.ui.participant.reminders.lock_screen import notice_words
from tests.example_data import COORDINATOR, OWN_JOURNAL, TODAY, step
from tests.ui.home import Drawn, Home, a_home


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    """Reminders of an appointment tomorrow, and of a step the day after."""
    with a_home(tmp_path) as made:
        made.tell(step("step-2", "Ringa kommunen", TODAY + timedelta(days=2)))
        made.do.reminders.choose("step-2", at=time(8))
        made.do.reminders.choose("appointment-1", before=(60,), eve=time(18))
        yield made


async def test_the_nearest_first_with_what_was_chosen(home: Home) -> None:
    async with home.screen(places.REMINDERS) as screen:
        texts = screen.texts()
        assert texts.index("Läkarbesök") < texts.index("Ringa kommunen")
        for said in (
            "Tomorrow 09:00",
            "One hour before",
            "The evening before, 18:00",
            "Wednesday, 4 March",
            "That day at 08:00",
        ):
            assert said in texts


async def test_one_is_turned_off_and_on_again(home: Home) -> None:
    async with home.screen(places.REMINDERS) as screen:
        await screen.click("Turn it off: Läkarbesök")
        assert screen.shows("The reminder is off.")
        assert not screen.shows("Läkarbesök")
        assert home.waiting()[-1] == (OWN_JOURNAL, "ReminderSet")
        await screen.click("Undo")
        assert screen.shows("The evening before, 18:00")


async def test_a_row_opens_what_it_is_about(home: Home) -> None:
    async with home.screen(places.REMINDERS) as screen:
        await screen.click("That day at 08:00")
        assert screen.page.route == f"{places.STEP}/step-2"


async def test_what_will_not_take_place_is_not_there(home: Home) -> None:
    home.tell(AppointmentCancelled(appointment_id="appointment-1", revision="x"), by=COORDINATOR)
    home.do.path.mark_step("step-2", "done")
    async with home.screen(places.REMINDERS) as screen:
        assert screen.shows("No reminders yet")
        await screen.click("To appointments")
        assert screen.page.route == places.APPOINTMENTS


async def test_a_browser_does_not_promise_what_it_cannot(home: Home) -> None:
    async with home.screen(places.REMINDERS) as screen:
        assert screen.shows("Here, reminders are shown in MIA while it is open.")
        assert not screen.shows("Show reminders on this phone")


def on_a_phone(home: Home, phone: MemoryNotifications) -> Drawn:
    screen = home.screen(places.REMINDERS)
    screen.state.reminding = Reminding(home.companion, phone, notice_words, ZONE)
    return screen


async def test_a_phone_asks_when_it_is_turned_on_and_shows_what_it_will_look_like(
    home: Home,
) -> None:
    phone = MemoryNotifications()
    async with on_a_phone(home, phone) as screen:
        assert screen.shows("You have a reminder")
        assert phone.asked == 0
        await screen.click("Show reminders on this phone")
        assert phone.asked == 1
        assert home.companion.view.shows_notices
        await screen.click("Show reminders on this phone")
        assert not home.companion.view.shows_notices


async def test_a_phone_that_says_no_is_told_kindly_and_the_choice_stays_off(home: Home) -> None:
    async with on_a_phone(home, MemoryNotifications(answer=False)) as screen:
        await screen.click("Show reminders on this phone")
        assert screen.shows("Your phone does not let MIA show reminders.")
        assert not home.companion.view.shows_notices


async def test_a_yes_taken_back_in_the_phones_settings_is_noticed(home: Home) -> None:
    phone = MemoryNotifications()
    async with on_a_phone(home, phone) as screen:
        await screen.click("Show reminders on this phone")
    phone.answer = False
    async with on_a_phone(home, phone) as screen:
        assert screen.shows("Your phone does not let MIA show reminders.")


@pytest.mark.parametrize("tag", [one.tag for one in LANGUAGES])
def test_a_notice_says_the_same_whatever_it_is_about(tag: str) -> None:
    words = notice_words(tag)
    assert words.title
    assert words.body
    if tag == "en":
        assert (words.title, words.body) == ("You have a reminder", "Open MIA to see it.")
    assert notice_words("") == notice_words("sv")
