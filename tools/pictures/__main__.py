"""Draw every screen of the demo, with the Chromium that CHROME names.

    python -m tools.pictures [NAME ...]     only the screens of those names, if any are given

All pictures go to test-results/pictures, to be looked at; a few also to docs/pictures, small.
The days in them are those of the day they were drawn.
"""

import asyncio
import re
import sys
import tempfile
from collections.abc import Collection
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Browser, Error, sync_playwright

from mia_companion.demo.people import ANNA, ELIN, SAMIRA
from mia_companion.demo.scene import Scene, open_scene
from mia_companion.i18n.words import Words, words_for
from tests.journeys.person import Person, launch
from tests.journeys.stage import free_port
from tests.journeys.ways import sign_in
from tools.pictures.camera import A_SCREEN, ALL, DOCS, PHONE, SETTLED_MS, shoot, somebody
from tools.pictures.screens import COORDINATOR, PARTICIPANT, Named, Own, Screen, Tap

DOWN = 8
"""Screens that a button may lie further down."""

MISSED: list[str] = []
"""Screens to which the way was not found."""


def main() -> None:
    """Tell the story once, then walk through it in each language."""
    for folder in (ALL, DOCS):
        folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="mia-pictures-") as passing:
        asyncio.run(_draw(Path(passing), frozenset(sys.argv[1:])))
    if MISSED:
        raise SystemExit("\n".join(MISSED))


async def _draw(folder: Path, only: Collection[str]) -> None:
    async with open_scene(folder, free_port(), datetime.now(UTC)) as scene:
        await asyncio.to_thread(_walk, scene, only)


def _walk(scene: Scene, only: Collection[str]) -> None:
    swedish, arabic = words_for("sv"), words_for("ar")
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for words, who in ((swedish, ELIN), (arabic, SAMIRA)):
            _participant(browser, scene, words, scene.codes[who.name], only)
        for words in (swedish, arabic):
            _coordinator(browser, scene, words, only)
        browser.close()


def _participant(
    browser: Browser, scene: Scene, words: Words, code: str, only: Collection[str]
) -> None:
    home = scene.address.replace("127.0.0.1", "localhost")
    with somebody(browser, home, words) as who:
        who.open()
        _shoot(who, "first", words, only)
        who.tap(words.language.own_name)
        _shoot(who, "welcome", words, only)
        who.open("/help")
        _shoot(who, "help-before", words, only)
        who.open(f"/start/{code}")
        who.tap(words.t("Go on"))
        who.sees(words.t("Your next small step"))
        for screen in PARTICIPANT:
            _stand(who, screen, words, only)
        who.open()
        who.tap(words.t("Hide the app"))
        _shoot(who, "hidden", words, only)


def _coordinator(browser: Browser, scene: Scene, words: Words, only: Collection[str]) -> None:
    with somebody(browser, scene.address, words) as anna:
        sign_in(anna, words, ANNA.email, ANNA.password)
        for screen in COORDINATOR:
            _stand(anna, screen, words, only)


def _stand(who: Person, screen: Screen, words: Words, only: Collection[str]) -> None:
    if only and screen.name not in only:
        return
    who.go(screen.path)
    try:
        for tap in screen.taps:
            _tap(who, tap, words)
        shoot(who, screen.name, words)
        for tap in screen.back:
            _tap(who, tap, words)
    except Error as wrong:  # the others are drawn all the same
        MISSED.append(f"{screen.name}-{words.tag}: {str(wrong).splitlines()[0]}")


def _tap(who: Person, tap: Tap, words: Words) -> None:
    """As a screen reader taps, so that it may lie further down."""
    said = re.escape(_said(tap, words))
    # A row, whose name begins so, rather than the circle in it that marks it as done.
    row = who.page.get_by_role("button", name=re.compile(rf"^[\u2066-\u2069]*{said}"))
    anywhere = who.page.get_by_role("button", name=re.compile(said))
    who.page.mouse.move(PHONE[0] / 2, PHONE[1] / 2)
    for _ in range(DOWN):
        who.page.wait_for_timeout(SETTLED_MS)
        if row.count() or anywhere.count():
            break
        who.page.mouse.wheel(0, A_SCREEN)
    (row if row.count() else anywhere).first.dispatch_event("click", timeout=SETTLED_MS)
    who.page.wait_for_timeout(SETTLED_MS)


def _said(tap: Tap, words: Words) -> str:
    if isinstance(tap, Own):
        return tap.of(words.tag)
    return words.c(tap.context, tap.words) if isinstance(tap, Named) else words.t(tap)


def _shoot(who: Person, name: str, words: Words, only: Collection[str]) -> None:
    if not only or name in only:
        shoot(who, name, words)


if __name__ == "__main__":
    main()
