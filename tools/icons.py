"""Draw the PNG icons from the pictures in assets/icons/, with the Chromium that CHROME names.

The names are those the web client and `ui/front.py` ask for. Maskable icons and the one for Apple fill the
whole square, because the system cuts them to its own shape; the others have round corners. Of a monochrome
one the system takes the shape alone, and gives it a colour.
"""

import os
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ASSETS = Path(__file__).parent.parent / "assets"
PAGE = '<body style="margin:0"><div style="overflow:hidden;{shape}">{svg}</div></body>'
FULL = "border-radius:0"
ROUND = "border-radius:22%"
CIRCLE = "border-radius:50%"

# path, size in pixels, shape, drawn from
PICTURES = (
    ("favicon.png", 64, ROUND, "icon"),
    ("icons/icon-192.png", 192, ROUND, "icon"),
    ("icons/icon-512.png", 512, ROUND, "icon"),
    ("icons/icon-maskable-192.png", 192, FULL, "icon"),
    ("icons/icon-maskable-512.png", 512, FULL, "icon"),
    ("icons/icon-monochrome-192.png", 192, FULL, "monochrome"),
    ("icons/icon-monochrome-512.png", 512, FULL, "monochrome"),
    ("icons/apple-touch-icon-180.png", 180, FULL, "icon"),
    ("icons/shortcut-today-96.png", 96, CIRCLE, "today"),
    ("icons/shortcut-help-96.png", 96, CIRCLE, "help"),
    ("icons/loading-animation.png", 192, ROUND, "icon"),
)


def draw(page: Page, svg: str, size: int, shape: str) -> bytes:
    page.set_viewport_size({"width": size, "height": size})
    page.set_content(PAGE.format(shape=f"width:{size}px;height:{size}px;{shape}", svg=svg))
    return page.screenshot(omit_background=True)


def main() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["CHROME"])
        page = browser.new_page()
        for path, size, shape, source in PICTURES:
            svg = (ASSETS / "icons" / f"{source}.svg").read_text("utf-8")
            (ASSETS / path).write_bytes(draw(page, svg, size, shape))
        browser.close()


if __name__ == "__main__":
    main()
