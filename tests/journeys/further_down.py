"""What lies further down a list is not in the tree that screen readers go by until one has gone there."""

from contextlib import suppress

from playwright.sync_api import Error, Locator, Page

_COMES_MS = 8_000
"""Milliseconds that something may take to come by itself; then it lies further down."""
_SCREENS, _SHARE, _DRAWN_MS = 12, 0.6, 300


def reach(page: Page, one: Locator, patience_ms: int) -> None:
    """Until it is there. Raises Playwright's Error where it is nowhere."""
    with suppress(Error):
        one.wait_for(timeout=_COMES_MS)
        return
    size = page.viewport_size or {"width": 360, "height": 740}
    page.mouse.move(0.7 * size["width"], size["height"] / 2)
    for _ in range(_SCREENS):
        page.mouse.wheel(0, _SHARE * size["height"])
        page.wait_for_timeout(_DRAWN_MS)
        if one.count():
            break
    one.wait_for(timeout=patience_ms)
