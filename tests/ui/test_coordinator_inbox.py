"""The inbox: who waits, in whose turn, what is read by being shown, and what needs no answer."""

from datetime import timedelta
from pathlib import Path

import flet as ft
import pytest

from mia_companion.domain import rights
from mia_companion.domain.messages import GENERAL, MessageWritten, thread_about
from mia_companion.domain.settled_threads import ThreadSettled
from mia_companion.domain.steps import StepPlanned
from mia_companion.ui import places
from mia_companion.ui.coordinator.paths import inbox_path
from tests.example_data import COORDINATOR, NOW
from tests.ui.office import Drawn, Office, an_office

ADA, BO, CILLA = "person-ada", "person-bo", "person-cilla"
NAMES = ("Ada", "Bo", "Cilla")
STEP = thread_about("step", "s-1")


def _fill(office: Office) -> None:
    """Bo has waited for two days with a step, Ada for three hours; Cilla has got an answer."""
    for person, name in zip((ADA, BO, CILLA), NAMES, strict=True):
        office.person(person, name)
    office.says(BO, StepPlanned(step_id="s-1", words="Ringa banken"))
    _says(office, ADA, "Hej Karin", hours=3)
    _says(office, BO, "Vad säger jag?", hours=49, thread=STEP)
    _says(office, CILLA, "Tack", hours=9)
    answer = MessageWritten(message_id="m-answer", words="Varsågod")
    office.tell(rights.SHARED, CILLA, answer, COORDINATOR, NOW - timedelta(hours=1))


def _says(office: Office, who: str, words: str, *, hours: int = 0, thread: str = GENERAL) -> None:
    said = MessageWritten(message_id=f"m-{words}", thread_id=thread, words=words)
    office.says(who, said, at=NOW - timedelta(hours=hours))


def _order(screen: Drawn) -> list[str]:
    return [text for text in screen.texts() if text in NAMES]


def _unread(office: Office, person: str) -> int:
    return office.companion.view.plan(person).unread_in_all(COORDINATOR)


async def test_whoever_has_waited_longest_stands_first_and_it_is_said_how_long(
    tmp_path: Path,
) -> None:
    with an_office(tmp_path) as office:
        _fill(office)
        async with office.screen(route=places.INBOX) as screen:
            assert _order(screen) == ["Bo", "Ada"]
            for words in ("Waiting (2)", "2 threads", "Has waited 2 days", "Has waited 3 hours"):
                assert screen.shows(words), words
            assert screen.shows("About: Ringa banken")
            assert screen.shows("Choose one in the list")
            assert _unread(office, BO) == 1  # in a list nothing is read
            await screen.click("Done")
            assert _order(screen) == ["Cilla"]
            assert screen.shows("You wrote 1 hour ago")
            await screen.click("All")
            assert _order(screen) == ["Bo", "Ada", "Cilla"]


async def test_by_name_by_words_and_by_what_it_is_about(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _fill(office)
        async with office.screen(route=places.INBOX) as screen:
            await screen.click("All")
            for sought, found in (
                ("cil", ["Cilla"]),
                ("HEJ", ["Ada"]),
                ("banken", ["Bo"]),
                ("xyz", []),
            ):
                await screen.type("Search by name or words", sought)
                assert _order(screen) == found
            assert screen.shows("Nothing here has those words.")


async def _tap(office: Office, screen: Drawn, words: str) -> None:
    """After a moment, as people do."""
    office.clock.pass_by(seconds=1)
    await screen.click(words)


@pytest.mark.parametrize("width", [390, 1280])
async def test_answered_the_next_is_one_tap_away_and_is_not_read_before(
    tmp_path: Path, width: int
) -> None:
    with an_office(tmp_path) as office:
        _fill(office)
        async with office.screen(route=places.INBOX, width=width) as screen:
            await screen.click("Bo")
            assert screen.page.route == inbox_path(BO, STEP)
            assert (_unread(office, BO), _unread(office, ADA)) == (0, 1)
            assert screen.shows("Waits for an answer")
            assert not screen.shows("Next one waiting")
            await screen.type("Write a message", "Säg ditt namn")
            await screen.click("Send")
            assert screen.shows("Done: you wrote last")
            assert _unread(office, ADA) == 1
            await _tap(office, screen, "Next one waiting: Ada")
            assert screen.page.route == inbox_path(ADA, GENERAL)
            assert screen.shows("Hej Karin")
            await _tap(office, screen, "Needs no answer")
            assert screen.shows("Done: you said that it needs no answer")
            assert screen.shows("Nobody waits for an answer.")


async def test_settled_it_is_done_and_can_be_undone_and_waits_again_with_a_new_message(
    tmp_path: Path,
) -> None:
    with an_office(tmp_path) as office:
        _fill(office)
        async with office.screen(route=inbox_path(ADA, GENERAL)) as screen:
            await _tap(office, screen, "Needs no answer")
            assert screen.shows("Waiting (1)")
            assert screen.shows("Needs no answer. It is under Done.")
            await screen.click("Undo")
            assert screen.shows("Waiting (2)")
            await _tap(office, screen, "Needs no answer")
            await _tap(office, screen, "Let it wait again")
            assert screen.shows("Waiting (2)")
            await screen.click("Undo")
            assert screen.shows("Waiting (1)")
            _says(office, ADA, "En sak till")
            await screen.settle()
            assert screen.shows("Waiting (2)")
            assert screen.shows("Came just now")
        said = [one.entry for one in office.companion.store.outbox.all()]
        settled = [one.journal for one in said if one.kind == "ThreadSettled"]
        assert settled == [f"team-{ADA}"] * 5
        assert not [one for one in said if one.journal == f"shared-{ADA}" and "ettled" in one.body]


async def test_a_doubled_tap_settles_one_and_opens_nothing(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _fill(office)
        async with office.screen(route=inbox_path(ADA, GENERAL)) as screen:
            await screen.click("Needs no answer")  # the second half of the tap that led here
            assert screen.shows("Waits for an answer")
            await _tap(office, screen, "Needs no answer")
            await screen.click("Next one waiting: Bo")
            assert screen.page.route == inbox_path(ADA, GENERAL)
            await _tap(office, screen, "Next one waiting: Bo")
            await screen.click("Needs no answer")
            assert screen.shows("Waiting (1)")


async def test_what_came_while_it_was_open_is_read_by_settling_it(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _fill(office)
        async with office.screen(route=inbox_path(ADA, GENERAL)) as screen:
            _says(office, ADA, "En sak till")
            await screen.settle()
            assert _unread(office, ADA) == 1
            await _tap(office, screen, "Needs no answer")
            assert _unread(office, ADA) == 0
            done = office.do.messages.settle(GENERAL, ADA, upto="m-Hej Karin")
            await screen.settle()
            assert done
            assert screen.shows("Waits for an answer")  # the later message was not meant


async def test_a_colleague_who_was_quicker_is_named(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _fill(office)
        async with office.screen(route=inbox_path(ADA, GENERAL)) as screen:
            settled = ThreadSettled(thread_id=GENERAL, message_id="m-Hej Karin")
            office.tell(rights.TEAM, ADA, settled, "account-jonas")
            await screen.settle()
            assert screen.shows("Done: A coordinator said that it needs no answer")
            said = MessageWritten(message_id="m-jonas", words="Hej Ada")
            office.tell(rights.SHARED, ADA, said, "account-jonas")
            await screen.settle()
            assert screen.shows("Done: A coordinator wrote last")


async def test_what_waits_is_counted_beside_the_places_name_on_every_place(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _fill(office)
        for route in (places.TODAY, places.SITE):
            async with office.screen(route=route) as screen:
                assert screen.shows("2 wait for an answer")
                office.do.messages.settle(GENERAL, ADA)
                await screen.settle()
                assert screen.shows("1 waits for an answer")
                office.do.messages.let_wait(GENERAL, ADA)
        for person, thread in ((ADA, GENERAL), (BO, STEP)):
            office.do.messages.settle(thread, person)
        async with office.screen(route=places.INBOX) as screen:
            assert not screen.shows("wait for an answer")
            assert screen.shows("Nobody waits for an answer.")
            assert not [i for i in screen.controls(ft.Icon) if i.badge]


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("thread", ["annat / med? 100 %25 och #", "step:borta", "ä:ö", "رسالة"])
async def test_an_odd_thread_opens_too(tmp_path: Path, width: int, thread: str) -> None:
    with an_office(tmp_path) as office:
        _fill(office)
        _says(office, ADA, "Udda", thread=thread)
        async with office.screen(route=places.INBOX, width=width) as screen:
            await screen.click("Udda")
            assert screen.shows("About something else")
            await screen.type("Write a message", "Jaha")
            await screen.click("Send")
            plan = office.companion.view.plan(ADA)
            assert [m.words for m in plan.thread(thread)] == ["Udda", "Jaha"]


@pytest.mark.parametrize("width", [390, 1280])
async def test_a_stranger_and_a_thread_that_is_not_here(tmp_path: Path, width: int) -> None:
    with an_office(tmp_path) as office:
        _fill(office)
        for path, words in (
            (inbox_path("person-of-others", GENERAL), "That person is not in your list."),
            (inbox_path(ADA, STEP), "This is not here any more."),
        ):
            async with office.screen(route=path, width=width) as screen:
                assert screen.shows(words)
                await screen.click("To the messages")
                assert screen.page.route == places.INBOX


@pytest.mark.parametrize("language", ["sv", "en", "ar"])
@pytest.mark.parametrize(("width", "height"), [(390, 844), (320, 480), (1280, 800), (1280, 400)])
async def test_in_every_language_and_size(
    tmp_path: Path, language: str, width: int, height: int
) -> None:
    with an_office(tmp_path, language) as office:
        async with office.screen(route=places.INBOX, width=width, height=height) as screen:
            assert len(screen.texts()) > 5
        _fill(office)
        path = inbox_path(BO, STEP)
        async with office.screen(route=path, width=width, height=height) as screen:
            assert any("Vad säger jag?" in text for text in screen.texts())
