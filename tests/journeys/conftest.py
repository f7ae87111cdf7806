"""One Chromium for all journeys, and a fresh stage for each that changes something."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.journeys.person import launch
from tests.journeys.stage import Stage, open_stage


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real browser."""
    with sync_playwright() as playwright:
        chromium = launch(playwright)
        yield chromium
        chromium.close()


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    """Backend and web app as two processes."""
    opened = open_stage(tmp_path)
    yield opened
    opened.close()
