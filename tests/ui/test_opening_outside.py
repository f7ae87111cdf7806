"""From an appointment out to the map, the phone and the video call, in a browser and on a device."""

from pathlib import Path
from typing import Any

import flet as ft
import pytest
from flet.messaging.protocol import MessageAction

from mia_companion.ui.spoken import SPOKEN
from tests.example_data import COORDINATOR
from tests.ui.appointment_there import FULL, ONE
from tests.ui.home import Drawn, Home, a_home

VIDEO = FULL.model_copy(
    update={"way": "video", "place": "", "phone": "", "link": "https://video.example/rum/7"}
)


def _on(home: Home, **page: Any) -> Drawn:
    screen = home.screen(ONE)
    screen.first.update(page)
    return screen


def _launched(screen: Drawn) -> list[tuple[str, str]]:
    calls = [m.body for m in screen.sent.messages if m.action == MessageAction.INVOKE_METHOD]
    return [(c.args["url"], c.args["mode"].value) for c in calls if c.name == "launch_url"]


@pytest.mark.parametrize(
    ("platform", "url"),
    [
        ("android", "geo:0,0?q=Storgatan%201"),
        ("ios", "https://maps.apple.com/?q=Storgatan%201"),
        ("windows", "https://www.openstreetmap.org/search?query=Storgatan%201"),
    ],
)
async def test_a_device_opens_its_own_apps(tmp_path: Path, platform: str, url: str) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        home.tell(FULL, by=COORDINATOR)
        async with _on(home, web=False, platform=platform) as screen:
            await screen.click("Open the map")
            await screen.click("Call 010-123 45 67")
            assert _launched(screen) == [
                (url, "externalApplication"), ("tel:0101234567", "externalApplication"),
            ]  # fmt: skip


async def test_when_nothing_opens_it_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(*_: object, **__: object) -> None:
        raise RuntimeError("no activity found")

    monkeypatch.setattr(ft.UrlLauncher, "launch_url", fails)
    with a_home(tmp_path, lived_in=False) as home:
        home.tell(FULL, by=COORDINATOR)
        async with _on(home, web=False, platform="android") as screen:
            assert screen.shows("Opens the map on this device.")
            await screen.click("Open the map")
            assert screen.shows("Nothing on this device could open it.")
            assert screen.shows("Storgatan 1")


async def test_in_a_browser_it_opens_inside_the_tap_and_says_where(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        home.tell(FULL, by=COORDINATOR)
        async with _on(home, web=True, platform="android") as screen:
            assert screen.shows("Opens openstreetmap.org in a new tab")
            actions = [one.action for one in screen.controls(ft.OutlinedButton) if one.action]
            assert all(isinstance(one, ft.OpenUrl) for one in actions)
            found = {one.url: one.target for one in actions if isinstance(one, ft.OpenUrl)}
            assert found == {
                "https://www.openstreetmap.org/search?query=Storgatan%201": ft.UrlTarget.BLANK,
                "tel:0101234567": ft.UrlTarget.SELF,
            }
            await screen.click("Open the map")
            assert [url for url, _ in _launched(screen) if not url.startswith(SPOKEN)] == []


@pytest.mark.parametrize("web", [True, False])
async def test_a_video_link_names_its_host(tmp_path: Path, web: bool) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        home.tell(VIDEO, by=COORDINATOR)
        async with _on(home, web=web) as screen:
            assert screen.shows("Open the video call")
            assert screen.shows("Opens video.example in ")


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "data:text/html,hej",
        "https://video.example\u202e/moc.live",
        "https://video.example@evil.example/",
    ],
)
@pytest.mark.parametrize("field", ["link", "place"])
async def test_a_malicious_link_is_shown_as_words_and_never_opened(
    tmp_path: Path, link: str, field: str
) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        home.tell(VIDEO.model_copy(update={"link": "", field: link}), by=COORDINATOR)
        async with _on(home, web=True) as screen:
            assert not screen.shows("Open the video call")
            assert not [one for one in screen.controls(ft.OutlinedButton) if one.action]
            assert screen.shows(link.split("\u202e", maxsplit=1)[0])


async def test_a_number_or_a_link_in_the_field_for_the_place_is_found(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        old = {"link": "", "place": "https://video.example/1"}
        home.tell(VIDEO.model_copy(update=old), by=COORDINATOR)
        async with _on(home, web=True) as screen:
            assert screen.shows("Opens video.example in a new tab.")
            assert not screen.shows("Open the map")
