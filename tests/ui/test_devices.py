"""Devices by what they are; a lost one signed out by its owner, or by the coordinator on the owner's word."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import flet as ft
import httpx
import pytest

from mia_companion.i18n.words import words_for
from mia_companion.ui import places
from mia_companion.ui.components.device_names import device_name, sort_of
from tests.example_data import COORDINATOR, NOW, PARTICIPANT
from tests.ui.home import a_home
from tests.ui.office import an_office

NORA = "person-nora"


def _device(id_: str, sort: str, *, this: bool = False, **more: Any) -> dict[str, Any]:
    at = (NOW - timedelta(days=3)).isoformat()
    return {"id": id_, "enrolled_at": at, "seen_at": at, "sort": sort, "this": this, **more}


class Server:
    """Two devices, of which one can be removed."""

    def __init__(self, by: str) -> None:
        self.by = by
        self.removed: list[str] = []

    def answer(self, request: httpx.Request) -> httpx.Response:
        if request.method == "DELETE":
            self.removed.append(request.url.path)
            return httpx.Response(204)
        lost = _device("device-lost", "android")
        here = _device("device-here", "web/windows", this=True)
        if not self.removed:
            return httpx.Response(200, json={"devices": [here, lost]})
        gone = {**lost, "gone_at": NOW.isoformat(), "by": self.by}
        gone.pop("this")
        return httpx.Response(200, json={"devices": [here], "gone": [gone]})


@pytest.mark.parametrize(
    ("by", "said"),
    [
        (PARTICIPANT, "Signed out by you"),
        (COORDINATOR, "Signed out by Karin Berg"),
    ],
)
async def test_a_lost_phone_is_signed_out_in_two_taps(tmp_path: Path, by: str, said: str) -> None:
    server = Server(by)
    with a_home(tmp_path) as home:
        home.companion.client._http._transport = httpx.MockTransport(server.answer)
        home.companion.client._http._mounts = {}
        async with home.screen(places.DEVICES) as screen:
            await screen.settle(50)
            assert screen.shows("Windows computer, in a browser (this one)")
            assert screen.shows("Android phone or tablet")
            await screen.click("I have lost this one")
            assert screen.shows("the plan is taken away there")
            assert not server.removed
            await screen.click("Yes, sign it out")
            await screen.settle(50)
            assert screen.shows("That device is signed out.")
            assert screen.shows(said)
    assert server.removed == ["/v1/devices/device-lost"]


async def test_the_coordinator_does_it_on_the_persons_word(tmp_path: Path) -> None:
    server = Server(COORDINATOR)
    with an_office(tmp_path) as office:
        office.person(NORA, "Nora")
        for path in (
            f"/participants/{NORA}/devices",
            "/devices/device-lost",
        ):
            office.answers[path] = server.answer
        async with office.screen(route=f"/person/{NORA}/devices") as screen:
            await screen.settle(50)
            assert screen.shows("Sign a phone out only when Nora has asked you to.")
            await screen.click("Nora has lost this one")
            await screen.click("Yes, sign it out")
            await screen.settle(50)
            assert screen.shows("That device is signed out.")
            assert screen.shows("Signed out by you")
    assert server.removed == [f"/v1/participants/{NORA}/devices/device-lost"]


@pytest.mark.parametrize(
    ("sort", "name"),
    [
        ("ios", "iPhone or iPad"),
        ("web/", "A browser"),
        ("web/macos", "Mac computer, in a browser"),
        ("", "Phone or computer"),
        ("fridge", "Phone or computer"),
    ],
)
def test_every_sort_has_a_name(sort: str, name: str) -> None:
    assert device_name(words_for("en"), sort) == name


def test_a_page_knows_what_it_is_on() -> None:
    class Page:
        platform: ft.PagePlatform | None = ft.PagePlatform.ANDROID
        web = False

    page: Any = Page()
    assert sort_of(page) == "android"
    page.web = True
    assert sort_of(page) == "web/android"
    page.platform = None
    assert sort_of(page) == "web/"
