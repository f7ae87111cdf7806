"""The invite screen: the way in, what the app is, and the phone as it comes in."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import flet as ft
import httpx
import pytest

from mia_companion.domain.people import LanguageChosen
from mia_companion.i18n.words import words_for
from mia_companion.paper.invitation import about, title
from mia_companion.ui.coordinator.invite import standing
from tests.example_data import NOW
from tests.paper.reading import Paper
from tests.ui.invited import NORA, PAIR, Server, invite, screen_of, until
from tests.ui.office import Office, an_office


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """The next look comes with the next turn of the loop."""
    monkeypatch.setattr(standing, "pause", lambda _: asyncio.sleep(0))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with an_office(tmp_path) as made:
        yield made


@pytest.fixture
def server(office: Office) -> Server:
    return Server(office)


@pytest.mark.parametrize("width", [390, 1280])
async def test_the_picture_stands_beside_the_letters(
    office: Office, server: Server, width: int
) -> None:
    async with screen_of(office, width=width, where="https://mia.example.org") as screen:
        await invite(screen)
        [picture] = screen.controls(ft.Image)
        assert picture.semantics_label == (
            "A picture that a phone's camera reads. The code says the same."
        )
        assert screen.shows("7 K Q M, 2 X P 1")
        assert screen.shows("https://mia.example.org")


async def test_where_no_address_is_known_none_is_made_up(office: Office, server: Server) -> None:
    async with screen_of(office) as screen:
        await invite(screen)
        assert not screen.controls(ft.Image)
        assert screen.shows("Open the app on the phone, and write the code.")


async def test_what_the_app_is_is_read_in_their_language(office: Office, server: Server) -> None:
    async with screen_of(office) as screen:
        await invite(screen)
        for heading, said in about(words_for("en")):
            assert screen.shows(heading)
            assert screen.shows(said)
        await screen.click("العربية")
        arabic = words_for("ar")
        for heading, said in about(arabic):
            assert screen.shows(heading)
            assert screen.shows(said)
        box = [one for one in screen.controls(ft.Container) if one.rtl]
        assert any(title(arabic) in words for words in screen.texts())
        assert len(box) == 1
        await screen.click("Copy the text")
        assert screen.shows("Copied")


async def test_the_paper_is_in_that_language_and_bears_no_name(
    office: Office, server: Server
) -> None:
    files: list[dict[str, Any]] = []
    async with screen_of(office, where="https://mia.example.org") as screen:
        screen.page.web = True
        screen.sent.answers["save_file"] = files.append
        await invite(screen)
        await screen.click("Svenska")
        await screen.click("Make a paper with a code")
        for _ in range(200):
            if files:
                break
            await asyncio.sleep(0.05)
        await until(screen, "Look among your downloads for mia.pdf.")
        text = Paper(files[0]["src_bytes"]).text
        assert files[0]["file_name"] == "mia.pdf"
        assert title(words_for("sv")) in text
        assert "7KQM-2XP2" in text  # a letter's code, and not the one on the screen
        assert server.asked[-1] == {"participant": NORA, "way": "letter", "renews": False}
        assert screen.shows("the phone shows two words and nothing else")
        assert screen.shows("A code for the room instead")
        assert "Nora" not in text


async def test_the_phone_is_seen_coming_in_and_both_say_yes(office: Office, server: Server) -> None:
    async with screen_of(office, where="https://mia.example.org") as screen:
        await invite(screen)
        office.says(NORA, LanguageChosen(language="ar"))
        server.opened()
        await until(screen, "Compare two words.")
        assert screen.shows("sun · door")
        assert screen.shows("شمس · باب")
        assert not screen.controls(ft.Image)  # nobody else should come in with a spent code
        assert not screen.shows("they said: the same")
        server.opened(phone_agrees=True)
        await until(screen, "On the phone they said: the same.")
        await screen.click("The same")
        await until(screen, "The phone is Nora's.")
        assert server.said == [{"pair": list(PAIR), "same": True}]
        await screen.click("To Nora")
        assert screen.page.route == f"/person/{NORA}"


async def test_a_no_ends_it_and_a_new_code_begins_anew(office: Office, server: Server) -> None:
    async with screen_of(office) as screen:
        await invite(screen)
        server.opened()
        await until(screen, "Compare two words.")
        await screen.click("Not the same")
        await until(screen, "You said that the words were not the same.")
        assert server.said == [{"pair": list(PAIR), "same": False}]
        await screen.click("Make a new code")
        await until(screen, "7 K Q M, 2 X P 2")
        await until(screen, "Waiting for the phone.")


async def test_a_no_on_the_phone_is_told(office: Office, server: Server) -> None:
    async with screen_of(office) as screen:
        await invite(screen)
        server.now = server.state("refused", opened_at=NOW.isoformat())
        await until(screen, "Somebody said on the phone that the words were not the same.")
        assert screen.shows("Make a new code")


async def test_without_a_network_it_says_so_and_keeps_looking(
    office: Office, server: Server
) -> None:
    async with screen_of(office) as screen:
        await invite(screen)
        there = office.answers.pop(f"/invitations/{NORA}")
        await until(screen, "No connection just now.")
        office.answers[f"/invitations/{NORA}"] = there
        server.opened()
        await until(screen, "Compare two words.")


async def test_nobody_is_asked_any_more_once_the_screen_is_left(
    office: Office, server: Server
) -> None:
    asked: list[int] = []
    async with screen_of(office) as screen:
        await invite(screen)
        there = office.answers[f"/invitations/{NORA}"]

        def counted(request: httpx.Request) -> httpx.Response:
            asked.append(1)
            answer: httpx.Response = there(request)
            return answer

        office.answers[f"/invitations/{NORA}"] = counted
        await screen.settle(200)
        assert asked
        await screen.go("/")
        await screen.settle(200)
        asked.clear()
        await screen.settle(400)
        assert not asked


@pytest.mark.parametrize("width", [390, 1280])
async def test_a_new_phone_gets_a_new_code_from_the_persons_screen(
    office: Office, server: Server, width: int
) -> None:
    office.person(NORA, "Nora", "ar")
    server.now = server.state("confirmed", opened_at=NOW.isoformat())
    async with screen_of(office, route=f"/person/{NORA}", width=width) as screen:
        await screen.click("New code")
        assert screen.page.route == f"/person/{NORA}/invite"
        await until(screen, "The phone is Nora's.")
        await screen.click("Make a new code")
        await until(screen, "7 K Q M, 2 X P 1")
        assert screen.shows(title(words_for("ar")))  # the language that Nora reads comes first


async def test_a_phone_that_nobody_compared_is_told_of_later(
    office: Office, server: Server
) -> None:
    office.person(NORA, "Nora")
    server.now = server.state("opened", opened_at=NOW.isoformat())
    async with screen_of(office, route=f"/person/{NORA}/invite") as screen:
        await until(screen, "A phone came in with the last code:")
        assert not screen.shows("Compare")
