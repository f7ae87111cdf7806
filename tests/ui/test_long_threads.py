"""Long threads show their newest, and a message that comes draws itself and nothing else."""

from pathlib import Path

import flet as ft
import pytest

from mia_companion.domain.messages import MessageWritten
from mia_companion.ui import places
from mia_companion.ui.components import bubble
from mia_companion.ui.components.bubble import BubbleWords
from tests.example_data import COORDINATOR, NOW
from tests.ui.home import Home, a_home
from tests.ui.office import an_office

ADA = "person-ada"


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The words of every bubble that is rendered, as it happens."""
    rendered: list[str] = []
    texts = bubble._texts

    def counted(said: BubbleWords) -> ft.Control:
        rendered.append(said.words)
        return texts(said)

    monkeypatch.setattr(bubble, "_texts", counted)
    return rendered


def _said(n: int) -> MessageWritten:
    return MessageWritten(message_id=f"m-{n}", words=f"Rad {n}.")


def _told(home: Home, count: int) -> None:
    for n in range(count):
        home.tell(_said(n), by=COORDINATOR)


async def test_the_newest_thirty_are_shown_and_thirty_more_with_each_tap(
    tmp_path: Path, drawn: list[str]
) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        _told(home, 75)
        async with home.screen(places.MESSAGES) as screen:
            assert sorted(drawn) == sorted(f"Rad {n}." for n in range(45, 75))
            drawn.clear()
            await screen.click("Show earlier")
            assert sorted(drawn) == sorted(f"Rad {n}." for n in range(15, 45))
            drawn.clear()
            await screen.click("Show earlier")
            assert len(drawn) == 15
            assert not screen.shows("Show earlier")
            [listed] = [one for one in screen.controls(ft.ListView) if one.expand]
            assert listed.reverse  # it begins at its foot, so that nothing moves


async def test_a_message_that_comes_draws_one_bubble(tmp_path: Path, drawn: list[str]) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        _told(home, 40)
        async with home.screen(places.MESSAGES) as screen:
            drawn.clear()
            home.tell(_said(40), by=COORDINATOR)
            await screen.settle()
            assert drawn == ["Rad 40."]
            assert screen.shows("Rad 40.")


async def test_a_key_that_is_pressed_draws_no_bubble(tmp_path: Path, drawn: list[str]) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        _told(home, 40)
        async with home.screen(places.MESSAGES) as screen:
            drawn.clear()
            await screen.type("Write a message", "Hej")
            assert drawn == []


async def test_after_writing_the_list_stands_at_its_foot(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        _told(home, 40)
        async with home.screen(places.MESSAGES) as screen:
            await screen.type("Write a message", "Hej")
            await screen.click("Send")
            moved = [m.body for m in screen.sent.messages if "scroll_to" in str(m.body)]
            assert "'offset': 0" in str(moved[-1])


async def test_the_coordinators_long_thread_is_as_light(tmp_path: Path, drawn: list[str]) -> None:
    with an_office(tmp_path) as office:
        office.person(ADA, "Ada")
        for n in range(45):
            office.says(ADA, _said(n), at=NOW)
        async with office.screen(route=f"/person/{ADA}") as screen:
            assert len(drawn) == 30
            drawn.clear()
            office.says(ADA, _said(45))
            await screen.settle()
            assert drawn == ["Rad 45."]
            drawn.clear()
            await screen.click("Show earlier")
            assert len(drawn) == 16
