"""A person at a browser, who finds things by role and name as a screen reader does."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlparse

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    Browser,
    Error,
    Locator,
    Page,
    Playwright,
    StorageState,
    expect,
)

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
]
PHONE = (390, 844)
DESKTOP = (1280, 800)
PATIENCE_MS = 20_000
_GO = (
    "path => { history.pushState(null, '', path);"
    " dispatchEvent(new PopStateEvent('popstate', {state: null})); }"
)
_AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def launch(playwright: Playwright) -> Browser:
    """The Chromium that `make test` found."""
    return playwright.chromium.launch(executable_path=os.environ.get("CHROME") or None, args=FLAGS)


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

    def tap(self, name: str, role: str = "button") -> None:
        """Tap the first thing of that role and exactly that name, or else the first that holds it."""
        found = self.page.get_by_role(role, name=name)  # type: ignore[arg-type]
        found.first.wait_for(timeout=PATIENCE_MS)
        exactly = self.page.get_by_role(role, name=name, exact=True)  # type: ignore[arg-type]
        one = exactly.first if exactly.count() else found.first
        one.click(force=True, timeout=PATIENCE_MS)
        self.page.wait_for_timeout(150)

    def tap_row(self, words: str) -> None:
        """Open what stands in a list, and not the button beside it that has the words in its name."""
        row = self.page.get_by_role("button", name=re.compile(rf"^\W*{re.escape(words)}")).first
        row.wait_for(timeout=PATIENCE_MS)
        row.click(force=True, timeout=PATIENCE_MS)
        self.page.wait_for_timeout(150)

    def breathe(self) -> None:
        """Two taps within 0.7 s count once, so that nothing is said by mistake: wait as people do."""
        self.page.wait_for_timeout(720)

    def go(self, path: str) -> None:
        """To another address without loading anew, as with a link in the app."""
        self.page.evaluate(_GO, path)
        self.page.wait_for_timeout(250)

    def stand(self, place: str) -> None:
        """Go to one of the five places; a tap that falls while the screen is being drawn is repeated."""
        tab = self.page.get_by_role("tab", name=place).first
        for _ in range(4):
            tab.wait_for(timeout=PATIENCE_MS)
            tab.click(force=True, timeout=PATIENCE_MS)
            self.page.wait_for_timeout(600)
            if tab.get_attribute("aria-selected") == "true":
                return
        raise AssertionError(f"{place} could not be reached")

    def write(self, label: str, words: str) -> None:
        """Type into a field, which may have to be tapped twice while a screen is still sliding in."""
        box = self.page.get_by_role("textbox", name=label, exact=True).first
        box.wait_for(timeout=PATIENCE_MS)
        for _ in range(5):
            box.click(force=True)
            if self._has_focus(box):
                break
        self.page.wait_for_timeout(100)  # the engine opens its line to the field
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(words)
        expect(box).to_have_value(words, timeout=PATIENCE_MS)
        self.page.wait_for_timeout(200)  # and its way to the app

    def _has_focus(self, box: Locator) -> bool:
        for _ in range(14):
            if box.evaluate("field => document.activeElement === field"):
                return True
            self.page.wait_for_timeout(50)
        return False

    def choose_file(self, button: str, path: Path) -> None:
        """Through the file chooser that a button opens."""
        with self.page.expect_file_chooser(timeout=PATIENCE_MS) as opened:
            self.tap(button)
        opened.value.set_files(path)

    def sees(self, words: str) -> None:
        """The words are on the screen, as text or as a name."""
        expect(self._anywhere(words)).to_be_attached(timeout=PATIENCE_MS)

    def sees_not(self, words: str) -> None:
        """The words are nowhere on the screen."""
        expect(self.page.get_by_text(words)).to_have_count(0, timeout=PATIENCE_MS)

    def reload(self) -> None:
        """F5."""
        self.page.reload()
        self.awake()

    def clean(self) -> None:
        """axe-core finds nothing on the screen that is there."""
        found = self.axe()
        assert not found, "\n".join(found)

    def tells(self) -> str:
        """What a screen reader would find, all of it."""
        return self.page.locator("flt-semantics-host").first.aria_snapshot()

    def axe(self) -> list[str]:
        """What axe-core finds."""
        options = {"runOnly": {"type": "tag", "values": _AXE_TAGS}}
        found = Axe().run(self.page, options=options).response["violations"]
        return [f"{v['impact']} {v['id']}: {v['nodes'][0]['html'][:160]}" for v in found]

    def _anywhere(self, words: str) -> Locator:
        text = self.page.get_by_text(words)
        named = self.page.locator(f'[aria-label*="{words}"]')
        return text.or_(named).first


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
    page.on(
        "console",
        lambda m: who.missing_fonts.append(m.text) if "Failed to load font" in m.text else None,
    )
    try:
        yield who
    except BaseException:
        with suppress(Error):
            print(f"\n{page.url} said:\n{who.tells()}")
        raise
    finally:
        context.close()
