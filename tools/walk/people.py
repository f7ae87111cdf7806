"""Who walks: a participant, and those with an account. Each signs in once, in a browser of their own."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, StorageState, ViewportSize

from mia_companion.demo.people import (
    ANNA,
    BERIT,
    ELIN,
    OLOF,
    SAMIRA,
    DemoCoordinator,
    DemoOffice,
    DemoParticipant,
)
from mia_companion.demo.scene import Scene
from mia_companion.i18n.words import Words
from tests.journeys.person import MOTION, Person
from tests.journeys.ways import sign_in
from tools.walk.coordinator import COORDINATOR
from tools.walk.meanwhile import COLLEAGUE
from tools.walk.office import ADMINISTRATOR, FUNDER
from tools.walk.screens import Screen
from tools.walk.second import SIV

PHONE, DESK = (360, 740), (1280, 800)


@dataclass(frozen=True, slots=True)
class Staff:
    """Who signs in, what is seen first, and the screens."""

    name: str
    account: DemoCoordinator | DemoOffice
    sees: str
    screens: tuple[Screen, ...]


STAFF = (
    Staff("coordinator", ANNA, "Invite someone", COORDINATOR),
    Staff("colleague", SIV, "Invite someone", COLLEAGUE),
    Staff("administrator", BERIT, "Sites", ADMINISTRATOR),
    Staff("funder", OLOF, "Published results", FUNDER),
)


def participant_of(words: Words) -> DemoParticipant:
    """Samira writes Arabic, and is walked with in it; Elin in every other language."""
    return SAMIRA if words.tag == "ar" else ELIN


@contextmanager
def somebody(
    browser: Browser,
    home: str,
    words: Words,
    size: tuple[int, int] = PHONE,
    *,
    state: StorageState | None = None,
    points: int = 2,
) -> Iterator[Person]:
    """A fresh browser profile, or one with cookies, by day; a pixel has so many points each way."""
    context = browser.new_context(
        viewport=viewport(size),
        device_scale_factor=points,
        color_scheme="light",
        locale=words.locale.language,
        reduced_motion=MOTION,
        storage_state=state,
    )
    try:
        yield Person(context.new_page(), home)
    finally:
        context.close()


def open_door(scene: Scene) -> str:
    """Where participants open the app: at another name, so that cookies are apart."""
    return scene.address.replace("127.0.0.1", "localhost")


def enter_as_participant(who: Person, scene: Scene, words: Words) -> None:
    """From the welcome, with the language chosen, to Today, with the code that opens one browser once."""
    enter_with(who, scene.codes[participant_of(words).name], words)


def enter_with(who: Person, code: str, words: Words) -> None:
    """From the welcome, with the language chosen, to Today."""
    who.open(f"/start/{code}")
    who.tap(words.t("Go on"))
    who.sees(words.t("Your next small step"))


def enter_as(who: Person, one: Staff, words: Words) -> None:
    """From the first screen to what is seen first."""
    sign_in(who, words, one.account.email, one.account.password, one.sees)


def viewport(size: tuple[int, int]) -> ViewportSize:
    """Width and height in pixels of the page, as Playwright wants them."""
    return {"width": size[0], "height": size[1]}
