"""One Chromium for all journeys, and a fresh stage for each that changes something."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from mia_companion.i18n.words import Words, words_for
from tests.journeys.cast import Company, found
from tests.journeys.person import launch
from tests.journeys.stage import Stage, open_stage

LANGUAGES = ["sv", "ar"]
BOTH = os.environ.get("JOURNEYS") == "both"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real browser."""
    with sync_playwright() as playwright:
        chromium = launch(playwright)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def company(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Company]:
    """A stage for all journeys that kill nothing, one for each worker."""
    opened = open_stage(tmp_path_factory.mktemp("stage"))
    try:
        yield found(browser, opened)
    finally:
        opened.close()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What is long, and walked by another journey or by screens without a browser, is for `make journeys`."""
    if BOTH:
        return
    long = [item for item in items if item.get_closest_marker("long")]
    items[:] = [item for item in items if item not in long]
    config.hook.pytest_deselected(items=long)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Every other journey of a file in Swedish, the rest from right to left; `make journeys` walks all in
    both."""
    if "words" in metafunc.fixturenames:
        names = [name for name in vars(metafunc.module) if name.startswith("test_")]
        one = names.index(metafunc.function.__name__) % 2
        metafunc.parametrize("words", LANGUAGES if BOTH else [LANGUAGES[one]], indirect=True)


@pytest.fixture
def words(request: pytest.FixtureRequest) -> Words:
    """The participant's language."""
    return words_for(str(request.param))


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    """Backend and web app as two processes."""
    opened = open_stage(tmp_path)
    yield opened
    opened.close()
