"""Walk every screen and state in every language, by day and by night, and say what is wrong.

    python -m tools.access [--keep] [TAG ...] [WHO ...] [SCREEN ...]

Without tags in all languages, without one of nobody, participant, coordinator, administrator and funder by
all of them, without screens through all of them. What is heard in Swedish is compared with
what was kept; `--keep` keeps it anew. The outcome of a walk through all screens of
somebody is written to docs/accessibility/results.json; one to which there was no way is not counted there.
"""

import asyncio
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from mia_companion.i18n.languages import LANGUAGES
from mia_companion.i18n.words import words_for
from tests.journeys.person import launch
from tools.access import narrowest, readings
from tools.access.chosen import Chosen
from tools.access.ears import Ears
from tools.access.results import write
from tools.walk.everyone import PARTS, Walk
from tools.walk.scene import Told, told

TAGS = tuple(one.tag for one in LANGUAGES)
NARROW = ("sv", "ar", "ti")
"""Languages in which those who work here are walked on a narrow page, too."""


def main() -> None:
    """The exit is an error when anything is wrong."""
    wanted = [one for one in sys.argv[1:] if one != "--keep"]
    tags = [one for one in wanted if one in TAGS] or list(TAGS)
    parts = frozenset(one for one in wanted if one in PARTS)
    only = frozenset(one for one in wanted if one not in TAGS and one not in PARTS)
    ears = Ears(keep="--keep" in sys.argv)
    if not only:  # as it goes, so that a walk that was broken off has told what it found
        ears.after = lambda: write(ears.results(readings.FOLDER))
    with tempfile.TemporaryDirectory(prefix="mia-access-") as passing:
        missed = asyncio.run(_open(Path(passing), ears, tags, Chosen(parts, only)))
    wrong = [*missed, *ears.wrong]
    if wrong:
        raise SystemExit("\n".join(["", *wrong, f"{len(wrong)} things are wrong."]))


async def _open(folder: Path, ears: Ears, tags: list[str], chosen: Chosen) -> list[str]:
    async with told(folder) as scene:
        return await asyncio.to_thread(_walk, scene, ears, tags, chosen)


def _walk(scene: Told, ears: Ears, tags: list[str], chosen: Chosen) -> list[str]:
    spoken = [words_for(tag) for tag in tags]
    with sync_playwright() as playwright:
        browser = launch(playwright)
        walk = Walk(scene, browser, ears.listen, chosen.only, parts=chosen.parts, narrow=NARROW)
        walk.everyone(spoken)
        missed = [*walk.missed, *narrowest.walk(scene, browser, walk.states, tags, chosen)]
        browser.close()
    return missed


if __name__ == "__main__":
    main()
