"""What a device holds and shows, and what answers it: looked at from outside."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx

from mia_companion.app.companion import Companion
from mia_companion.app.state import AppState
from mia_companion.ui.app import App
from tests.ui.recording import Screen
from tests.world import Device, World


class Switch(httpx.AsyncBaseTransport):
    """A device's line: to the world's server, or for a while to whatever answers in its place."""

    def __init__(self, home: httpx.AsyncBaseTransport) -> None:
        self.home = home
        self.instead: httpx.AsyncBaseTransport | None = None

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """One request, or one that somebody else answers."""
        return await (self.instead or self.home).handle_async_request(request)


@asynccontextmanager
async def another(world: World) -> AsyncIterator[World]:
    """Another tenant's server, in a folder beside."""
    other = World(world.folder / "other")
    await other.start()
    await other.furnish()
    try:
        yield other
    finally:
        await other.close()


async def screen(device: Device, route: str = "/") -> list[str]:
    """Every string that the device shows there, in Swedish."""
    state = AppState(view=device.companion.view, do=device.do, clock=device.clock, width=400)

    def hold(page: object) -> None:
        page.data = state  # type: ignore[attr-defined]

    async with Screen(App, state, route=route, width=400, prepare=hold) as drawn:
        return drawn.texts()


def here(companion: Companion) -> dict[str, bytes]:
    """Everything that the store holds, whatever state it is in: digests by entry."""
    store = companion.store
    found = [c.entry for journal in store.journals.known() for c in store.journals.entries(journal)]
    found += [w.entry for w in (*store.outbox.all(), *store.outbox.given_back())]
    return {one.id: one.digest() for one in found}


def shown(device: Device) -> set[str]:
    """What people have written, as that device shows it."""
    pictures = device.companion.view.pictures.values()
    found = [one.words for picture in pictures for one in picture.messages.values()]
    found += [one.words for picture in pictures for one in picture.steps.values()]
    return {*found, *(one.words for picture in pictures for one in picture.notes.values())}
