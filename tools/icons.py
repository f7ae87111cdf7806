"""Draw the PNG icons from assets/icons/icon.svg, with the Chromium that CHROME names.

The names are those the web client asks for. Maskable icons and the one for Apple fill the
whole square, because the system cuts them to its own shape; the others have round corners.
"""

import os
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ASSETS = Path(__file__).parent.parent / "assets"
PAGE = '<body style="margin:0"><div style="overflow:hidden;{shape}">{svg}</div></body>'
FULL = "border-radius:0"
ROUND = "border-radius:22%"

# path, size in pixels, shape
PICTURES = (
    ("favicon.png", 64, ROUND),
    ("icons/icon-192.png", 192, ROUND),
    ("icons/icon-512.png", 512, ROUND),
    ("icons/icon-maskable-192.png", 192, FULL),
    ("icons/icon-maskable-512.png", 512, FULL),
    ("icons/apple-touch-icon-192.png", 192, FULL),
    ("icons/loading-animation.png", 192, ROUND),
)


def draw(page: Page, svg: str, size: int, shape: str) -> bytes:
    page.set_viewport_size({"width": size, "height": size})
    page.set_content(PAGE.format(shape=f"width:{size}px;height:{size}px;{shape}", svg=svg))
    return page.screenshot(omit_background=True)


def main() -> None:
    svg = (ASSETS / "icons" / "icon.svg").read_text("utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["CHROME"])
        page = browser.new_page()
        for path, size, shape in PICTURES:
            (ASSETS / path).write_bytes(draw(page, svg, size, shape))
        browser.close()


if __name__ == "__main__":
    main()
