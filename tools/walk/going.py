"""Going through screens: to one, a tap further, into another language, and on when it has settled."""

import re

from playwright.sync_api import Page, expect

from mia_companion.i18n.words import Words
from mia_companion.ui import places
from tests.journeys.flutter import GO
from tests.journeys.person import PATIENCE_MS, Person
from tools.walk.screens import Narrow, Screen, Tap, said

DOWN = 8
"""Screens that a button may lie further down."""
SCREEN_SHARE = 0.65
"""How far the list is moved at a time, of the page's height."""
WHEEL = 4
"""Turns of the wheel for one pixel of the page, on a screen of twice the points."""

_SETTLED = """([first, quiet, most]) => new Promise(done => {
  const host = document.querySelector('flt-semantics-host') ?? document.body;
  let timer = setTimeout(end, first);
  const watch = new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(end, quiet); });
  const last = setTimeout(end, most);
  function end() { watch.disconnect(); clearTimeout(timer); clearTimeout(last); done(); }
  watch.observe(host, {subtree: true, childList: true, attributes: true, characterData: true});
})"""
_FIRST_MS, _QUIET_MS, _MOST_MS = 900, 350, 6_000


def settle(page: Page) -> None:
    """Wait until nothing more is told: it begins within 0.9 s, is quiet for 0.35 s, lasts 6 s at most."""
    page.evaluate(_SETTLED, [_FIRST_MS, _QUIET_MS, _MOST_MS])


def stand(who: Person, screen: Screen, words: Words, *, wide: bool = False) -> None:
    """From wherever one is to that screen. Raises Playwright's Error where the way is not found."""
    if who.page.url != who.home + places.TODAY:
        move(who, places.TODAY)  # the week that was looked at last is forgotten
    if screen.path != places.TODAY:
        move(who, screen.path)
    _taps(who, screen.taps, words, wide=wide)


def step_back(who: Person, screen: Screen, words: Words, *, wide: bool = False) -> None:
    """Undo what the way to that screen changed."""
    _taps(who, screen.back, words, wide=wide)


def speak(who: Person, before: Words, words: Words) -> None:
    """Change the language, on its own screen, of somebody who is in."""
    if before.tag == words.tag:
        return
    move(who, places.LANGUAGE)
    who.tap(words.language.own_name, exact=True)
    settle(who.page)
    html = who.page.locator("html")
    expect(html).to_have_attribute("lang", words.locale.language, timeout=PATIENCE_MS)


def move(who: Person, path: str) -> None:
    """To another address, as with a link in the app."""
    who.page.evaluate(GO, path)
    settle(who.page)


def _taps(who: Person, taps: tuple[Tap, ...], words: Words, *, wide: bool) -> None:
    for tap in taps:
        if not wide or not isinstance(tap, Narrow):
            tap_on(who, said(tap, words))


def tap_on(who: Person, name: str) -> None:
    """As a screen reader taps, so that it may lie further down."""
    # A row, whose name begins so, rather than the circle in it that marks it as done.
    row = who.page.get_by_role("button", name=re.compile(rf"^[\u2066-\u2069]*{re.escape(name)}"))
    anywhere = who.page.get_by_role("button", name=re.compile(re.escape(name)))
    size = who.page.viewport_size or {"width": 360, "height": 740}
    who.page.mouse.move(0.7 * size["width"], size["height"] / 2)
    for _ in range(DOWN):
        if row.count() or anywhere.count():
            break
        who.page.mouse.wheel(0, SCREEN_SHARE * size["height"] * WHEEL)
        settle(who.page)
    (row if row.count() else anywhere).first.dispatch_event("click", timeout=1_200)
    settle(who.page)
