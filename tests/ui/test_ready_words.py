"""Ready words: the team's own, put after what is written, with the person's name in them."""

from pathlib import Path

import flet as ft
import pytest

from mia_companion.domain import rights
from mia_companion.domain.directory import MessageTemplateListed
from mia_companion.domain.message_templates import filled, message_templates, put_after
from mia_companion.ui import places
from mia_companion.ui.coordinator.paths import inbox_path, template_path
from mia_companion.ui.coordinator.site.starting_words import STARTING_WORDS
from tests.example_data import COORDINATOR
from tests.ui.office import Drawn, Office, an_office

ADA = "person-ada"


def _lists(office: Office, id_: str, title: str, words: str) -> None:
    fact = MessageTemplateListed(template_id=id_, title=title, words=words)
    office.tell(rights.DIRECTORY, None, fact, COORDINATOR)


def _listed(office: Office) -> list[tuple[str, str]]:
    found = message_templates(office.companion.view.site.listings)
    return [(one.title, one.words) for one in found]


def _in_the_box(screen: Drawn, label: str) -> str:
    return str(screen.find(label, ft.TextField).value)


@pytest.mark.parametrize("route", [inbox_path(ADA, "general"), f"/person/{ADA}"])
async def test_they_come_after_what_is_written_and_are_sent_only_by_sending(
    tmp_path: Path, route: str
) -> None:
    with an_office(tmp_path) as office:
        office.person(ADA, "Ada")
        _lists(office, "t-1", "Hälsning", "Hej {name}! Hur har du det?")
        _lists(office, "t-2", "", "")
        async with office.screen(route=route) as screen:
            await screen.type("Write a message", "Tack för brevet.")
            await screen.click("Ready words")
            assert screen.shows("Hej Ada! Hur har du det?")
            await screen.click("Hälsning")
            assert not screen.shows("Hälsning")
            whole = "Tack för brevet.\nHej Ada! Hur har du det?"
            assert _in_the_box(screen, "Write a message") == whole
            assert office.companion.view.plan(ADA).thread() == ()
            await screen.click("Send")
            assert [m.words for m in office.companion.view.plan(ADA).thread()] == [whole]


async def test_closed_again_nothing_has_changed(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        office.person(ADA, "Ada")
        _lists(office, "t-1", "Hälsning", "Hej {name}!")
        async with office.screen(route=inbox_path(ADA, "general")) as screen:
            await screen.type("Write a message", "Halvt")
            await screen.click("Ready words")
            await screen.click("Close ready words")
            assert _in_the_box(screen, "Write a message") == "Halvt"
            assert screen.shows("Ready words")


async def test_a_team_without_any_begins_with_some_of_ours_by_one_tap(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        office.person(ADA, "Ada")
        async with office.screen(route=inbox_path(ADA, "general")) as screen:
            await screen.click("Ready words")
            await screen.click(f"Begin with {len(STARTING_WORDS)} ready messages")
            assert len(_listed(office)) == len(STARTING_WORDS)
            await screen.click("Bra gjort")
            assert _in_the_box(screen, "Write a message").startswith("Vad bra gjort, Ada!")
        assert {w.entry.journal for w in office.companion.view.deeds_to_send} == {"directory-site"}


async def test_the_team_writes_changes_and_takes_away_its_own(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        async with office.screen(route=places.SITE) as screen:
            await screen.click("Ready words for messages")
            assert screen.page.route == places.MESSAGE_TEMPLATES
            assert screen.shows("The team has no ready words yet.")
            await screen.click("Write new ones")
            await screen.click("Save")
            assert screen.shows("Write something first.")
            await screen.type("What they are called", "Kaffe")
            await screen.type("The words", "Vill du fika,")
            await screen.click("Put the name in")
            await screen.click("Save")
            assert screen.page.route == places.MESSAGE_TEMPLATES
            assert _listed(office) == [("Kaffe", "Vill du fika, {name}")]
            await screen.click("Change Kaffe")
            await screen.type("The words", "Vill du fika?")
            await screen.click("Save")
            assert _listed(office) == [("Kaffe", "Vill du fika?")]
            await screen.click("Undo")
            assert _listed(office) == [("Kaffe", "Vill du fika, {name}")]
            await screen.click("Take away Kaffe")
            assert _listed(office) == []
            await screen.click("Undo")
            assert len(_listed(office)) == 1


async def test_half_written_they_are_there_again_and_what_is_gone_is_said(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        async with office.screen(route=template_path("new")) as screen:
            await screen.type("The words", "Halvt")
        async with office.screen(route=template_path("new")) as screen:
            assert _in_the_box(screen, "The words") == "Halvt"
        async with office.screen(route=template_path("t-gone")) as screen:
            assert screen.shows("This is not here any more.")
            await screen.click("To the ready words")
            assert screen.page.route == places.MESSAGE_TEMPLATES


@pytest.mark.parametrize("language", ["sv", "en", "ar"])
@pytest.mark.parametrize("width", [390, 1280])
async def test_in_every_language_and_width(tmp_path: Path, language: str, width: int) -> None:
    with an_office(tmp_path, language) as office:
        _lists(office, "t-1", "Hälsning", "Hej {name}!")
        for route in (places.MESSAGE_TEMPLATES, template_path("t-1")):
            async with office.screen(route=route, width=width) as screen:
                assert screen.shows("Hälsning")


@pytest.mark.parametrize(
    ("words", "name", "said"),
    [
        ("Hej {name}!", "Ada", "Hej Ada!"),
        ("Hej {namn}! {name}?", "Ada", "Hej Ada! Ada?"),
        ("Hej {name}!", "Samira Haddad", "Hej Samira!"),
        ("Hej {name}!", "Abdul Rahman", "Hej Abdul Rahman!"),
        ("Hej {name}!", "عبد الرحمن", "Hej عبد الرحمن!"),
        ("Hej {name}!", "", "Hej!"),
        ("{name}, hej", "", ", hej"),
        ("{0} {else} {{name}", "Ada", "{0} {else} {Ada"),
        ("Hej {name}", "{name}", "Hej {name}"),
    ],
)
def test_the_name_in_its_place(words: str, name: str, said: str) -> None:
    assert filled(words, name) == said


def test_nothing_that_is_written_is_touched() -> None:
    assert put_after("", "Hej") == "Hej"
    assert put_after(" \n", "Hej") == "Hej"
    assert put_after("Ett\n\nTvå \n", "Hej") == "Ett\n\nTvå\nHej"


def test_the_starting_words_are_short_and_one_of_each() -> None:
    assert len({one.template_id for one in STARTING_WORDS}) == len(STARTING_WORDS)
    assert all(one.title and len(one.words) < 140 for one in STARTING_WORDS)
