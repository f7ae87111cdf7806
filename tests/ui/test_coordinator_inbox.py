"""The inbox: who waits, in whose turn, found again, and counted beside the place's name."""

from pathlib import Path

import flet as ft
import pytest

from mia_companion.domain.messages import GENERAL
from mia_companion.ui import places
from mia_companion.ui.coordinator.paths import inbox_path
from tests.ui.inbox_there import ADA, BO, STEP, fill, order, unread
from tests.ui.office import an_office


async def test_whoever_has_waited_longest_stands_first_and_it_is_said_how_long(
    tmp_path: Path,
) -> None:
    with an_office(tmp_path) as office:
        fill(office)
        async with office.screen(route=places.INBOX) as screen:
            assert order(screen) == ["Bo", "Ada"]
            for words in ("Waiting (2)", "2 threads", "Has waited 2 days", "Has waited 3 hours"):
                assert screen.shows(words), words
            assert screen.shows("About: Ringa banken")
            assert screen.shows("Choose one in the list")
            assert unread(office, BO) == 1  # in a list nothing is read
            await screen.click("Done")
            assert order(screen) == ["Cilla"]
            assert screen.shows("You wrote 1 hour ago")
            await screen.click("All")
            assert order(screen) == ["Bo", "Ada", "Cilla"]


async def test_by_name_by_words_and_by_what_it_is_about(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        fill(office)
        async with office.screen(route=places.INBOX) as screen:
            await screen.click("All")
            for sought, found in (
                ("cil", ["Cilla"]),
                ("HEJ", ["Ada"]),
                ("banken", ["Bo"]),
                ("xyz", []),
            ):
                await screen.type("Search by name or words", sought)
                assert order(screen) == found
            assert screen.shows("Nothing here has those words.")


async def test_what_waits_is_counted_beside_the_places_name_on_every_place(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        fill(office)
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


@pytest.mark.parametrize("language", ["sv", "en", "ar"])
@pytest.mark.parametrize(("width", "height"), [(390, 844), (320, 480), (1280, 800), (1280, 400)])
async def test_in_every_language_and_size(
    tmp_path: Path, language: str, width: int, height: int
) -> None:
    with an_office(tmp_path, language) as office:
        async with office.screen(route=places.INBOX, width=width, height=height) as screen:
            assert len(screen.texts()) > 5
        fill(office)
        path = inbox_path(BO, STEP)
        async with office.screen(route=path, width=width, height=height) as screen:
            assert any("Vad säger jag?" in text for text in screen.texts())
