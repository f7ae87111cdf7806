"""In the browser a value with marks of isolation is as wide as without them: no box is drawn.

It may stand a pixel higher or lower, since the font that has the marks has another line height.
"""

import asyncio
import os
from collections.abc import AsyncIterator
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import flet as ft
import flet_web.fastapi
import pytest
import uvicorn
from PIL import Image
from playwright.async_api import Request, async_playwright

from mia_companion.i18n.bidi import isolated

ASSETS = Path(__file__).parent.parent.parent / "assets"
BAND = 80
VALUES = ("Åsa (1)", "010-12 34", "مريم", "ሰላም", "Олена")
FACES = {
    "Atkinson Hyperlegible": "AtkinsonHyperlegible",
    "Noto Sans": "NotoSans",
    "Noto Sans Arabic": "NotoSansArabic",
    "Noto Sans Ethiopic": "NotoSansEthiopic",
}


def main(page: ft.Page) -> None:
    face, *fallbacks = FACES
    page.padding = page.spacing = 0
    page.fonts = {name: f"/fonts/{file}-Regular.ttf" for name, file in FACES.items()}
    for value in VALUES:
        text = ft.Text(
            isolated(value) if page.route == "/isolated" else value,
            style=ft.TextStyle(size=40, font_family=face, font_family_fallback=fallbacks),
        )
        page.add(ft.Container(text, height=BAND))


@pytest.fixture
async def address() -> AsyncIterator[str]:
    app: Any = flet_web.fastapi.app(main, assets_dir=str(ASSETS), no_cdn=True)
    server = uvicorn.Server(
        uvicorn.Config(app, port=0, log_level="warning", ws="websockets-sansio")
    )
    running = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110  uvicorn offers no event
        await asyncio.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    await running


@pytest.mark.browser
async def test_the_marks_of_isolation_are_not_seen(address: str) -> None:
    asked: dict[str, set[str]] = {"plain": set(), "isolated": set()}
    pictures = {}
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=os.environ.get("CHROME"), args=["--no-sandbox"]
        )
        for name, urls in asked.items():
            page = await browser.new_page(viewport={"width": 500, "height": 500})
            page.on("request", partial(note, urls))
            await page.goto(f"{address}/{name}")
            await page.locator("flt-semantics-placeholder").dispatch_event("click")
            await page.get_by_text("Олена").wait_for()
            await page.wait_for_timeout(1000)
            pictures[name] = await page.screenshot()
        await browser.close()
    for plain, marked in zip(*map(drawn, pictures.values()), strict=True):
        assert plain == pytest.approx(marked, abs=1)
        assert plain[1] - plain[0] > 40
    assert not {url for url in asked["isolated"] - asked["plain"] if "/fonts/" in url}


def note(urls: set[str], request: Request) -> None:
    urls.add(request.url)


def drawn(picture: bytes) -> list[tuple[int, int]]:
    """Where the ink of each value begins and ends, from the left."""
    ink = Image.open(BytesIO(picture)).convert("L").point(lambda light: 255 * (light < 128))
    boxes = [
        ink.crop((0, band * BAND, ink.width, (band + 1) * BAND)).getbbox()
        for band in range(len(VALUES))
    ]
    return [(box[0], box[2]) for box in boxes if box]
