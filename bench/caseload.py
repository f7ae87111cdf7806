"""A coordinator's caseload: sixty people with long lives, beside sixty with short ones.

ours     sixty people with 10,000 entries each       floor   sixty with 100
both     a coordinator's further browser, after a colleague's in the same process has read the same:
         from its session to the caseload on the screen

The backend is in this process, on SQLite, and answers without a network between.
"""

import asyncio
import gc
import hashlib
import os
import random
import tempfile
import tracemalloc
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import flet as ft
import httpx

from bench.figures import Figure, duration
from bench.founded import EMAIL, PASSWORD, found, name_of
from bench.timing import in_turns
from mia_companion.app.actions import Actions
from mia_companion.app.companion import Companion
from mia_companion.app.opening import open_companion
from mia_companion.app.state import AppState
from mia_companion.domain.ids import system_clock
from mia_companion.server.api.application import create_app
from mia_companion.server.backend import Backend
from mia_companion.server.settings import Settings
from mia_companion.store.commons import Commons
from mia_companion.ui.app import App
from tests.ui.recording import Screen

PEOPLE, LONG, SHORT = 60, 10_000, 100
ROUNDS, EACH = 3, 3
MINE, FURTHER = "mine", tuple(f"further-{n}" for n in range(8))
REACH = 2.0


@dataclass
class Site:
    """A backend with a coordinator and her caseload; `commons` is the web process's."""

    folder: Path
    backend: Backend
    transport: httpx.ASGITransport
    commons: Commons = field(default_factory=Commons)

    def open(self, name: str) -> Companion:
        """That browser's companion, as when its tab opens."""
        return open_companion(
            self.folder / name, hashlib.sha256(name.encode()).digest(), "http://bench",
            clock=system_clock, random=os.urandom, uniform=random.uniform,
            transport=self.transport, commons=self.commons,
        )  # fmt: skip

    async def signed_in(self, name: str) -> Companion:
        """That browser, signed in, when it has read everything."""
        companion = self.open(name)
        do = Actions(companion)
        do.choices.language("sv")
        if problem := await do.access.sign_in(EMAIL, PASSWORD):
            raise RuntimeError(f"nobody was let in: {problem}")
        companion.runner.stop()
        companion.upkeep.now()
        return companion

    async def see(self, name: str) -> None:
        """What the coordinator waits for: from the tab to sixty people on the screen."""
        async with self.seen(name):
            pass

    @asynccontextmanager
    async def seen(self, name: str) -> AsyncIterator[None]:
        """The caseload on that browser's screen, until the block is left."""
        companion = self.open(name)
        state = AppState(companion.view, Actions(companion), system_clock, width=1280)

        def hold(page: ft.Page) -> None:
            page.data = state
            companion.subscribe(lambda view: setattr(state, "view", view))

        async with Screen(App, state, width=1280, height=800, prepare=hold) as screen:
            await companion.engine.sync()
            await screen.settle()
            if not screen.shows(name_of(PEOPLE - 1)):
                raise RuntimeError("the caseload was not drawn")
            yield
        await companion.close()


@asynccontextmanager
async def site(folder: Path, entries: int) -> AsyncIterator[Site]:
    """Sixty people with that many entries each, and a colleague's browser that has read them."""
    app = create_app(Settings(data_dir=folder, argon2_memory_kib=1024, requests_per_second=0))
    backend: Backend = app.state.backend
    await backend.start()
    try:
        await found(backend, PEOPLE, entries)
        made = Site(folder, backend, httpx.ASGITransport(app))
        colleague = await made.signed_in("colleague")
        for name in (MINE, *FURTHER):
            await (await made.signed_in(name)).close()
        yield made
        await colleague.close()
    finally:
        await backend.stop()


def figures() -> Iterator[Figure]:
    """Long lives beside short ones."""
    with tempfile.TemporaryDirectory() as name, asyncio.Runner() as loop, ExitStack() as open_:
        short, long = (
            open_.enter_context(_kept(loop, Path(name) / f"{n}", n)) for n in (SHORT, LONG)
        )
        found = in_turns(_seeing(loop, long), _seeing(loop, short), rounds=ROUNDS, each=EACH)
        bare, grown = (loop.run(_growth(where)) for where in (short, long))
    yield Figure(
        what=f"Open a caseload of {PEOPLE} with {LONG:,} entries each, beside {SHORT} each",
        median=duration(found.ours),
        p99=duration(found.p99),
        floor=duration(found.floor),
        ratio=found.ratio,
        reach=REACH,
    )
    yield Figure(
        what=f"Memory of a further session with that caseload, {len(FURTHER)} beside each other",
        median=f"{grown / 2**20:.1f} MiB",
        floor=f"{bare / 2**20:.1f} MiB",
        ratio=grown / bare,
    )


async def _growth(where: Site) -> float:
    """Bytes that Python holds for each further browser that has the caseload on its screen."""
    async with AsyncExitStack() as open_:
        await open_.enter_async_context(where.seen(MINE))
        tracemalloc.start()
        try:
            for name in FURTHER:
                await open_.enter_async_context(where.seen(name))
            gc.collect()
            return tracemalloc.get_traced_memory()[0] / len(FURTHER)
        finally:
            tracemalloc.stop()


@contextmanager
def _kept(loop: asyncio.Runner, folder: Path, entries: int) -> Iterator[Site]:
    folder.mkdir()
    held = site(folder, entries)
    yield loop.run(held.__aenter__())
    loop.run(held.__aexit__(None, None, None))


def _seeing(loop: asyncio.Runner, where: Site) -> Callable[[], Callable[[], object]]:
    def ready() -> Callable[[], object]:
        gc.collect()
        return lambda: loop.run(where.see(MINE))

    return ready
