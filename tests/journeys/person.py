"""A person at a browser, who finds things by role and name as a screen reader does."""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import reduce
from pathlib import Path
from typing import Literal
from urllib.parse import urlparse

from playwright.sync_api import Browser, Error, Locator, Page, StorageState, expect

from mia_companion.ui import places
from tests.journeys import flutter
from tests.journeys.axe import findings
from tests.journeys.chromium import launch
from tests.journeys.further_down import reach
from tests.journeys.in_order import broken_lines

__all__ = ["DESKTOP", "MOTION", "PATIENCE_MS", "PHONE", "Person", "launch", "person"]

PHONE = (390, 844)
DESKTOP = (1280, 800)
PATIENCE_MS = 20_000
PLACES = (places.TODAY, places.PATH, places.APPOINTMENTS, places.MESSAGES, places.ME)
MOTION: Literal["reduce"] = "reduce"
"""Screens come at once, for half the computer's work."""


@dataclass
class Person:
    """One browser profile on one page. `left` are requests that went to another host."""

    page: Page
    home: str
    left: set[str] = field(default_factory=set)
    missing_fonts: list[str] = field(default_factory=list)

    def open(self, path: str = "/") -> None:
        """Open the app, and wake its accessibility tree."""
        self.page.goto(self.home + path)
        self.awake()

    def awake(self) -> None:
        """Flutter builds its accessibility tree once asked to."""
        self.page.wait_for_selector("flt-semantics-placeholder", state="attached", timeout=90_000)
        self.page.evaluate("document.querySelector('flt-semantics-placeholder').click()")
        self.page.wait_for_selector("flt-semantics", timeout=PATIENCE_MS)

    def tap(self, name: str, role: str = "button", *, exact: bool = False) -> None:
        """Tap, as a screen reader does, the first of exactly that name, or else the first that holds it."""
        found = self.page.get_by_role(role, name=name, exact=exact)  # type: ignore[arg-type]
        reach(self.page, found.first, PATIENCE_MS)
        exactly = self.page.get_by_role(role, name=name, exact=True)  # type: ignore[arg-type]
        if not exactly.count():  # it may be among what is still to come
            self.page.evaluate(flutter.SETTLED, flutter.QUICK_MS)
        self._tap(exactly.first if exactly.count() else found.first)

    def tap_row(self, words: str) -> None:
        """Open what stands in a list, and not the button beside it that has the words in its name."""
        begins = re.compile(rf"^[\u2066-\u2069]*{re.escape(words)}")
        self._tap(self.page.get_by_role("button", name=begins).first)

    def _tap(self, one: Locator) -> None:
        one.evaluate("one => one.click()", timeout=PATIENCE_MS)
        self.page.wait_for_timeout(100)

    def press(self, name: str) -> None:
        """With a finger, where the button is drawn. The screen has to stand still."""
        self.page.wait_for_timeout(800)
        self.page.get_by_role("button", name=name).first.click(force=True, timeout=PATIENCE_MS)

    def breathe(self) -> None:
        """Two taps within 0.7 s count once: wait as people do."""
        self.page.wait_for_timeout(900)  # the app may hear of the first one late

    def go(self, path: str) -> None:
        """To another address, without loading anew."""
        before = self.page.evaluate(flutter.HEADINGS)
        self.page.evaluate(flutter.GO, urlparse(self.home).path + path)
        self.page.evaluate(flutter.COMES, before)

    def stand(self, place: str) -> None:
        """Go to one of the five places; a tap that falls while the screen is being drawn is repeated."""
        tab = self.page.get_by_role("tab", name=place).first
        path = PLACES[tab.evaluate(flutter.WHICH_TAB, timeout=PATIENCE_MS)]
        before = "" if self.page.url == self.home + path else self.page.evaluate(flutter.HEADINGS)
        for _ in range(4):
            self._tap(tab)
            with suppress(Error):  # the bar shows a place before the app has gone there
                self.page.wait_for_url(self.home + path, timeout=3_000)
                self.page.evaluate(flutter.COMES, before)
                return
        raise AssertionError(f"{place} could not be reached")

    def write(self, label: str, words: str) -> None:
        """Type once the engine's line to the field is open: before that, nothing gets to the app."""
        box = self.page.get_by_role("textbox", name=label, exact=True).first
        for again in range(3):
            if again:  # where the app itself stood in it, the line is opened only after it was left
                box.blur()
                self.page.wait_for_timeout(400)
            box.evaluate(flutter.FOCUS, timeout=PATIENCE_MS)
            with suppress(Error, AssertionError):  # a screen that still comes may lose the line
                box.locator(flutter.LINE_IS_OPEN).wait_for(timeout=5_000)
                self.page.wait_for_timeout(60)
                self.page.keyboard.press("Control+A")
                self.page.keyboard.insert_text(words)
                expect(box).to_have_value(words, timeout=2_000)
                self.page.wait_for_timeout(150)  # and its way to the app
                return
        raise AssertionError(f"{label} does not take what is written")

    def choose_file(self, button: str, path: Path) -> None:
        """Through the file chooser that a button opens."""
        with self.page.expect_file_chooser(timeout=PATIENCE_MS) as opened:
            self.tap(button)
        opened.value.set_files(path)

    def sees(self, *either: str) -> None:
        """Any of these words are on the screen, as text or as a name."""
        found = [self._anywhere(words) for words in either]
        expect(reduce(Locator.or_, found).first).to_be_attached(timeout=PATIENCE_MS)

    def sees_not(self, words: str) -> None:
        """The words are nowhere on the screen."""
        host = self.page.locator("flt-semantics-host")
        expect(host.get_by_text(words)).to_have_count(0, timeout=PATIENCE_MS)

    def stands_whole(self, name: str, role: str = "button") -> None:
        """Nothing of it lies beside the page, however large the text is."""
        found = self.page.get_by_role(role, name=name).first  # type: ignore[arg-type]
        there, page = found.bounding_box(timeout=PATIENCE_MS), self.page.viewport_size
        assert there is not None
        assert page is not None
        assert 0 <= there["x"] <= page["width"] - there["width"], (name, there)

    def reload(self) -> None:
        """F5."""
        self.page.reload()
        self.awake()

    def clean(self) -> None:
        """axe-core finds nothing on the screen that is there, and every line is told whole."""
        if self._amiss():  # what is still sliding in is small for a moment
            self.page.wait_for_timeout(900)
            assert not (found := self._amiss()), "\n".join(found)

    def tells(self) -> str:
        """What a screen reader would find, all of it."""
        return self.page.locator("flt-semantics-host").first.aria_snapshot()

    def _amiss(self) -> list[str]:
        return [*findings(self.page), *broken_lines(self.page)]

    def _anywhere(self, words: str) -> Locator:
        host = self.page.locator("flt-semantics-host")
        return host.get_by_text(words).or_(host.locator(f'[aria-label*="{words}"]'))


@contextmanager
def person(
    browser: Browser,
    home: str,
    size: tuple[int, int] = PHONE,
    *,
    dark: bool = False,
    language: str = "sv-SE",
    state: StorageState | None = None,
) -> Iterator[Person]:
    """A fresh browser profile, or with the cookies of `state`. Where a journey fails, it tells the screen."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        locale=language,
        color_scheme="dark" if dark else "light",
        reduced_motion=MOTION,
        storage_state=state,
    )
    page = context.new_page()
    who = Person(page, home)
    host = urlparse(home).hostname

    def watch(url: str) -> None:
        there = urlparse(url)
        if there.scheme in ("http", "https", "ws", "wss") and there.hostname != host:
            who.left.add(url[:120])

    page.on("request", lambda request: watch(request.url))
    page.on("websocket", lambda socket: watch(socket.url))
    fonts = who.missing_fonts
    page.on("console", lambda m: fonts.append(m.text) if "Failed to load font" in m.text else None)
    try:
        yield who
    except BaseException:
        with suppress(Error):
            print(f"\n{page.url} said:\n{who.tells()}")
        raise
    finally:
        context.close()
