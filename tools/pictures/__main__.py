"""Draw every screen of the demo, with the Chromium that CHROME names.

    python -m tools.pictures [NAME ...]     only the screens of those names, if any are given

All pictures go to test-results/pictures, to be looked at; a few also to docs/pictures, small.
The days in them are those of the day they were drawn.
"""

import asyncio
import os
import re
import sys
import tempfile
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Browser, Error, sync_playwright

from mia_companion.demo.people import ANNA, BERIT, ELIN, OLOF, SAMIRA, DemoCoordinator, DemoOffice
from mia_companion.demo.scene import Scene, open_scene
from mia_companion.demo.story import signed_in
from mia_companion.demo.tellers import StoryClock
from mia_companion.i18n.words import Words, words_for
from mia_companion.ui import places
from tests.journeys.person import Person, launch
from tests.journeys.stage import free_port
from tests.journeys.ways import come_in
from tools.pictures.camera import (
    A_SCREEN,
    ALL,
    DOCS,
    PHONE,
    SETTLED_MS,
    SIZES,
    shoot,
    shoot_as_it_is,
    somebody,
)
from tools.pictures.coordinator import COORDINATOR, half_year_before
from tools.pictures.office import ADMINISTRATOR, FUNDER
from tools.pictures.participant import PARTICIPANT
from tools.pictures.screens import Named, Narrow, Own, Screen, Tap

DOWN = 8
"""Screens that a button may lie further down."""


@dataclass(frozen=True, slots=True)
class Staff:
    """Who signs in, what is seen first, and the screens."""

    account: DemoCoordinator | DemoOffice
    sees: str
    screens: tuple[Screen, ...]


STAFF = (
    Staff(ANNA, "Invite someone", COORDINATOR),
    Staff(BERIT, "Sites", ADMINISTRATOR),
    Staff(OLOF, "Published results", FUNDER),
)

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
        await _publish(scene)
        await asyncio.to_thread(_walk, scene, only)


async def _publish(scene: Scene) -> None:
    """The half-year that is over, so that there is something to read for those who pay."""
    clock = StoryClock(datetime.now(UTC))
    async with signed_in(scene.address, clock, os.urandom, ANNA) as anna:
        found = await anna.do.results.look(half_year_before())
        if isinstance(found, str) or found.outside is None:
            raise SystemExit(f"Nothing to publish: {found}")
        if problem := await anna.do.results.publish(found.outside):
            raise SystemExit(problem)


def _walk(scene: Scene, only: Collection[str]) -> None:
    swedish, arabic = words_for("sv"), words_for("ar")
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for words, who in ((swedish, ELIN), (arabic, SAMIRA)):
            _participant(browser, scene, words, scene.codes[who.name], only)
        for words in (swedish, arabic):
            for one in STAFF:
                _staff(browser, scene, words, one, only)
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
            if not only or screen.name in only:
                _stand(who, screen, words)
        who.open()
        who.tap(words.t("Hide the app"))
        _shoot(who, "hidden", words, only)


def _staff(browser: Browser, scene: Scene, words: Words, one: Staff, only: Collection[str]) -> None:
    """Each size by itself: where a screen is another on a wide page, the way to it is, too."""
    wanted = [screen for screen in one.screens if not only or screen.name in only]
    for size, pixels in SIZES.items() if wanted else ():
        with somebody(browser, scene.address, words, pixels) as who:
            come_in(who, words, one.account.email, one.account.password)
            who.sees(words.t(one.sees))
            for screen in wanted:
                _stand(who, screen, words, size)


def _stand(who: Person, screen: Screen, words: Words, size: str = "") -> None:
    """In every size where none is named."""
    who.go(places.TODAY)  # the week that was looked at last is forgotten
    who.go(screen.path)
    try:
        for tap in screen.taps:
            if size != "desk" or not isinstance(tap, Narrow):
                _tap(who, tap, words)
        if size:
            shoot_as_it_is(who, screen.name, words, size)
        else:
            shoot(who, screen.name, words)
        for tap in screen.back:
            _tap(who, tap, words)
    except Error as wrong:  # the others are drawn all the same
        MISSED.append(f"{screen.name}-{words.tag} {size}: {str(wrong).splitlines()[0]}")


def _tap(who: Person, tap: Tap, words: Words) -> None:
    """As a screen reader taps, so that it may lie further down."""
    said = re.escape(_said(tap, words))
    # A row, whose name begins so, rather than the circle in it that marks it as done.
    row = who.page.get_by_role("button", name=re.compile(rf"^[\u2066-\u2069]*{said}"))
    anywhere = who.page.get_by_role("button", name=re.compile(said))
    there = who.page.viewport_size or {"width": PHONE[0], "height": PHONE[1]}
    who.page.mouse.move(0.7 * there["width"], there["height"] / 2)
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
    if isinstance(tap, Named):
        return words.c(tap.context, tap.words)
    if isinstance(tap, Narrow):
        return words.t(tap.words)
    return words.t(tap) if isinstance(tap, str) else tap(words)


def _shoot(who: Person, name: str, words: Words, only: Collection[str]) -> None:
    if not only or name in only:
        shoot(who, name, words)


if __name__ == "__main__":
    main()
