"""Picking files on a screen without a browser, and waiting for what a thread does."""

import asyncio
from collections.abc import Callable
from typing import Any

import flet as ft

from mia_companion.device.picking import GivenFiles
from tests.ui.recording import Screen
from tests.ui.standing import walk, words

_PATIENCE_TURNS = 2_000


def picker_of(screen: Screen, button: str) -> ft.FilePicker:
    """What opens when that button is tapped, in the client and without a round trip."""
    texts, outlined = screen.controls(ft.TextButton), screen.controls(ft.OutlinedButton)
    buttons: list[ft.TextButton | ft.OutlinedButton] = [*texts, *outlined]
    for one in buttons:
        action: Any = one.action
        if isinstance(action, ft.PickFiles) and any(
            button in said for inside in walk(one) for said in words(inside)
        ):
            return action.file_picker
    raise AssertionError(f"{button!r} opens no dialog; there is {screen.texts()}")


async def pick(screen: Screen, button: str, name: str, content: bytes | None) -> None:
    """Somebody tapped the button and chose that file; without bytes it does not get here."""
    screen.page.data.files = GivenFiles({} if content is None else {name: content})
    file = {"id": 0, "name": name, "size": len(content or b""), "path": None, "bytes": None}
    await screen.fire(picker_of(screen, button), "result", {"files": [file]})


async def until(screen: Screen, seen: Callable[[], object]) -> None:
    """Let threads finish and the screen be drawn, until that is so."""
    for _ in range(_PATIENCE_TURNS):
        await screen.settle()
        if seen():
            return
        await asyncio.to_thread(lambda: None)
    raise AssertionError(f"it never came; there is {screen.texts()}")


def pictures(screen: Screen) -> list[ft.Image]:
    """Every photo that is drawn."""
    return [one for one in walk(screen.controls(ft.Control)) if isinstance(one, ft.Image)]


def on_a_desktop(screen: Screen) -> None:
    """The client has said what it runs on."""
    screen.page.platform = ft.PagePlatform.LINUX


def saved_files(screen: Screen) -> list[tuple[str, bytes]]:
    """What the client was asked to save."""
    asked = [m.body for m in screen.sent.messages if getattr(m.body, "name", "") == "save_file"]
    return [(one.args["file_name"], one.args["src_bytes"]) for one in asked]
