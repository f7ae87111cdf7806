"""A thread opened from the inbox: read by being shown, answered, or said to need no answer."""

from pathlib import Path

import pytest

from mia_companion.domain import rights
from mia_companion.domain.messages import GENERAL, MessageWritten
from mia_companion.domain.settled_threads import ThreadSettled
from mia_companion.ui import places
from mia_companion.ui.coordinator.paths import inbox_path
from tests.ui.inbox_there import ADA, BO, STEP, fill, says, tap, unread
from tests.ui.office import an_office


@pytest.mark.parametrize("width", [390, 1280])
async def test_answered_the_next_is_one_tap_away_and_is_not_read_before(
    tmp_path: Path, width: int
) -> None:
    with an_office(tmp_path) as office:
        fill(office)
        async with office.screen(route=places.INBOX, width=width) as screen:
            await screen.click("Bo")
            assert screen.page.route == inbox_path(BO, STEP)
            assert (unread(office, BO), unread(office, ADA)) == (0, 1)
            assert screen.shows("Waits for an answer")
            assert not screen.shows("Next one waiting")
            await screen.type("Write a message", "Säg ditt namn")
            await screen.click("Send")
            assert screen.shows("Done: you wrote last")
            assert unread(office, ADA) == 1
            await tap(office, screen, "Next one waiting: Ada")
            assert screen.page.route == inbox_path(ADA, GENERAL)
            assert screen.shows("Hej Karin")
            await tap(office, screen, "Needs no answer")
            assert screen.shows("Done: you said that it needs no answer")
            assert screen.shows("Nobody waits for an answer.")


async def test_settled_it_is_done_and_can_be_undone_and_waits_again_with_a_new_message(
    tmp_path: Path,
) -> None:
    with an_office(tmp_path) as office:
        fill(office)
        async with office.screen(route=inbox_path(ADA, GENERAL)) as screen:
            await tap(office, screen, "Needs no answer")
            assert screen.shows("Waiting (1)")
            assert screen.shows("Needs no answer. It is under Done.")
            await screen.click("Undo")
            assert screen.shows("Waiting (2)")
            await tap(office, screen, "Needs no answer")
            await tap(office, screen, "Let it wait again")
            assert screen.shows("Waiting (2)")
            await screen.click("Undo")
            assert screen.shows("Waiting (1)")
            says(office, ADA, "En sak till")
            await screen.settle()
            assert screen.shows("Waiting (2)")
            assert screen.shows("Came just now")
        said = [one.entry for one in office.companion.store.outbox.all()]
        settled = [one.journal for one in said if one.kind == "ThreadSettled"]
        assert settled == [f"team-{ADA}"] * 5
        assert not [one for one in said if one.journal == f"shared-{ADA}" and "ettled" in one.body]


async def test_a_doubled_tap_settles_one_and_opens_nothing(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        fill(office)
        async with office.screen(route=inbox_path(ADA, GENERAL)) as screen:
            await screen.click("Needs no answer")  # the second half of the tap that led here
            assert screen.shows("Waits for an answer")
            await tap(office, screen, "Needs no answer")
            await screen.click("Next one waiting: Bo")
            assert screen.page.route == inbox_path(ADA, GENERAL)
            await tap(office, screen, "Next one waiting: Bo")
            await screen.click("Needs no answer")
            assert screen.shows("Waiting (1)")


async def test_what_came_while_it_was_open_is_read_by_settling_it(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        fill(office)
        async with office.screen(route=inbox_path(ADA, GENERAL)) as screen:
            says(office, ADA, "En sak till")
            await screen.settle()
            assert unread(office, ADA) == 1
            await tap(office, screen, "Needs no answer")
            assert unread(office, ADA) == 0
            done = office.do.messages.settle(GENERAL, ADA, upto="m-Hej Karin")
            await screen.settle()
            assert done
            assert screen.shows("Waits for an answer")  # the later message was not meant


async def test_a_colleague_who_was_quicker_is_named(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        fill(office)
        async with office.screen(route=inbox_path(ADA, GENERAL)) as screen:
            settled = ThreadSettled(thread_id=GENERAL, message_id="m-Hej Karin")
            office.tell(rights.TEAM, ADA, settled, "account-jonas")
            await screen.settle()
            assert screen.shows("Done: A coordinator said that it needs no answer")
            said = MessageWritten(message_id="m-jonas", words="Hej Ada")
            office.tell(rights.SHARED, ADA, said, "account-jonas")
            await screen.settle()
            assert screen.shows("Done: A coordinator wrote last")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("thread", ["annat / med? 100 %25 och #", "step:borta", "ä:ö", "رسالة"])
async def test_an_odd_thread_opens_too(tmp_path: Path, width: int, thread: str) -> None:
    with an_office(tmp_path) as office:
        fill(office)
        says(office, ADA, "Udda", thread=thread)
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
        fill(office)
        for path, words in (
            (inbox_path("person-of-others", GENERAL), "That person is not in your list."),
            (inbox_path(ADA, STEP), "This is not here any more."),
        ):
            async with office.screen(route=path, width=width) as screen:
                assert screen.shows(words)
                await screen.click("To the messages")
                assert screen.page.route == places.INBOX
