"""What a web session sends over its websocket for a tap on Done, and for a change of screen.

ours    a participant of the demo, on the web app          floor   the same screens as bare Flet (`bare`)
both    a tab without a browser; the bytes of each message before the line compresses them
"""

import asyncio
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

import flet as ft
import msgpack  # type: ignore[import-untyped]

from bench.bare import tree_of
from bench.figures import Figure
from bench.people import codes_for, let_in
from bench.stage import Stage, stage
from bench.tab import Tab
from mia_companion.app.actions import Actions
from mia_companion.app.companion import Companion
from mia_companion.app.state import AppState
from mia_companion.demo.people import ELIN
from mia_companion.device.browser.cookie import file_name, store_key
from mia_companion.domain.ids import system_clock
from mia_companion.domain.steps import NOT_NOW
from mia_companion.ui import places
from mia_companion.ui.app import App
from tests.ui.recording import Screen

ROUNDS = 5
PLACES = (places.TODAY, places.PATH, places.APPOINTMENTS, places.MESSAGES, places.ME)
_DONE = ("FilledButton", "Klart")


def figures() -> Iterator[Figure]:
    """A tap, and a change of screen."""
    with tempfile.TemporaryDirectory() as name, stage("demo", Path(name) / "server") as server:
        key, trees = asyncio.run(_ready(server, Path(name)))
        file = Path(name) / "trees"
        file.write_bytes(msgpack.packb(trees))
        with stage("bare", file) as bare:
            rounds = [(_session(server, key), _session(bare, b"")) for _ in range(ROUNDS)]
    for n, what in enumerate(("a tap on Done", "a change of screen")):
        ours, floor = (median(pair[at][n] for pair in rounds) for at in (0, 1))
        yield Figure(
            what=f"Bytes to a browser for {what}",
            median=f"{ours:.0f} B",
            floor=f"{floor:.0f} B",
            ratio=ours / floor,
        )


def _session(server: Stage, key: bytes) -> tuple[float, float]:
    """Bytes for a tap, and for a change of screen."""
    tab = Tab(server.address, key)
    tab.take_until_quiet(1)
    changes = []
    for at in (*range(1, len(PLACES)), 0):
        tab.stand_on(at)
        changes.append(tab.take_until_quiet())
    tab.tap(*_DONE)
    tapped = tab.take_until_quiet(1)
    tab.close()
    return tapped, sum(changes) / len(changes)


async def _ready(server: Stage, folder: Path) -> tuple[bytes, Any]:
    """The key of Elin's browser, and what her screens show: the five places, and Today after a tap."""
    key = os.urandom(32)
    browser = folder / "server" / "browsers" / file_name(key)
    async with codes_for(server.address, folder / "server", ELIN.name) as next_code:
        phone = await let_in(server.address, await next_code(), folder / "phone", os.urandom(32))
        phone.runner.stop()  # it syncs when it is told to
        do = Actions(phone)
        for step in phone.view.plan().open_steps:
            do.path.mark_step(step.id, NOT_NOW)
        for n in range(ROUNDS + 2):
            do.path.plan_step(f"Prov {n:03}")
        await phone.engine.sync()
        elin = await let_in(
            server.address, await next_code(), browser, store_key(key), in_memory=True
        )
        await elin.close()
    trees = await _trees(phone)
    await phone.close()
    return key, trees


async def _trees(companion: Companion) -> Any:
    state = AppState(companion.view, Actions(companion), system_clock, width=390)

    def hold(page: ft.Page) -> None:
        page.data = state

    companion.subscribe(lambda view: setattr(state, "view", view))
    async with Screen(App, state, width=390, height=844, prepare=hold) as screen:
        shown = []
        for place in (*PLACES, places.TODAY):
            await screen.go(place)
            shown.append(tree_of(screen.page.views))
        await screen.click(_DONE[1])
        after = [tree_of(screen.page.views)]
        await companion.engine.sync()
        await screen.settle()
        after.append(tree_of(screen.page.views))
    return [[shown[-1], *shown[1:-1]], after]
