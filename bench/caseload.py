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
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import flet as ft
import httpx

from bench.figures import Figure, duration
from bench.life import life
from bench.timing import in_turns
from bench.weeks import ANNA, ME
from mia_companion.app.actions import Actions
from mia_companion.app.companion import Companion
from mia_companion.app.opening import open_companion
from mia_companion.app.state import AppState
from mia_companion.domain.entries import Entry
from mia_companion.domain.facts import write_fact
from mia_companion.domain.ids import system_clock
from mia_companion.domain.people import ParticipantNamed
from mia_companion.domain.rights import SHARED
from mia_companion.server import epochs, operations, people
from mia_companion.server.api.application import create_app
from mia_companion.server.backend import Backend
from mia_companion.server.journals import Arrival
from mia_companion.server.settings import Settings
from mia_companion.store.commons import Commons
from mia_companion.ui.app import App
from tests.ui.recording import Screen

PEOPLE, LONG, SHORT = 60, 10_000, 100
ROUNDS, EACH = 3, 3
_AGO = timedelta(minutes=5)
REACH = 2.0
EMAIL, PASSWORD = "anna@bench.example", "a-long-password"


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
        return companion

    async def see(self, name: str) -> None:
        """What the coordinator waits for: from the tab to sixty people on the screen."""
        companion = self.open(name)
        state = AppState(companion.view, Actions(companion), system_clock, width=1280)

        def hold(page: ft.Page) -> None:
            page.data = state
            companion.subscribe(lambda view: setattr(state, "view", view))

        async with Screen(App, state, width=1280, height=800, prepare=hold) as screen:
            await companion.engine.sync()
            await screen.settle()
            if not screen.shows(_name(PEOPLE - 1)):
                raise RuntimeError("the caseload was not drawn")
        await companion.close()


@asynccontextmanager
async def site(folder: Path, entries: int) -> AsyncIterator[Site]:
    """Sixty people with that many entries each, and a colleague's browser that has read them."""
    app = create_app(Settings(data_dir=folder, argon2_memory_kib=1024))
    backend: Backend = app.state.backend
    await backend.start()
    try:
        await _found(backend, entries)
        made = Site(folder, backend, httpx.ASGITransport(app))
        colleague = await made.signed_in("colleague")
        mine = await made.signed_in("mine")
        await mine.close()
        yield made
        await colleague.close()
    finally:
        await backend.stop()


async def _found(backend: Backend, entries: int) -> None:
    association = await operations.create_association(backend, "Bench")
    place = await operations.create_site(backend, association, "Bench")
    anna = await operations.create_coordinator(backend, place, "Anna", EMAIL, PASSWORD)
    told = [one for one in life(entries * 2, datetime.now(UTC) - _AGO) if one.role == SHARED]
    for number in range(PEOPLE):
        who = f"{ME}-{number:03}"
        journal = await _participant(backend, place, anna, who)
        named = ParticipantNamed(name=_name(number))
        said = [
            Entry(
                id=f"{number:03}-{n:05}", journal=journal, author=anna if one.author == ANNA else who,
                device="device-of-all", happened_at=one.at, based_on=0, body=write_fact(one.fact),
            )
            for n, one in enumerate(told[-entries + 1 :])
        ]  # fmt: skip
        said.insert(
            0, said[0].model_copy(update={"id": f"{number:03}-name", "body": write_fact(named)})
        )
        await _append(backend, said)


async def _participant(backend: Backend, place: str, coordinator: str, who: str) -> str:
    ids, now = backend.surroundings.ids, backend.surroundings.clock()
    async with backend.changes.open() as change:
        shared = await people.make_participant(
            change.connection, backend.ledger, [ids(), ids(), ids()],
            participant=who, site=place, at=now,
        )  # fmt: skip
        await people.assign(
            change.connection, backend.ledger, [ids(), ids()],
            participant=who, coordinator=coordinator, at=now,
        )  # fmt: skip
    return shared


async def _append(backend: Backend, said: list[Entry]) -> None:
    async with backend.changes.open() as change:
        epoch = await epochs.current(change.connection)
        for start in range(0, len(said), 500):
            some = [Arrival(one, one.happened_at) for one in said[start : start + 500]]
            await backend.journals.append(change.connection, some, epoch)


def _name(number: int) -> str:
    return f"Deltagare {number:03}"


def figures() -> Iterator[Figure]:
    """Long lives beside short ones."""
    with tempfile.TemporaryDirectory() as name, asyncio.Runner() as loop, ExitStack() as open_:
        long, short = (
            open_.enter_context(_kept(loop, Path(name) / f"{n}", n)) for n in (LONG, SHORT)
        )
        found = in_turns(_seeing(loop, long), _seeing(loop, short), rounds=ROUNDS, each=EACH)
    yield Figure(
        what=f"Open a caseload of {PEOPLE} with {LONG:,} entries each, beside {SHORT} each",
        median=duration(found.ours),
        p99=duration(found.p99),
        floor=duration(found.floor),
        ratio=found.ratio,
        reach=REACH,
    )


@contextmanager
def _kept(loop: asyncio.Runner, folder: Path, entries: int) -> Iterator[Site]:
    folder.mkdir()
    held = site(folder, entries)
    yield loop.run(held.__aenter__())
    loop.run(held.__aexit__(None, None, None))


def _seeing(loop: asyncio.Runner, where: Site) -> Callable[[], Callable[[], object]]:
    def ready() -> Callable[[], object]:
        gc.collect()
        return lambda: loop.run(where.see("mine"))

    return ready
