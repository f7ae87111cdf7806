"""In Chromium every string of every language is drawn with the fonts that its page was given, plain and bold.

Flutter asks our server for another font when one lacks a letter, and says so when there is none: neither
may happen. Languages of one script stand on one page; each is drawn anew by the client's own engine.
"""

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import flet as ft
import flet_web.fastapi
import pytest
import uvicorn
from playwright.async_api import Browser, ConsoleMessage, Request, async_playwright, expect

from mia_companion.device.browser.cookie import browser_key
from mia_companion.device.browser.host import BrowserHost
from mia_companion.device.browser.letters import Letters
from mia_companion.device.browser.uploads import Uploads
from mia_companion.i18n.bidi import isolated
from mia_companion.i18n.languages import LANGUAGES
from mia_companion.ui.lettering import fonts_for
from mia_companion.ui.theme import light
from tests.i18n.said import everything_said, own

ASSETS = Path(__file__).parent.parent.parent / "assets"
SCRIPTS = sorted({one.script for one in LANGUAGES})
AT_ONCE = 250
"""Strings in a text: the engine lays them out in a second all the same."""


@dataclass
class Shown:
    """What the page shows, and which of its fonts it is not given."""

    said: list[str]
    tag: str
    without: set[str] = field(default_factory=set)


def said_in(script: str) -> Shown:
    """All strings of the languages of a script."""
    those = [one for one in LANGUAGES if one.script == script]
    said = [text for one in those for text in own(everything_said(one), one)]
    return Shown([*dict.fromkeys(said), isolated("1")], those[0].tag)


def app(shown: Callable[[], Shown], letters: Letters) -> Callable[[ft.Page], Any]:
    async def main(page: ft.Page) -> None:
        now = shown()
        given = fonts_for(now.tag, web=True)
        page.fonts = {name: file for name, file in given.items() if name not in now.without}
        page.theme = light()
        come = letters.expect(browser_key.get() or b"", page.fonts.values())
        page.update()
        await come
        styles = (ft.TextThemeStyle.BODY_SMALL, ft.TextThemeStyle.LABEL_SMALL)
        texts: list[ft.Control] = [
            ft.Text("\n".join(now.said[first : first + AT_ONCE]), theme_style=style)
            for first in range(0, len(now.said), AT_ONCE)
            for style in styles
        ]
        page.add(ft.Column(texts, scroll=ft.ScrollMode.AUTO, expand=True))
        page.title = "drawn"
        page.update()

    return main


class Stage:
    """A server whose page shows what it is told to, and one Chromium that may ask nobody else."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser, self.address = browser, address
        self.shown = Shown([], "sv")

    async def lacks(self, shown: Shown) -> set[str]:
        """Which fonts the page asked for in vain, and what the engine said."""
        self.shown = shown
        wrong: set[str] = set()
        context = await self.browser.new_context(viewport={"width": 900, "height": 600})
        page = await context.new_page()

        def asked(request: Request) -> None:
            if not request.url.removeprefix("blob:").startswith(self.address):
                wrong.add(request.url)
            elif "/assets/fonts/noto" in request.url:
                wrong.add(request.url.split("/assets/fonts/")[1].split("/")[0])

        def told(message: ConsoleMessage) -> None:
            if "font" in message.text.lower():
                wrong.add(message.text)

        page.on("request", asked)
        page.on("console", told)
        await page.goto(self.address)
        await expect(page).to_have_title("drawn", timeout=60_000)
        await page.evaluate(_TWO_FRAMES)
        await page.wait_for_timeout(300)
        await context.close()
        return wrong


_TWO_FRAMES = """() => new Promise(done =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"""


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    letters = Letters()
    at: list[Stage] = []
    main = app(lambda: at[0].shown, letters)
    web: Any = flet_web.fastapi.app(main, assets_dir=str(ASSETS), no_cdn=True)
    host = BrowserHost(
        web, None, web, random=os.urandom, uploads=Uploads(os.urandom), letters=letters
    )
    config = uvicorn.Config(
        host, port=0, log_level="warning", ws="websockets-sansio", lifespan="off"
    )
    server = uvicorn.Server(config)
    running = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110  uvicorn offers no event
        await asyncio.sleep(0.01)
    address = f"http://localhost:{server.servers[0].sockets[0].getsockname()[1]}"
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=os.environ.get("CHROME"), args=["--no-sandbox"]
        )
        at.append(Stage(browser, address))
        yield at[0]
        await browser.close()
    server.should_exit = True
    await running


@pytest.mark.browser
@pytest.mark.slow
async def test_every_string_of_every_language_is_drawn_with_the_fonts_of_its_page(
    stage: Stage,
) -> None:
    for script in SCRIPTS:
        assert await stage.lacks(said_in(script)) == set(), script
    # And what is wrong is seen: a letter that no font has, and a font that is gone.
    wrong = Shown(["Hej", "Hej ქალი", "مرحبا"], "ar", {"Noto Sans Arabic Bold"})
    assert await stage.lacks(wrong) == {"notosansgeorgian", "notosansarabic"}
