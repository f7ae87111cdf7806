"""A picture of what a person sees: on a phone and on a desk, by day and by night."""

import io
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Page

from mia_companion.i18n.words import Words
from tests.journeys.further_down import roll
from tests.journeys.person import Person
from tools.walk.people import DESK, PHONE, viewport

ROOT = Path(__file__).parent.parent.parent
ALL = ROOT / "test-results" / "pictures"
DOCS = ROOT / "docs" / "pictures"

SIZES = {"desk": DESK, "phone": PHONE}
"""The phone last: there one scrolls, and goes on."""
MODES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
SETTLED_MS = 1200
"""Until a screen has come, with the fonts that it asked for."""
MOVED_MS, STILL_AT_MOST = 400, 8
"""Two pictures so far apart that are the same: nothing moves any more. A caret may blink for ever."""
COLOURS = 128
A_SCREEN = 480
"""Nearly as far down as is seen at once on the phone."""
FURTHER = 6
"""Pictures further down a long screen, at most; on the phone by day."""

SHOWN = {
    "today-sv-phone-light": "today-sv",
    "today-ar-phone-light": "today-ar",
    "person-sv-desk-light": "person-sv",
    "inbox-thread-sv-desk-light": "inbox-sv",
    "calendar-next-sv-desk-light": "calendar-sv",
    "path-sv-phone-light": "path-sv",
    "appointment-sv-phone-light": "appointment-sv",
    "movement-sv-phone-dark": "movement-sv",
    "one-thing-sv-phone-light": "one-thing-sv",
    "messages-ar-phone-light": "messages-ar",
}
"""What the documentation shows, and what it calls them."""


def shoot(who: Person, name: str, words: Words) -> None:
    """In each size and colour; the page is a phone's afterwards."""
    for size, pixels in SIZES.items():
        who.page.set_viewport_size(viewport(pixels))
        shoot_as_it_is(who, name, words, size)


def shoot_as_it_is(who: Person, name: str, words: Words, size: str) -> None:
    """In each colour, on a page that has `size` already, and on the phone by day all the way down."""
    page = who.page
    _rest(page)
    for mode in MODES:
        page.emulate_media(color_scheme=mode)
        _keep(f"{name}-{words.tag}-{size}-{mode}", _still(page))
    page.emulate_media(color_scheme="light")
    if size == "phone":
        _further(page, f"{name}-{words.tag}-phone-light")


def shoot_by_day(who: Person, called: str) -> None:
    """One picture, of what is seen at once."""
    _rest(who.page)
    _keep(called, _still(who.page))


def _rest(page: Page) -> None:
    page.mouse.move(PHONE[0] / 2, 1)
    page.evaluate("document.activeElement?.blur()")  # no ring around what was tapped
    page.wait_for_timeout(SETTLED_MS)


def _further(page: Page, called: str) -> None:
    last = _still(page)
    for number in range(2, 2 + FURTHER):
        page.mouse.move(PHONE[0] / 2, PHONE[1] / 2)
        roll(page, A_SCREEN)
        page.mouse.move(PHONE[0] / 2, 1)  # what lies under the pointer looks otherwise
        picture = _still(page)
        if picture == last:
            return
        _keep(f"{called}-{number}", picture)
        last = picture


def _still(page: Page) -> bytes:
    """A picture when what slides and fades has come to rest."""
    page.wait_for_timeout(MOVED_MS)
    last = page.screenshot()
    for _ in range(STILL_AT_MOST):
        page.wait_for_timeout(MOVED_MS)
        picture = page.screenshot()
        if picture == last:
            break
        last = picture
    return last


def _keep(called: str, picture: bytes) -> None:
    (ALL / f"{called}.png").write_bytes(picture)
    if called in SHOWN:
        (DOCS / f"{SHOWN[called]}.png").write_bytes(_small(picture))


def _small(picture: bytes) -> bytes:
    """Few colours: much smaller, and the eye sees no difference in flat surfaces."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    out = io.BytesIO()
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()
