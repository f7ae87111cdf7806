"""Draw every main screen of the demo, with the Chromium that CHROME names.

All of them go to test-results/pictures, to be looked at; those in `SHOWN` also to docs/pictures, small.
The days in them are those of the day they were drawn.
"""

import asyncio
import io
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from mia_companion.demo.people import ANNA, ELIN, SAMIRA
from mia_companion.demo.scene import Scene, open_scene
from mia_companion.i18n.words import Words, words_for
from tests.journeys.person import Person, launch
from tests.journeys.stage import free_port
from tests.journeys.ways import sign_in

ROOT = Path(__file__).parent.parent
ALL = ROOT / "test-results" / "pictures"
DOCS = ROOT / "docs" / "pictures"
SHOWN = {
    "today-sv-light": "today-sv",
    "today-ar-light": "today-ar",
    "person-sv-light": "person-sv",
}
"""What the documentation shows, and what it calls them."""

PHONE, DESK = (360, 740), (1280, 800)
SETTLED_MS = 1500
"""Until a screen has slid in, and the fonts that it asked for have come."""
COLOURS = 128
_STEP = {"sv": "Frukost före nio tre dagar", "ar": "كتابة ثلاثة أسئلة للطبيب"}
"""A step that the story plans for each."""


def main() -> None:
    """Tell the story once, then walk through it in each language."""
    for folder in (ALL, DOCS):
        folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="mia-pictures-") as passing:
        asyncio.run(_draw(Path(passing)))


async def _draw(folder: Path) -> None:
    async with open_scene(folder, free_port(), datetime.now(UTC)) as scene:
        await asyncio.to_thread(_walk, scene)


def _walk(scene: Scene) -> None:
    swedish, arabic = words_for("sv"), words_for("ar")
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for words, who in ((swedish, ELIN), (arabic, SAMIRA)):
            _participant(browser, scene, words, scene.codes[who.name])
        for words in (swedish, arabic):
            _coordinator(browser, scene, words)
        browser.close()


def _participant(browser: Browser, scene: Scene, words: Words, code: str) -> None:
    home = scene.address.replace("127.0.0.1", "localhost")
    with _someone(browser, home, PHONE, words) as who:
        t, c = words.t, words.c
        who.open()
        _shoot(who, "first", words)
        who.tap(words.language.own_name)
        _shoot(who, "welcome", words)
        who.open(f"/start/{code}")
        who.tap(t("Go on"))
        who.sees(t("Your next small step"))
        _shoot(who, "today", words)
        who.tap(t("Done"), exact=True)
        _shoot(who, "today-done", words)
        who.tap(t("Undo"))
        for name, place in (
            ("path", "My path"),
            ("times", "Times"),
            ("messages", "Messages"),
            ("me", "Me"),
        ):
            who.stand(c("place", place))
            _shoot(who, name, words)
        for name, path in (
            ("help", "/help"),
            ("language", "/language"),
            ("new-step", "/path/new-step"),
            ("new-appointment", "/appointments/new"),
            ("good", "/good"),
            ("waiting", "/me/waiting"),
        ):
            who.open(path)
            _shoot(who, name, words)
        who.open("/path")
        # The row, whose name begins so, and not the circle that marks it as done.
        row = re.compile(rf"^[\u2066-\u2069]*{_STEP[words.tag]}")
        who.page.get_by_role("button", name=row).first.click(force=True)
        _shoot(who, "step", words)


def _coordinator(browser: Browser, scene: Scene, words: Words) -> None:
    with _someone(browser, scene.address, DESK, words) as anna:
        sign_in(anna, words, ANNA.email, ANNA.password)
        _shoot(anna, "caseload", words)
        anna.tap(ELIN.name)
        anna.sees(words.t("Booked times"))
        _shoot(anna, "person", words)
        anna.tap(words.t("Cancel the time"))
        _shoot(anna, "person-said", words)
        anna.tap(words.t("Undo"))
        anna.tap(words.t("Book a time"))
        _shoot(anna, "booking", words)
        anna.open("/invite")
        _shoot(anna, "invite", words)
        anna.write(words.t("Name"), "Nora")
        anna.tap(words.t("Make a code"))
        anna.sees(words.t("A code for {name}", name="Nora"))
        _shoot(anna, "code", words)


@contextmanager
def _someone(browser: Browser, home: str, size: tuple[int, int], words: Words) -> Iterator[Person]:
    """A fresh browser profile, by day."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        device_scale_factor=2,
        color_scheme="light",
        locale=words.locale.language,
    )
    try:
        yield Person(context.new_page(), home)
    finally:
        context.close()


def _shoot(who: Person, name: str, words: Words) -> None:
    """By day and by night."""
    who.page.mouse.move(0, 0)
    modes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    for mode in modes:
        who.page.emulate_media(color_scheme=mode)
        who.page.wait_for_timeout(SETTLED_MS)
        picture = who.page.screenshot()
        called = f"{name}-{words.tag}-{mode}"
        (ALL / f"{called}.png").write_bytes(picture)
        if called in SHOWN:
            (DOCS / f"{SHOWN[called]}.png").write_bytes(_small(picture))
    who.page.emulate_media(color_scheme="light")


def _small(picture: bytes) -> bytes:
    """Few colours: much smaller, and the eye sees no difference in flat surfaces."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    out = io.BytesIO()
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


if __name__ == "__main__":
    main()
