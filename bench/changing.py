"""Changing the language beside changing the theme, of a screen with a life on it.

subject   Swedish ⇄ Arabic                floor   light ⇄ dark
both      from the tap, in another tab of the same browser that draws nothing, until the last new picture
          of the page that is open in a Chromium; by turns

The theme fades for a fifth of a second, as Material has it; the language is there at once. The letters are
in the browser already: how they come is in `docs/decisions/0023`.
"""

import asyncio
import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from playwright.sync_api import CDPSession, Page

from bench.browsers import open_app, two_browsers
from bench.figures import Figure, duration
from bench.people import codes_for, let_in
from bench.stage import Stage, stage
from bench.tab import Tab
from bench.timing import quantile
from mia_companion.demo.people import ELIN
from mia_companion.device.browser.cookie import file_name, store_key
from mia_companion.ui import places

WARM, COUNTED = 3, 15
"""Changes there and back of each."""
REACH = 2.0
_STILL_MS = 900
"""After which nothing more is thought to come."""
_PATIENCE_SECONDS = 30.0
_LANGUAGES, _THEMES = ("العربية", "Svenska"), ("Mörkt", "Ljust")


def figures() -> Iterator[Figure]:
    """Today, and Messages."""
    with tempfile.TemporaryDirectory() as name, stage("demo", Path(name) / "server") as server:
        key = asyncio.run(_ready(server, Path(name) / "server"))
        with two_browsers() as (phone, _):
            page = open_app(phone, server.address, key)
            languages = _stand(server.address, key, places.LANGUAGE)
            themes = _stand(server.address, key, places.LOOKS)
            for place, screen in ((places.TODAY, "Today"), (places.MESSAGES, "Messages")):
                yield _figure(screen, _by_turns(_Watched(page, place), languages, themes))
            languages.close()
            themes.close()


def _figure(screen: str, taken: tuple[list[float], list[float]]) -> Figure:
    ours, floor = taken
    return Figure(
        what=f"Another language on {screen}, beside another theme",
        median=duration(median(ours)),
        p99=duration(quantile(ours, 0.99)),
        floor=duration(median(floor)),
        ratio=median(mine / bare for mine, bare in zip(ours, floor, strict=True)),
        reach=REACH,
    )


class _Watched:
    """A page whose pictures are counted. Frames come only when something looks different."""

    def __init__(self, page: Page, place: str) -> None:
        self._page = page
        page.evaluate(_GO, place)
        page.wait_for_timeout(3_000)
        self._drawn: list[float] = []
        self._line: CDPSession = page.context.new_cdp_session(page)
        self._line.on("Page.screencastFrame", self._came)
        self._line.send("Page.startScreencast", {"format": "jpeg", "quality": 10})
        self.rest()

    def _came(self, frame: dict[str, object]) -> None:
        self._drawn.append(float(frame["metadata"]["timestamp"]))  # type: ignore[index]
        self._line.send("Page.screencastFrameAck", {"sessionId": frame["sessionId"]})

    def rest(self) -> None:
        """Until nothing has come for a while."""
        self._page.wait_for_timeout(_STILL_MS)
        while self._drawn and time.time() - self._drawn[-1] < _STILL_MS / 1000:
            self._page.wait_for_timeout(100)

    def time(self, tab: Tab, words: str) -> float:
        """Seconds from the tap until the last picture that it brought about."""
        self._drawn.clear()
        began = time.time()
        tab.tap_line(words)
        while not self._drawn:
            if time.time() - began > _PATIENCE_SECONDS:
                raise RuntimeError(f"{words} changed nothing")
            self._page.wait_for_timeout(20)
        self.rest()
        return self._drawn[-1] - began


_GO = (
    "path => { history.pushState(null, '', path);"
    " dispatchEvent(new PopStateEvent('popstate', {state: null})); }"
)


def _by_turns(page: _Watched, languages: Tab, themes: Tab) -> tuple[list[float], list[float]]:
    ours: list[float] = []
    floor: list[float] = []
    for n in range(WARM + COUNTED):
        taken = []
        for tab, names in ((languages, _LANGUAGES), (themes, _THEMES)):
            for name in names:
                tab.take_until_quiet()  # what the other tab brought about
                taken.append(page.time(tab, name))
        if n >= WARM:
            ours += taken[:2]
            floor += taken[2:]
    return ours, floor


def _stand(address: str, key: bytes, place: str) -> Tab:
    tab = Tab(address, key)
    tab.take_until_quiet(1)
    tab.go(place)
    tab.take_until_quiet(1)
    return tab


async def _ready(server: Stage, folder: Path) -> bytes:
    key = os.urandom(32)
    async with codes_for(server.address, folder, ELIN.name) as next_code:
        path = folder / "browsers" / file_name(key)
        elin = await let_in(server.address, await next_code(), path, store_key(key), in_memory=True)
        await elin.close()
    return key
