"""The demo from a command line: the links, a browser, and on until somebody stops it."""

import os
import sys
import webbrowser
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from mia_companion.demo.scene import open_scene


async def play(folder: Path, port: int, *, open_browser: bool) -> None:
    """Everything in that folder, at that port."""
    async with open_scene(folder, port, datetime.now(UTC)) as scene:
        print(scene.greeting, flush=True)  # noqa: T201  what a command line says
        if open_browser and _has_screen():
            with suppress(webbrowser.Error):
                webbrowser.open(scene.address)
        await scene.until_stopped()


def _has_screen() -> bool:
    """On Linux without one, a browser in the terminal would take the place of the links."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
