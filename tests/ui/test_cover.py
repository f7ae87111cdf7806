"""Being away: set, replaced, ended; and what colleagues see of it."""

import json
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from mia_companion.domain import rights
from mia_companion.domain.directory import CoverListed
from mia_companion.ui import places
from mia_companion.wire.problems import PREFIX
from mia_companion.wire.sync import PullAnswer
from tests.example_data import COORDINATOR, NOW
from tests.ui.office import Office, an_office
from tests.ui.picking import until
from tests.ui.team import JONAS, JONAS_LISTED

TODAY = NOW.date()


def _cover(cover_id: str, away: str, by: str, first: int, last: int) -> CoverListed:
    days = [TODAY + timedelta(days=n) for n in (first, last)]
    return CoverListed(
        cover_id=cover_id, coordinator_id=away, covered_by=by, first_day=days[0], last_day=days[1]
    )


def _list(office: Office, *facts: CoverListed) -> None:
    office.tell(rights.DIRECTORY, None, JONAS_LISTED, COORDINATOR)
    for fact in facts:
        office.tell(rights.DIRECTORY, None, fact, "server")


def _server(office: Office, *, refuses: str = "") -> list[tuple[str, str]]:
    """A server that takes covers and ends them; what it was asked."""
    asked: list[tuple[str, str]] = []

    def answer(request: httpx.Request) -> httpx.Response:
        if refuses:
            said = {"type": PREFIX + refuses, "title": "x", "status": 422}
            return httpx.Response(422, json=said)
        asked.append((request.method, request.content.decode() or request.url.path))
        return httpx.Response(204)

    pull = PullAnswer(epoch="epoch-1", now=NOW).model_dump_json()
    office.answers |= {
        "/covers": answer,
        "/covers/cover-1": answer,
        "/pull": lambda request: httpx.Response(200, content=pull),
    }
    return asked


@pytest.mark.parametrize("width", [390, 1280])
async def test_set_with_a_tap_for_each_day(tmp_path: Path, width: int) -> None:
    with an_office(tmp_path) as office:
        _list(office)
        asked = _server(office)
        first, last = TODAY + timedelta(days=1), TODAY + timedelta(days=12)
        async with office.screen(route=places.COVER, width=width) as screen:
            await screen.click("Save")
            assert screen.shows("Choose who answers meanwhile.")
            await screen.click("Jonas Ek")
            await screen.click("Save")
            assert screen.shows("Choose the first and the last day.")
            await screen.type("First day away", first.isoformat())
            await screen.type("Last day away", f"{last.day}/{last.month}")
            await screen.click("Save")
            await until(screen, lambda: asked)
            await until(screen, lambda: screen.shows("Saved. Participants see who answers."))
        ((method, body),) = asked
        said = json.loads(body)
        assert (method, said["by"]) == ("POST", JONAS)
        assert (said["first_day"], said["last_day"]) == (first.isoformat(), last.isoformat())


async def test_half_a_form_is_kept(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _list(office)
        async with office.screen(route=places.COVER) as screen:
            await screen.type("First day away", "2026-12-")
        async with office.screen(route=places.COVER) as screen:
            assert screen.shows("2026-12-")
            assert screen.shows("Write the day like")


@pytest.mark.parametrize("refused", ["cover-days", "offline"])
async def test_what_does_not_go_is_told(tmp_path: Path, refused: str) -> None:
    with an_office(tmp_path) as office:
        _list(office)
        if refused != "offline":
            _server(office, refuses=refused)
        async with office.screen(route=places.COVER) as screen:
            await screen.click("Jonas Ek")
            await screen.type("First day away", f"{TODAY - timedelta(days=9)}")
            await screen.type("Last day away", f"{TODAY - timedelta(days=2)}")
            await screen.click("Save")
            sentence = "No connection." if refused == "offline" else "Choose a last day that"
            await until(screen, lambda: screen.shows(sentence))
            assert not screen.shows("Saved.")


async def test_the_last_day_before_the_first_asks_no_server(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _list(office)
        asked = _server(office)
        async with office.screen(route=places.COVER) as screen:
            await screen.click("Jonas Ek")
            await screen.type("First day away", f"{TODAY + timedelta(days=9)}")
            await screen.type("Last day away", f"{TODAY + timedelta(days=2)}")
            await screen.click("Save")
            await until(screen, lambda: screen.shows("Choose a last day that"))
        assert asked == []


async def test_it_says_what_it_takes_the_place_of(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _list(office, _cover("cover-1", COORDINATOR, JONAS, 3, 9))
        async with office.screen(route=places.COVER) as screen:
            await screen.type("First day away", f"{TODAY + timedelta(days=9)}")
            await screen.type("Last day away", f"{TODAY + timedelta(days=12)}")
            assert screen.shows("You have set some of these days already.")
            await screen.type("First day away", f"{TODAY + timedelta(days=10)}")
            assert not screen.shows("You have set some of these days already.")


@pytest.mark.parametrize(("first", "words"), [(0, "I am back: end it now"), (2, "Call it off")])
async def test_ones_own_is_ended_after_a_question(tmp_path: Path, first: int, words: str) -> None:
    with an_office(tmp_path) as office:
        _list(office, _cover("cover-1", COORDINATOR, JONAS, first, 5))
        asked = _server(office)
        async with office.screen(route=places.COVER) as screen:
            assert screen.shows("You are away")
            await screen.click(words)
            await screen.click("No")
            await screen.click(words)
            await screen.click("Yes, end it")
            await until(screen, lambda: asked)
        assert asked == [("DELETE", "/v1/covers/cover-1")]


async def test_colleagues_are_seen_and_what_is_over_is_not(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _list(
            office,
            _cover("c-1", JONAS, COORDINATOR, 0, 1),
            _cover("c-2", JONAS, COORDINATOR, -9, -1),
            _cover("c-3", JONAS, "", 3, 4),
        )
        async with office.screen(route=places.COVER) as screen:
            assert sum("Jonas Ek is away" in said for said in screen.texts()) == 1
            assert screen.shows("You answer meanwhile.")
            assert not screen.shows("End it")


async def test_the_ways_from_the_teams_place(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        async with office.screen(route=places.SITE) as screen:
            for words, title in (
                ("Away and covered", "There is no other coordinator"),
                ("Opening hours", "Save the week"),
                ("Contacts at the parties", "Add a contact"),
                ("Numbers for help now", "Add a number"),
            ):
                await screen.go(places.SITE)
                await screen.click(words)
                assert screen.shows(title)
