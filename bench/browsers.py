"""Two people at two Chromiums, who find things by role and name."""

import base64
import os
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import BrowserContext, Page, sync_playwright

from mia_companion.device.browser.cookie import COOKIE
from mia_companion.wire.place import ANYWHERE
from tools.chromium import ensure

PHONE, DESKTOP = (390, 844), (1280, 800)
_FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync")
_PATIENCE_MS = 60_000

_WAIT_FOR = """([words, patience]) => {
    window.seen = new Promise((done, fail) => {
        setTimeout(() => fail(new Error(`"${words}" did not come`)), patience);
        const look = () => {
            const named = document.querySelector(`[aria-label*="${words}"]`);
            if (!named && !document.body.textContent.includes(words)) return false;
            done(performance.timeOrigin + performance.now());
            return true;
        };
        const watch = new MutationObserver(() => { if (look()) watch.disconnect(); });
        const all = {subtree: true, childList: true, attributes: true, characterData: true};
        if (!look()) watch.observe(document.body, all);
    });
}"""
_TAP = """button => {
    const at = performance.timeOrigin + performance.now();
    button.click();
    return at;
}"""


@contextmanager
def two_browsers() -> Iterator[tuple[BrowserContext, BrowserContext]]:
    """A phone-sized one for the participant and a desktop-sized one for the coordinator."""
    chrome = os.environ.get("CHROME") or str(ensure() or "")
    with sync_playwright() as playwright:
        browsers = [
            playwright.chromium.launch(executable_path=chrome or None, args=_FLAGS)
            for _ in range(2)
        ]
        phone, desktop = (
            browser.new_context(viewport={"width": width, "height": height}, locale="sv-SE")
            for browser, (width, height) in zip(browsers, (PHONE, DESKTOP), strict=True)
        )
        yield phone, desktop
        for browser in browsers:
            browser.close()


def open_app(context: BrowserContext, address: str, key: bytes) -> Page:
    """Open it as the browser with that key, and wake its accessibility tree."""
    value = base64.urlsafe_b64encode(key).decode()
    there = address.replace("http://", "https://")  # where a Secure cookie may come from
    context.add_cookies(
        [{"name": ANYWHERE.cookie(COOKIE), "value": value, "url": there, "secure": True}]
    )
    page = context.new_page()
    page.set_default_timeout(_PATIENCE_MS)
    page.goto(address)
    page.wait_for_selector("flt-semantics-placeholder", state="attached")
    page.evaluate("document.querySelector('flt-semantics-placeholder').click()")
    page.wait_for_selector("flt-semantics")
    return page


def tap(page: Page, name: str) -> float:
    """Tap the button of that name; when, in seconds since 1970 by the browser's clock."""
    button = page.get_by_role("button", name=name, exact=True).first
    button.wait_for(state="attached")
    return float(button.evaluate(_TAP)) / 1000


def wait_for(page: Page, words: str) -> None:
    """Begin to look out for the words."""
    page.evaluate(_WAIT_FOR, [words, _PATIENCE_MS])


def seen(page: Page) -> float:
    """When they came, in seconds since 1970 by the browser's clock."""
    return float(page.evaluate("window.seen")) / 1000
