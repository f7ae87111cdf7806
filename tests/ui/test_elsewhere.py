"""One's times in one's own calendar: made, shown, changed, and taken away for good."""

import json
from pathlib import Path
from typing import Any

import flet as ft
import httpx

from mia_companion.domain.people import IdentityProtected
from mia_companion.ui import places
from tests.example_data import COORDINATOR, NOW
from tests.ui.home import Home, a_home

ADDRESS = "https://mia.example/v1/calendars/feed.mac.ics"


class Server:
    """What a server says of the feed; `feed` is empty while there is none."""

    def __init__(self, home: Home) -> None:
        self.feed: dict[str, Any] = {}
        home.companion.client._http._transport = httpx.MockTransport(self.answer)
        home.companion.client._http._mounts = {}

    def shows(self) -> str:
        """What stands in the calendar."""
        return "all" if self.feed["whole"] else "little"

    def answer(self, request: httpx.Request) -> httpx.Response:
        if request.method == "PUT":
            said = json.loads(request.content)
            made = {"at": "https://mia.example", "path": "/v1/calendars/feed.mac.ics"}
            self.feed = {**made, "made_at": NOW.isoformat(), **said}
        elif request.method == "DELETE":
            self.feed = {}
            return httpx.Response(204)
        if not self.feed:
            problem = {"type": "urn:mia-companion:problem:not-found", "title": "", "status": 404}
            kind = {"content-type": "application/problem+json"}
            return httpx.Response(404, json=problem, headers=kind)
        return httpx.Response(200, json=self.feed)


async def test_an_address_is_made_shows_little_and_is_taken_away(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        server = Server(home)
        async with home.screen(places.ELSEWHERE) as screen:
            await screen.settle(50)
            assert screen.shows("You get an address to give to your calendar.")
            await screen.click("Make an address")
            await screen.settle(50)
            assert server.shows() == "little"
            assert screen.shows("No calendar has fetched it yet.")
            await screen.click("The address")
            assert screen.shows(ADDRESS)
            await screen.click("What and where, too")
            await screen.settle(50)
            assert server.shows() == "all"
            await screen.click("Take the address away")
            assert server.feed
            await screen.click("Yes, take it away")
            await screen.settle(50)
            assert not server.feed
            assert screen.shows("Make an address")


async def test_with_a_protected_identity_there_is_nothing_to_choose(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        Server(home)
        home.tell(IdentityProtected(protected=True), by=COORDINATOR)
        async with home.screen(places.ELSEWHERE) as screen:
            await screen.settle(50)
            await screen.click("Make an address")
            await screen.settle(50)
            assert screen.shows(
                "Your identity is protected: only that something is booked is shown."
            )
            assert not screen.shows("What and where, too")


async def test_without_a_connection_it_says_so(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.ELSEWHERE) as screen:
            await screen.settle(50)
            assert screen.shows("Try again")
            assert not screen.controls(ft.FilledButton)
