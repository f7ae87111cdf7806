"""What a browser is shown before the app is there, and installs it by: in its language, at its place."""

import json
import re
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import httpx
import pytest
from PIL import Image

from mia_companion.device.browser.below import BelowPath
from mia_companion.device.browser.front import Front
from mia_companion.device.browser.host import BrowserHost
from mia_companion.device.browser.letters import Letters
from mia_companion.device.browser.uploads import Uploads
from mia_companion.i18n.languages import LANGUAGES
from mia_companion.i18n.words import words_for
from mia_companion.ui.front import front
from mia_companion.wire.place import ANYWHERE, Place

ASSETS = Path(__file__).parents[2] / "assets"
PLACES = (ANYWHERE, Place("https://example.se", "/mia"), Place("https://example.se", "/stod/mia"))
TAGS = [one.tag for one in LANGUAGES]


@pytest.fixture(scope="module")
def fronts() -> dict[Place, Front]:
    return {place: front(place) for place in PLACES}


@pytest.mark.parametrize("place", PLACES)
def test_one_app_in_twelve_languages(fronts: dict[Place, Front], place: Place) -> None:
    said = {tag: json.loads(fronts[place].manifests[tag]) for tag in TAGS}
    assert {one["id"] for one in said.values()} == {place.root}
    assert {(one["name"], one["short_name"]) for one in said.values()} == {("MIA", "MIA")}
    assert len({one["description"] for one in said.values()}) == len(TAGS)
    for tag, one in said.items():
        words = words_for(tag)
        assert (one["lang"], one["dir"]) == (tag, "rtl" if words.rtl else "ltr")
        assert (one["start_url"], one["scope"], one["display"]) == (
            *(place.root,) * 2,
            "standalone",
        )
        assert one["shortcuts"][1]["name"] == words.t("Help now")
        for reached in ("start_url", "id", *(short["url"] for short in one["shortcuts"])):
            there = urljoin("https://example.se", one.get(reached, reached))
            assert there.startswith(f"https://example.se{place.root}")


def test_every_picture_is_there_as_large_as_is_said(fronts: dict[Place, Front]) -> None:
    for place, one in fronts.items():
        said = json.loads(one.manifests["sv"])
        icons = [*said["icons"], *(i for short in said["shortcuts"] for i in short["icons"])]
        assert {(i["sizes"], i["purpose"]) for i in icons} >= {
            (size, use)
            for size in ("192x192", "512x512")
            for use in ("any", "maskable", "monochrome")
        }
        for icon in icons:
            with Image.open(ASSETS / icon["src"].removeprefix(place.root)) as picture:
                assert "x".join(map(str, picture.size)) == icon["sizes"]
                corner = picture.convert("RGBA").getpixel((0, 0))
            # The system cuts a maskable one to its own shape: nothing of it is left out.
            assert isinstance(corner, tuple)
            assert corner[3] == (255 if icon["purpose"] == "maskable" else 0)


@pytest.mark.parametrize("tag", TAGS)
def test_the_page_is_in_that_language_before_the_app_is_there(
    fronts: dict[Place, Front], tag: str
) -> None:
    raw, words = (ASSETS / "index.html").read_bytes(), words_for(tag)
    for mark in fronts[ANYWHERE].parts[tag]:
        assert raw.count(mark) == 1, mark
    page = fronts[ANYWHERE].page(raw, tag).decode()
    direction = "rtl" if words.rtl else "ltr"
    assert f'<html lang="{tag}" dir="{direction}">' in page
    assert f'<link rel="manifest" href="manifest/{tag}.webmanifest">' in page
    assert f"<p>{words.t('Opening MIA …')}</p>" in page
    noscript = re.search("<noscript>(.*?)</noscript>", page, re.DOTALL)
    assert noscript
    assert {"112", "1177", "JavaScript"} <= set(re.findall(r"\w+", noscript[1]))
    assert words.t(_NEEDS) in noscript[1]


_NEEDS = (
    "MIA needs JavaScript. Turn it on in the browser, or call 112 in an emergency and 1177 for advice about"
    " health."
)


@pytest.mark.parametrize(
    ("cookie", "accept", "tag"),
    [
        ("", "", "sv"),
        ("", "es-ES,es;q=0.9", "sv"),
        ("", "en;q=0.4, ar-SY;q=0.9", "ar"),
        ("", "prs", "fa-AF"),
        ("x=1; __Host-mia-language=ti", "ar", "ti"),
        ("__Host-mia-language=xx", "fi", "fi"),
        ("__Host-mia-language=ti; __Host-mia-language=so", "fi", "fi"),
        ("__Secure-mia-language=ti", "fi", "fi"),
    ],
)
def test_what_was_chosen_here_comes_before_what_the_browser_asks_for(
    fronts: dict[Place, Front], cookie: str, accept: str, tag: str
) -> None:
    assert fronts[ANYWHERE].language(cookie, accept) == tag


async def _missing(scope: MutableMapping[str, Any], _: object, send: Any) -> None:
    await send({"type": "http.response.start", "status": 404, "headers": []})
    await send({"type": "http.response.body", "body": scope["path"].encode()})


@pytest.mark.parametrize("way", ["", "/mia"])
async def test_manifests_are_ours_to_answer_whatever_the_proxy_does_with_the_path(
    fronts: dict[Place, Front], way: str
) -> None:
    host = BrowserHost(
        _missing,
        None,
        _missing,
        random=bytes,
        uploads=Uploads(bytes),
        letters=Letters(),
        front=fronts[PLACES[1]],
    )
    transport = httpx.ASGITransport(BelowPath(host, "/mia"))
    async with httpx.AsyncClient(transport=transport, base_url="https://example.se") as http:
        arabic = await http.get(f"{way}/manifest/ar.webmanifest", headers={"accept-language": "fi"})
        assert arabic.json()["lang"] == "ar"
        assert arabic.headers["content-type"] == "application/manifest+json"
        assert "private" in arabic.headers["cache-control"]
        old = await http.get(f"{way}/manifest.json", headers={"accept-language": "fi"})
        assert (old.json()["lang"], old.headers["vary"]) == ("fi", "accept-language, cookie")
        for path in ("/manifest/xx.webmanifest", "/manifest/../sv.webmanifest", "/mian/v1"):
            assert (await http.get(way + path)).status_code == 404
        assert (await http.get(f"{way}/some/thing")).text == "/some/thing"
        led = await http.get("/mia?a=b")
        assert (led.status_code, led.headers["location"]) == (308, "/mia/?a=b")
