"""What a browser asks for when a letter is missing is answered from ours, kept, and told when it has come."""

import asyncio
import json
import os
from pathlib import Path
from typing import Any

import pytest

from mia_companion.device.browser.cookie import cookie_for
from mia_companion.device.browser.fonts import CACHED, ours
from mia_companion.device.browser.host import BrowserHost
from mia_companion.device.browser.letters import Letters
from mia_companion.device.browser.uploads import Uploads
from mia_companion.i18n.languages import LANGUAGES
from mia_companion.ui.lettering import fonts_for
from mia_companion.wire.place import ANYWHERE

ASSETS = Path(__file__).parents[2] / "assets"
KEY, OTHER = bytes(range(32)), bytes(32)
FILES = ("/fonts/web/a.woff2", "/fonts/web/b.woff2")


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("FontManifest.json", "FontManifest.json"),
        ("fonts/notosansarabic/v28/nw.woff2", "NotoSansArabic-Regular.woff2"),
        ("fonts/notosansethiopic/v47/7c.woff2", "NotoSansEthiopic-Regular.woff2"),
        ("fonts/notosans/v37/o-0.woff2", "Wide-Regular.woff2"),
        ("fonts/notocoloremoji/v32/Yq.7.woff2", "NotoEmoji-7.woff2"),
        ("fonts/notocoloremoji/v32/Yq.12.woff2", "Marks-Regular.woff2"),
        ("fonts/notosansthai/v25/iJ.woff2", "Marks-Regular.woff2"),
    ],
)
def test_a_font_that_is_asked_for_is_answered_from_ours(asked: str, answered: str) -> None:
    assert ours(f"/assets/{asked}") == f"/fonts/web/{answered}"
    assert (ASSETS / "fonts" / "web" / answered).is_file()


@pytest.mark.parametrize("path", ["../../etc/passwd", "..", "a%2fb/x", "NOTICES", "notosans"])
def test_a_path_that_climbs_is_no_font(path: str) -> None:
    assert ours(f"/assets/fonts/{path}") == f"/assets/fonts/{path}"


def test_what_the_client_loads_first_is_there() -> None:
    for one in json.loads((ASSETS / "fonts" / "web" / "FontManifest.json").read_text("utf-8")):
        for font in one["fonts"]:
            assert (ASSETS / "assets" / font["asset"]).resolve().is_file()


def test_a_page_has_what_its_language_is_written_with_and_no_more() -> None:
    for one in LANGUAGES:
        for web in (True, False):
            given = fonts_for(one.tag, web=web)
            for file in given.values():
                assert (ASSETS / file.lstrip("/")).is_file()
                assert ("/web/" in file) is web
            scripts = {"Noto Sans", "Noto Sans Arabic", "Noto Sans Ethiopic"} & given.keys()
            assert len(scripts) == ((one.script != "Latn") if web else 3)
    # What Swedes wait for, and what comes with Arabic; together they were 2.4 MB.
    assert _bytes("sv") < 65_000
    assert _bytes("ar") < 200_000


def _bytes(tag: str) -> int:
    files = fonts_for(tag, web=True).values()
    return sum((ASSETS / file.lstrip("/")).stat().st_size for file in files)


async def test_a_page_waits_until_its_browser_has_all_of_them() -> None:
    letters = Letters(patience=5)
    waits = asyncio.ensure_future(letters.expect(KEY, FILES))
    for key, file in ((OTHER, FILES[0]), (KEY, FILES[1]), (OTHER, FILES[1]), (None, FILES[0])):
        letters.note(key, file)
        await asyncio.sleep(0)
        assert not waits.done()
    letters.note(KEY, FILES[0])
    await asyncio.wait_for(waits, 1)


async def test_what_has_come_before_one_waits_counts_too() -> None:
    letters = Letters(patience=5)
    come = letters.expect(KEY, FILES)
    for file in FILES:
        letters.note(KEY, file)
    await asyncio.wait_for(come, 1)


async def test_a_page_whose_fonts_do_not_come_is_drawn_all_the_same() -> None:
    letters = Letters(patience=0.01)
    await asyncio.wait_for(letters.expect(KEY, FILES), 1)
    letters.note(KEY, FILES[0])  # and nobody waits any more


async def asked(letters: Letters, method: str, path: str, **headers: str) -> list[Any]:
    """What the host sends, in front of a web app that says where it was asked."""
    sent: list[Any] = []

    async def web(scope: Any, _: object, send: Any) -> None:
        kept = [(b"content-type", b"font/woff2"), (b"x-path", scope["path"].encode())]
        await send({"type": "http.response.start", "status": 200, "headers": kept})
        await send({"type": "http.response.body", "body": b""})

    async def send(message: Any) -> None:
        sent.append(message)

    host = BrowserHost(
        web, None, web, random=os.urandom, uploads=Uploads(os.urandom), letters=letters
    )
    raw = [(name.encode(), value.encode()) for name, value in headers.items()]
    await host({"type": "http", "method": method, "path": path, "headers": raw}, None, send)  # type: ignore[arg-type]
    return sent


@pytest.mark.parametrize(
    "path", ["/assets/fonts/notosans/v37/o.woff2", "/fonts/web/Wide-Regular.woff2"]
)
async def test_fonts_are_kept_for_the_next_visit(path: str) -> None:
    headers = dict((await asked(Letters(), "GET", path))[0]["headers"])
    assert headers[b"x-path"] == b"/fonts/web/Wide-Regular.woff2"
    assert headers[b"cache-control"] == CACHED
    assert b"content-security-policy" in headers


async def test_only_the_browsers_own_pages_say_what_has_come() -> None:
    letters = Letters(patience=5)
    waits = asyncio.ensure_future(letters.expect(KEY, FILES[:1]))
    mine = cookie_for(KEY, ANYWHERE).split(";")[0]
    for origin, there in (("http://evil.example", False), ("http://mia.example", True)):
        told = {"host": "mia.example", "origin": origin, "cookie": mine}
        sent = await asked(letters, "POST", "/letters/web/a.woff2", **told)
        assert sent[0]["status"] == 204
        await asyncio.sleep(0.01)
        assert waits.done() is there
