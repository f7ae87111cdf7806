"""A thread for each matter: found from the matter and from the messages, read and written apart."""

from pathlib import Path

import flet as ft
import pytest

from mia_companion.domain.appointments import AppointmentBooked
from mia_companion.domain.messages import MessageWritten, ThreadReadUpTo, thread_about
from mia_companion.domain.words import Undone
from mia_companion.ui import places
from mia_companion.ui.participant.messages.about import WriteAbout
from tests.example_data import COORDINATOR, JOURNAL, NOW, PARTICIPANT, step
from tests.ui.home import Home, a_home
from tests.ui.recording import Screen
from tests.ui.team import WEEK, list_in_directory

STEP = thread_about("step", "step-1")
TIME = thread_about("appointment", "appointment-1")


def _wrote(home: Home, words: str, thread: str, by: str = COORDINATOR) -> None:
    said = MessageWritten(message_id=f"m-{words}", thread_id=thread, words=words)
    home.tell(said, by=by)


def _unread(home: Home, thread: str) -> int:
    return home.companion.view.plan().unread(PARTICIPANT, thread)


async def test_while_there_is_one_thread_the_place_is_that_thread(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.MESSAGES) as screen:
            assert screen.shows("Hur går det?")
            assert not screen.shows("thread")


async def test_what_is_new_elsewhere_is_said_in_words_and_one_tap_away(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        _wrote(home, "Hur var promenaden?", STEP)
        async with home.screen(places.MESSAGES) as screen:
            assert _unread(home, STEP) == 1  # not shown, so not read
            assert screen.shows("1 new message")
            await screen.click("Gå ut en stund")
            assert screen.shows("About a step")
            assert screen.shows("Hur var promenaden?")
            assert not screen.shows("Hur går det?")
            assert _unread(home, STEP) == 0
            await screen.go(places.MESSAGES)
            assert screen.shows("1 other thread")
            assert not screen.shows("1 new message")


async def test_the_list_says_what_each_is_about_what_came_last_and_what_is_new(
    tmp_path: Path,
) -> None:
    with a_home(tmp_path) as home:
        _wrote(home, "Tolken är bokad", TIME)
        _wrote(home, "Hur var promenaden?", STEP)
        _wrote(home, "Skönt", STEP, PARTICIPANT)
        _wrote(home, "Något från senare", "garden:1")
        async with home.screen(places.MESSAGES) as screen:
            await screen.click("New messages in 3 other threads")
            texts = screen.texts()
            names = ("You and your coordinator", "About something else", "Gå ut en stund")
            found = [texts.index(name) for name in (*names, "Läkarbesök")]
            assert found == sorted(found)
            assert "You: Skönt" in texts
            assert "Karin Berg: Tolken är bokad" in texts
            assert texts.count("1 new message") == 3
            await screen.click("Läkarbesök")
            assert screen.shows("About an appointment")
            await screen.click("Läkarbesök")
            assert screen.page.route == f"{places.APPOINTMENT}/appointment-1"


async def test_the_badge_counts_what_is_unread_in_every_thread(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        _wrote(home, "Hur var promenaden?", STEP)
        async with home.screen() as screen:
            assert "2 unread" in screen.texts()


async def test_each_thread_has_its_own_words_half_written(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(f"{places.THREAD}/{STEP}") as screen:
            assert screen.shows("Nothing is written about this yet.")
            await screen.type("Write a message", "Det var kallt")
            await screen.go(places.MESSAGES)
            assert not screen.shows("Det var kallt")
            await screen.go(f"{places.THREAD}/{STEP}")
            assert screen.shows("Det var kallt")
            await screen.click("Send")
        plan = home.companion.view.plan()
        assert [m.words for m in plan.thread(STEP)] == ["Det var kallt"]
        assert home.waiting() == [(JOURNAL, "ThreadReadUpTo"), (JOURNAL, "MessageWritten")]
        assert home.do.drafts.read(f"message:{STEP}") == ""


async def test_a_message_beneath_another_screen_is_not_taken_as_read(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.MESSAGES) as screen:
            await screen.go(places.HOURS)
            _wrote(home, "Är du där?", "general")
            await screen.settle()
            assert _unread(home, "general") == 1
            await screen.go(places.MESSAGES)
            assert _unread(home, "general") == 0


async def test_the_opening_hours_lie_on_top_of_the_thread_one_came_from(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        list_in_directory(home, *WEEK)
        for place in (places.MESSAGES, f"{places.THREAD}/{STEP}"):
            async with home.screen(place) as screen:
                await screen.click("Opening hours")
                assert screen.page.route == f"{place}/hours"
                assert screen.shows("Monday (today)")


@pytest.mark.parametrize(
    "thread",
    ["step:step-own", "step:nowhere", "appointment:nowhere", "step:", "garden:1", "%00", ":"],
)
async def test_there_is_no_thread_about_what_is_private_or_not_here(
    tmp_path: Path, thread: str
) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(f"{places.THREAD}/{thread}") as screen:
            assert screen.shows("This is not here any more.")
            assert not screen.shows("Det jag inte sagt")
            await screen.click("To the messages")
            assert screen.shows("Hur går det?")


async def test_what_was_written_stays_when_the_matter_is_taken_back(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.tell(step("step-2", "Ringa Per"))
        made = home.companion.view.plan().step("step-2")
        assert made is not None
        thread = thread_about("step", "step-2")
        _wrote(home, "Vad ska jag säga?", thread, PARTICIPANT)
        home.tell(Undone(item="step-2", entry=made.planned_by.entry))
        async with home.screen(f"{places.THREAD}/{thread}") as screen:
            assert screen.shows("Ringa Per")
            assert screen.shows("Vad ska jag säga?")


@ft.component
def _Matter(what: str, item: str) -> list[ft.View]:
    """`WriteAbout` on a page, as another screen places it."""
    return [ft.View(controls=[WriteAbout(what, item)])]


def _matter(home: Home, what: str, item: str) -> Screen:
    drawn = home.screen()
    drawn.component, drawn.given = _Matter, (what, item)
    return drawn


async def test_from_the_matter_one_sees_how_much_is_written_about_it(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with _matter(home, "step", "step-1") as screen:
            assert "Write about this" in screen.texts()
            _wrote(home, "Hur var promenaden?", STEP)
            _wrote(home, "Berätta gärna", STEP)
            await screen.settle()
            assert "2 messages about this · 2 new messages" in screen.texts()
            home.tell(ThreadReadUpTo(thread_id=STEP, seq=99))
            await screen.settle()
            assert "2 messages about this" in screen.texts()
            await screen.click("2 messages about this")
            assert screen.page.route == f"{places.THREAD}/{STEP}"


@pytest.mark.parametrize("item", ["step-own", "nowhere"])
async def test_what_is_private_has_no_such_button(tmp_path: Path, item: str) -> None:
    with a_home(tmp_path) as home:
        async with _matter(home, "step", item) as screen:
            assert not screen.controls(ft.OutlinedButton)


@pytest.mark.parametrize("language", ["sv", "ar"])
async def test_in_every_language_and_width(tmp_path: Path, language: str) -> None:
    with a_home(tmp_path, language) as home:
        _wrote(home, "Hur var promenaden?", STEP)
        long = AppointmentBooked(
            appointment_id="long", party="region", title="Lång rubrik " * 100, starts_at=NOW
        )
        home.tell(long, by=COORDINATOR)
        _wrote(home, "Tid", thread_about("appointment", "long"))
        for width in (320, 1280):
            for path in (places.MESSAGES, places.THREADS, f"{places.THREAD}/{STEP}"):
                async with home.screen(path, width=width) as screen:
                    assert screen.texts()
