"""A short walk through the demo, as `make access` makes the long one: axe-core, names, headings, and how it
sounds in Swedish; in Arabic from right to left."""

import asyncio
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from mia_companion.i18n.words import words_for
from tests.journeys.person import Person, person
from tools.access.ears import Ears
from tools.walk.everyone import Walk
from tools.walk.scene import Told, told
from tools.walk.stood import Stood

pytestmark = [pytest.mark.journey, pytest.mark.timeout(420)]

SWEDISH = {"first", "today", "appointment", "messages"}
AT_WORK = {"calendar"}
ARABIC = {"today", "new-consent"}


@dataclass
class _Demo:
    """Runs in a thread of its own: Playwright's loop runs in this one."""

    folder: Path

    def __post_init__(self) -> None:
        self.ready: Future[Told] = Future()
        self.loop = asyncio.new_event_loop()
        self.over = asyncio.Event()
        self.thread = threading.Thread(target=lambda: self.loop.run_until_complete(self._run()))
        self.thread.start()

    async def _run(self) -> None:
        try:
            async with told(self.folder) as demo:
                self.ready.set_result(demo)
                await self.over.wait()
        except BaseException as wrong:
            if not self.ready.done():
                self.ready.set_exception(wrong)
            raise

    def close(self) -> None:
        self.loop.call_soon_threadsafe(self.over.set)
        self.thread.join()


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    """As the long walk has it, on the same day."""
    running = _Demo(tmp_path_factory.mktemp("demo"))
    try:
        yield running.ready.result(timeout=180)
    finally:
        running.close()


def test_a_short_walk_in_swedish_and_arabic(browser: Browser, demo: Told) -> None:
    ears, mirrored = Ears(), set[bool]()

    def listen(who: Person, stood: Stood) -> None:
        ears.listen(who, stood)
        if stood.name == "today":
            mirrored.add(_is_mirrored(who, stood) is stood.words.rtl)

    for tag, only in (("sv", SWEDISH | AT_WORK), ("ar", ARABIC)):
        walk = Walk(demo, browser, listen, only)
        walk.everyone([words_for(tag)])
        assert not walk.missed
    assert not ears.wrong
    seen = {tag: sum(map(len, by.values())) for tag, by in ears.screens.items()}
    assert seen == {"sv": 5, "ar": 2}
    assert mirrored == {True}


def _is_mirrored(who: Person, stood: Stood) -> bool:
    """In a mirrored layout the first of the five places stands at the right."""
    first, last = (
        who.page.get_by_role("tab", name=stood.words.c("place", name)).first.bounding_box()
        for name in ("Today", "Me")
    )
    assert first is not None
    assert last is not None
    return first["x"] > last["x"]


def test_only_our_own_origin_by_policy(browser: Browser, demo: Told) -> None:
    with person(browser, demo.scene.address) as someone:
        answer = someone.page.goto(someone.home)
        assert answer is not None
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "http" not in policy
        assert "'unsafe-eval'" not in policy
        blocked = someone.page.evaluate(
            "fetch('https://example.org/').then(() => 'reached', () => 'blocked')"
        )
        assert blocked == "blocked"
