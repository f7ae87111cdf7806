"""What lies further down a list is not in the tree that screen readers go by until one has gone there."""

from collections.abc import Callable
from contextlib import suppress

from playwright.sync_api import Error, Locator, Page

_COMES_MS = 8_000
"""Milliseconds that something may take to come by itself; then it lies further down."""
_DRAWN_MS = 300
_SCREENS = 32
"""Screens that it may lie further down."""
_SHARE = 0.65
"""How far the list is moved at a time, of the page's height."""
_WHEEL = 2
"""Turns of the wheel for one pixel of the page, where it has one point each way."""


def reach(page: Page, one: Locator, patience_ms: int) -> None:
    """Until it is there. Raises Playwright's Error where it is nowhere."""
    with suppress(Error):
        one.wait_for(timeout=_COMES_MS)
        return
    go_down(page, lambda: bool(one.count()), lambda: page.wait_for_timeout(_DRAWN_MS))
    one.wait_for(timeout=patience_ms)


def go_down(page: Page, is_there: Callable[[], bool], drawn: Callable[[], None]) -> None:
    """Through the list in the middle of the page until it is there, or for so many screens; `drawn` waits
    after each."""
    size = page.viewport_size or {"width": 360, "height": 740}
    page.mouse.move(0.7 * size["width"], size["height"] / 2)
    for _ in range(_SCREENS):
        if is_there():
            return
        roll(page, _SHARE * size["height"])
        drawn()


def roll(page: Page, pixels: float) -> None:
    """What is under the mouse is moved on by so much."""
    page.mouse.wheel(0, pixels * _WHEEL * page.evaluate("devicePixelRatio"))
