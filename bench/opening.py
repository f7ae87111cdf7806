"""Opening the app: the store is opened, the first view made, and Today drawn.

ours    a file with 10,000 entries in it        floor   a file with 100
both    as many of them came since the app was last started

`open_companion`, then the screens through a real Flet session whose connection only records. What
costs the same for both and more than all of it is left out: importing Python's modules, and the
client's own start and drawing.
"""

import asyncio
import gc
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import flet as ft

from bench.figures import Figure, duration
from bench.lived import Lived, lived
from bench.timing import in_turns
from mia_companion.app.actions import Actions
from mia_companion.app.state import AppState
from mia_companion.domain.ids import system_clock
from mia_companion.ui.app import App
from tests.ui.recording import Screen

LONG, SHORT, NEW = 10_000, 100, 20
ROUNDS, EACH = 5, 12
REACH = 1.2


def figures() -> Iterator[Figure]:
    """A long life beside a short one."""
    with tempfile.TemporaryDirectory() as name:
        long, short = (lived(Path(name) / f"{count}", count, new=NEW) for count in (LONG, SHORT))
        with asyncio.Runner() as loop:
            found = in_turns(
                _starting(loop, long), _starting(loop, short), rounds=ROUNDS, each=EACH
            )
    yield Figure(
        what=f"Open and draw Today with {LONG:,} entries, beside {SHORT}",
        median=duration(found.ours),
        p99=duration(found.p99),
        floor=duration(found.floor),
        ratio=found.ratio,
        reach=REACH,
    )


def _starting(loop: asyncio.Runner, device: Lived) -> Callable[[], Callable[[], object]]:
    def ready() -> Callable[[], object]:
        gc.collect()  # what the start before left is not what is measured
        return lambda: loop.run(open_and_draw(device))

    return ready


async def open_and_draw(device: Lived) -> None:
    """What a person waits for when the app starts."""
    companion = device.open()
    state = AppState(companion.view, Actions(companion), system_clock, width=360)

    def hold(page: ft.Page) -> None:
        page.data = state

    async with Screen(App, state, width=360, height=740, prepare=hold) as screen:
        if not screen.shows("Amina"):
            raise RuntimeError("Today was not drawn")
    companion.store.close()
