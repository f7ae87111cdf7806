"""Draw every screen of the demo, with the Chromium that CHROME names.

    python -m tools.pictures [NAME ...]     only the screens of those names, if any are given
    python -m tools.pictures languages      five screens in every language, and no others

All pictures go to test-results/pictures, to be looked at; a few also to docs/pictures, small.
The days in them are those of the walk (tools/walk/clock.py), whenever they are drawn.
"""

import asyncio
import sys
import tempfile
from collections.abc import Collection, Iterable
from pathlib import Path

from playwright.sync_api import Browser, Error, sync_playwright

from mia_companion.i18n.languages import LANGUAGES
from mia_companion.i18n.words import Words, words_for
from tests.journeys.person import Person, launch
from tools.pictures.camera import ALL, DOCS, SIZES, shoot, shoot_as_it_is, shoot_by_day
from tools.walk.going import speak, stand, step_back
from tools.walk.participant import PARTICIPANT
from tools.walk.people import (
    STAFF,
    Staff,
    enter_as,
    enter_as_participant,
    open_door,
    participant_of,
    somebody,
)
from tools.walk.scene import Told, told
from tools.walk.screens import Screen

LANGUAGES_TOO = "languages"
IN_EVERY_LANGUAGE = ("today", "path", "times", "messages", "new-consent")
"""Screens that are drawn in all languages there are, on a phone by day."""

MISSED: list[str] = []
"""Screens to which the way was not found."""


def main() -> None:
    """Tell the story once, then walk through it in each language."""
    for folder in (ALL, DOCS, ALL / LANGUAGES_TOO):
        folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="mia-pictures-") as passing:
        asyncio.run(_draw(Path(passing), frozenset(sys.argv[1:])))
    if MISSED:
        raise SystemExit("\n".join(MISSED))


async def _draw(folder: Path, only: Collection[str]) -> None:
    async with told(folder) as demo:
        await asyncio.to_thread(_walk, demo, only)


def _walk(demo: Told, only: Collection[str]) -> None:
    both = (words_for("sv"), words_for("ar"))
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for words in both:
            _participant(browser, demo, words, only)
        for words in both:
            for one in STAFF:
                _staff(browser, demo, words, one, only)
        browser.close()


def _wanted(screens: Iterable[Screen], only: Collection[str]) -> list[Screen]:
    return [screen for screen in screens if not only or screen.name in only]


def _participant(browser: Browser, demo: Told, words: Words, only: Collection[str]) -> None:
    with somebody(browser, open_door(demo.scene), words) as who:
        who.open()
        _shoot(who, "first", words, only)
        who.tap(words.language.own_name)
        _shoot(who, "welcome", words, only)
        who.open("/help")
        _shoot(who, "help-before", words, only)
        enter_as_participant(who, demo.scene, words)
        for screen in _wanted(PARTICIPANT, only):
            _draw_one(who, screen, words, demo)
        _in_every_language(who, words, demo, only)
        who.open()
        who.tap(words.t("Hide the app"))
        _shoot(who, "hidden", words, only)


def _in_every_language(who: Person, words: Words, demo: Told, only: Collection[str]) -> None:
    """The languages in which the person who is there is walked with, and back to the first of them."""
    if only and LANGUAGES_TOO not in only:
        return
    spoken = words
    for one in map(words_for, (language.tag for language in LANGUAGES)):
        if participant_of(one) is not participant_of(words):
            continue
        speak(who, spoken, one)
        spoken = one
        for screen in PARTICIPANT:
            if screen.name in IN_EVERY_LANGUAGE:
                _draw_one(who, screen, one, demo, every_language=True)
    speak(who, spoken, words)


def _staff(browser: Browser, demo: Told, words: Words, one: Staff, only: Collection[str]) -> None:
    """Each size by itself: where a screen is another on a wide page, the way to it is, too."""
    wanted = _wanted(one.screens, only)
    for size, pixels in SIZES.items() if wanted else ():
        with somebody(browser, demo.scene.address, words, pixels) as who:
            enter_as(who, one, words)
            for screen in wanted:
                _draw_one(who, screen, words, demo, size)


def _draw_one(
    who: Person,
    screen: Screen,
    words: Words,
    demo: Told,
    size: str = "",
    *,
    every_language: bool = False,
) -> None:
    """In every size where none is named."""
    wide = size == "desk"
    try:
        stand(who, screen, words, demo, wide=wide)
        if every_language:
            shoot_by_day(who, f"{LANGUAGES_TOO}/{screen.name}-{words.tag}")
        elif size:
            shoot_as_it_is(who, screen.name, words, size)
        else:
            shoot(who, screen.name, words)
        step_back(who, screen, words, demo, wide=wide)
    except Error as wrong:  # the others are drawn all the same
        MISSED.append(f"{screen.name}-{words.tag} {size}: {str(wrong).splitlines()[0]}")


def _shoot(who: Person, name: str, words: Words, only: Collection[str]) -> None:
    if not only or name in only:
        shoot(who, name, words)


if __name__ == "__main__":
    main()
