"""The second walk: 320 pixels wide, with the text twice as large, chosen by the person in Looks.

What lies beside the page there is found by `spilled` of tests/journeys/room.py.
"""

from collections.abc import Collection, Sequence

from playwright.sync_api import Browser

from tools.walk.scene import Told

TAGS = ("sv", "fi", "ar", "ti")
"""Long words, and letters of other sizes."""


def walk(told: Told, browser: Browser, tags: Sequence[str], only: Collection[str]) -> list[str]:
    """One line for everything that does not fit."""
    return []
