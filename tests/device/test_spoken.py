"""Reading aloud in a real browser: with the device's own voices, and no longer than meant."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Page, async_playwright

from mia_companion.device.browser.voices import voices_in

ASSETS = Path(__file__).parents[2] / "assets"
KEYBOARD, SPOKEN = ((ASSETS / name).read_text("utf-8") for name in ("keyboard.js", "spoken.js"))

VOICES = """
window.heard = [];
window.cancelled = window.wakes = 0;
const made = { speaking: false, pending: false,
  getVoices: () => [
    { lang: 'sv-SE', localService: false, name: 'of the network' },
    { lang: 'sv_SE', localService: true, name: 'own' },
    { lang: 'ar-EG', localService: true, name: 'own' },
    { lang: 'ti-ER', localService: false, name: 'of the network' }],
  speak: (said) => { made.speaking = true; heard.push([said.text, said.lang, said.voice.name]); },
  cancel: () => { made.speaking = false; cancelled += 1; } };
Object.defineProperty(window, 'speechSynthesis', { value: made });
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""
PAGE = """<!DOCTYPE html><html lang="sv"><title>Idag</title>
<div id="offline" hidden><section lang="sv" data-wake="Låt läsa"></section></div>
<flt-semantics-placeholder aria-label="Enable accessibility"></flt-semantics-placeholder>
<flt-semantics-host>
  <flt-semantics role="button">Hjälp nu</flt-semantics>
  <h1>I dag</h1>
  <flt-semantics><span>Anna \u2068skrev\u2069:</span></flt-semantics>
  <flt-semantics role="group" aria-label="I morgon"><h2>En tid</h2></flt-semantics>
  <flt-semantics lang="ar"><span>مرحبا</span></flt-semantics>
  <flt-semantics lang="ti"><span>ሰላም</span></flt-semantics>
  <input aria-label="Svara" value="Jag kommer"><input type="password" aria-label="PIN" value="1234">
  <flt-semantics role="tablist"><flt-semantics role="tab">Jag</flt-semantics></flt-semantics>
</flt-semantics-host></html>"""


@pytest.fixture
async def page() -> AsyncIterator[Page]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=os.environ.get("CHROME"), args=["--no-sandbox"]
        )
        made = await browser.new_page()
        await made.add_init_script(VOICES + KEYBOARD + SPOKEN)
        await made.route(
            "**/*", lambda route: route.fulfill(body=PAGE, content_type="text/html; charset=utf-8")
        )
        await made.goto("http://mia.test/path")
        yield made
        await browser.close()


async def tap(page: Page, then: str) -> None:
    """Waits until that is so; it is checked a few times a second."""
    await page.evaluate("() => { window.open('mia:read-aloud'); }")
    await page.wait_for_function(then, timeout=10_000)


@pytest.mark.browser
async def test_it_reads_with_own_voices_and_stops(page: Page) -> None:
    assert await page.evaluate("spokenLanguages()") == "ar sv"
    button = page.locator("flt-semantics-placeholder")
    assert await button.get_attribute("aria-label") == "Låt läsa"

    await button.evaluate("button => { button.onclick = () => { wakes += 1; }; }")
    await page.keyboard.press("a")
    assert await page.evaluate("wakes") == 0
    await page.keyboard.press("Tab")
    assert await page.evaluate("wakes") == 1

    await tap(page, "speechSynthesis.speaking")
    assert await page.evaluate("heard") == [
        ["I dag", "sv_SE", "own"],
        ["Anna skrev:", "sv_SE", "own"],
        ["En tid", "sv_SE", "own"],
        ["I morgon", "sv_SE", "own"],
        ["مرحبا", "ar-EG", "own"],
        ["Svara Jag kommer", "sv_SE", "own"],
        ["PIN", "sv_SE", "own"],
    ]
    assert await page.evaluate("cancelled") == 0
    await tap(page, "!speechSynthesis.speaking")
    assert await page.evaluate("[cancelled, heard.length]") == [1, 7]

    for leaving in (
        "history.pushState(null, '', '/messages')",
        "document.title = 'Klocka'",
        "document.documentElement.lang = 'ar'",
    ):
        await tap(page, "speechSynthesis.speaking")
        await page.evaluate(leaving)
        await page.wait_for_function("!speechSynthesis.speaking", timeout=10_000)


def test_what_a_browser_says_of_its_voices_is_read_with_care() -> None:
    assert voices_in(b"voices=ar+sv+ckb") == {"ar", "sv", "ckb"}
    assert voices_in(b"") == voices_in(b"voices=") == voices_in("voices=å".encode()) == frozenset()
    assert voices_in(b"voices=SV+%3Cb%3E+svenska+e1") == frozenset()
    assert voices_in(b"&".join([b"a=1"] * 50)) == frozenset()
