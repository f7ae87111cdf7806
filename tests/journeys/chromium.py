"""The browser of all journeys."""

import os

from playwright.sync_api import Browser, Playwright

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
]


def launch(playwright: Playwright) -> Browser:
    """The Chromium that `make test` found."""
    return playwright.chromium.launch(executable_path=os.environ.get("CHROME") or None, args=FLAGS)
