"""The second walk: 320 pixels wide, with the text twice as large, chosen by the person in Looks.

What lies beside the page there is found by `spilled` of `tests/journeys/room.py`, which listens from the
opening on (`watch`). Put both into `MEASURE`: until then this walk is not made.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from playwright.sync_api import Browser, Page, StorageState

from mia_companion.i18n.words import Words, words_for
from mia_companion.ui import places
from tests.journeys.person import Person
from tools.walk.everyone import Stood, Walk
from tools.walk.going import move, settle, tap_on
from tools.walk.scene import Told

SIZE = (320, 640)
TAGS = ("sv", "fi", "ar", "ti")
"""Long words, and letters of other sizes."""


@dataclass(frozen=True, slots=True)
class Measure:
    """`watch` comes before a page is opened; `spilled` has a line for what has no room on it."""

    watch: Callable[[Page], None]
    spilled: Callable[[Page], list[str]]


MEASURE: Measure | None = None


def walk(
    told: Told,
    browser: Browser,
    states: dict[str, StorageState],
    tags: Sequence[str],
    only: Collection[str],
) -> list[str]:
    """One line for everything that has no room, and for every screen to which the way was not found."""
    spoken = [words_for(tag) for tag in tags if tag in TAGS]
    if MEASURE is None or not spoken:
        return []
    wrong: list[str] = []
    measure = MEASURE

    def look(who: Person, stood: Stood) -> None:
        settle(who.page)
        said = measure.spilled(who.page)
        wrong.extend(f"{stood.words.tag} {stood.name} at 320 pixels: {one}" for one in said)

    walked = Walk(
        told, browser, look, only, phone=SIZE, opened=measure.watch, entered=_large, states=states
    )
    walked.on_phones(spoken)
    return [*walked.missed, *wrong]


def _large(who: Person, words: Words) -> None:
    """Chosen where people choose it; those who work here have their browser's own."""
    if who.home.startswith("http://localhost"):
        move(who, places.LOOKS)
        tap_on(who, words.t("Twice as large"))
