"""Messages: read when shown, written without a network, and plain about how far they have come."""

from pathlib import Path

import flet as ft

from mia_companion.domain.messages import ThreadReadUpTo
from mia_companion.ui import places
from tests.example_data import COORDINATOR, JOURNAL, PARTICIPANT, message
from tests.ui.home import a_home


async def test_what_is_shown_is_marked_as_read(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.MESSAGES) as screen:
            assert screen.shows("Hur går det?")
            assert home.waiting() == [(JOURNAL, "ThreadReadUpTo")]
            assert not home.companion.view.plan().unread(PARTICIPANT)


async def test_written_without_a_network_it_waits(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.MESSAGES) as screen:
            await screen.type("Write a message", "Tack, bra")
            assert "Tack, bra" in home.do.drafts.read("message:general")
            await screen.fire(screen.controls(ft.FilledIconButton)[0], "click")
            assert (JOURNAL, "MessageWritten") in home.waiting()
            assert screen.shows("Waiting to be sent")
            assert not screen.find("Write a message", ft.TextField).value


async def test_what_the_coordinator_has_read_says_so(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.tell(message("mine", "Jag kommer"))
        async with home.screen(places.MESSAGES) as screen:
            assert screen.shows("Sent")
            home.tell(ThreadReadUpTo(seq=99), by=COORDINATOR)
            await screen.settle()
            assert "Read" in screen.texts()


async def test_an_empty_message_is_not_sent(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.MESSAGES) as screen:
            await screen.fire(screen.controls(ft.FilledIconButton)[0], "click")
            assert screen.shows("Write something first.")


async def test_help_stands_where_one_writes(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.MESSAGES) as screen:
            assert screen.shows("Messages are not for emergencies.")
