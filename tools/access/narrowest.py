"""The second walk: 320 pixels wide, with the text twice as large, chosen by the person in Looks.

What lies beside the page there is found by `spilled` of `tests/journeys/room.py`, which listens from the
opening on (`watch`).
"""

from collections.abc import Sequence

from playwright.sync_api import Browser, StorageState

from mia_companion.i18n.words import Words, words_for
from mia_companion.ui import places
from tests.journeys.person import Person
from tests.journeys.room import spilled, watch
from tools.access.chosen import Chosen
from tools.access.results import write_room
from tools.statement.results import Room
from tools.walk.everyone import Walk
from tools.walk.going import move, settle, tap_on
from tools.walk.scene import Told
from tools.walk.stood import Stood

SIZE, TEXT = (320, 640), 2.0
TAGS = ("sv", "fi", "ar", "ti")
"""Long words, and letters of other sizes."""


def walk(
    told: Told,
    browser: Browser,
    states: dict[str, StorageState],
    tags: Sequence[str],
    chosen: Chosen,
) -> list[str]:
    """One line for everything that has no room, and for every screen to which the way was not found.

    The results are written where nobody and nothing is left out.
    """
    spoken = [words_for(tag) for tag in tags if tag in TAGS]
    if not spoken:
        return []
    wrong: list[str] = []
    stood_on: set[str] = set()

    def look(who: Person, stood: Stood) -> None:
        settle(who.page)
        stood_on.add(stood.name)
        said = spilled(who.page)
        wrong.extend(f"{stood.words.tag} {stood.name} at 320 pixels: {one}" for one in said)

    walked = Walk(
        told,
        browser,
        look,
        chosen.only,
        phone=SIZE,
        opened=watch,
        entered=_large,
        states=states,
        parts=chosen.parts,
    )
    walked.on_phones(spoken)
    if chosen.is_all:
        tags = tuple(one.tag for one in spoken)
        room = Room(
            width=SIZE[0], text=TEXT, screens=len(stood_on), languages=tags, spilled=tuple(wrong)
        )
        write_room(room)
    return [*walked.missed, *wrong]


def _large(who: Person, words: Words) -> None:
    """Chosen where people choose it; those who work here have their browser's own."""
    if who.home.startswith("http://localhost"):
        move(who, places.LOOKS)
        tap_on(who, words.t("Twice as large"))
