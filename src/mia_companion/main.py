"""Puts the app together: natively on a device, and for browsers around a web server.

`python -m mia_companion.main` is what a phone or a desktop starts.
"""

import os
import random
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import flet as ft

from mia_companion.app.companion import Companion
from mia_companion.app.companions import Companions
from mia_companion.app.opening import open_companion
from mia_companion.device.browser.cookie import browser_key, file_name, store_key
from mia_companion.device.browser.leftovers import sweep
from mia_companion.device.flet_secrets import FletSecrets
from mia_companion.device.folders import data_folder
from mia_companion.device.secrets import device_key
from mia_companion.domain.ids import system_clock
from mia_companion.ui.start import Screens

if TYPE_CHECKING:
    from socket import socket

    import uvicorn
    from fastapi import FastAPI

    from mia_companion.device.browser.host import Asgi
    from mia_companion.server.settings import Settings

DEFAULT_SERVER = os.environ.get("MIA_SERVER", "http://127.0.0.1:8550")
_SESSION_SECONDS = 300
"""How long a browser's page may be away before its picture leaves the memory."""


def assets_folder() -> Path:
    """Beside the code in a built app, at the top of the repository otherwise."""
    here = Path(__file__).resolve().parent
    places = (here / "assets", here.parents[1] / "assets")
    return next((place for place in places if place.is_dir()), places[0])


def native(server: str) -> Callable[[ft.Page], Awaitable[None]]:
    """The app on a phone or a desktop. The store is opened once a process, screens once a session."""
    opened: list[Companion] = []

    async def main(page: ft.Page) -> None:
        if not opened:
            key = await device_key(FletSecrets(), os.urandom)
            path = data_folder() / "companion.sqlite"
            opened.append(_open(path, key, server, in_memory=False))
            opened[0].start()
        companion = opened[0]
        screens = Screens(page, companion)
        page.on_close = lambda _: screens.close()
        page.on_app_lifecycle_state_change = _rest_in_background(companion)
        screens.show()

    return main


def browser(server: str, sessions: Path) -> tuple[Callable[[ft.Page], Awaitable[None]], Companions]:
    """The app for browsers: `sessions` is where what they have not yet sent lies, sealed."""

    def make(key: bytes) -> Companion:
        return _open(sessions / file_name(key), store_key(key), server, in_memory=True)

    companions = Companions(make)

    async def main(page: ft.Page) -> None:
        key = browser_key.get() or os.urandom(32)
        screens = Screens(page, companions.enter(key))

        async def close(_: object) -> None:
            screens.close()
            await companions.leave(key)

        page.on_close = close
        screens.show()

    return main, companions


def web_app(server: str, sessions: Path, backend: "FastAPI | None" = None) -> "Served":
    """The ASGI application that browsers open; `backend`, if given, answers `/v1` beside it."""
    import flet_web.fastapi as flet_web  # noqa: PLC0415  phones have no web server
    from starlette.applications import Starlette  # noqa: PLC0415

    from mia_companion.device.browser.host import BrowserHost  # noqa: PLC0415

    main, companions = browser(server, sessions)
    assets = assets_folder()
    web = flet_web.app(
        main,
        assets_dir=str(assets),
        no_cdn=True,
        app_name="MIA",
        route_url_strategy=ft.RouteUrlStrategy.PATH,
        session_timeout_seconds=_SESSION_SECONDS,
    )

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            if backend is not None:
                await stack.enter_async_context(backend.router.lifespan_context(backend))
            sweep(sessions, system_clock().timestamp())
            await flet_web.app_manager.start()
            stack.push_async_callback(flet_web.app_manager.shutdown)
            stack.push_async_callback(companions.close)
            yield

    whole = Starlette(lifespan=lifespan)
    host = BrowserHost(web, backend, assets / "fonts", whole, os.urandom)
    return Served(host, _end_lines_of(backend) if backend else lambda: None)


def backend_app(settings: "Settings", _port: int = 0) -> "Served":
    """The backend alone."""
    from mia_companion.server.api.application import create_app  # noqa: PLC0415

    backend = create_app(settings)
    return Served(backend, _end_lines_of(backend))


def whole_app(settings: "Settings", port: int) -> "Served":
    """The backend, and the web app that reaches it through the loopback at `port`."""
    from mia_companion.server.api.application import create_app  # noqa: PLC0415

    sessions = settings.data_dir / "browsers"
    return web_app(f"http://127.0.0.1:{port}", sessions, create_app(settings))


class Served(NamedTuple):
    """An ASGI application, and what ends its open lines so that a stop need not wait for them."""

    app: "Asgi | FastAPI"
    end_lines: Callable[[], None]


def serving(served: Served, host: str, port: int) -> "uvicorn.Server":
    """A server for the application; `await` its `serve()`."""
    import uvicorn  # noqa: PLC0415

    class Server(uvicorn.Server):
        async def shutdown(self, sockets: "list[socket] | None" = None) -> None:
            served.end_lines()
            await super().shutdown(sockets)

    config = uvicorn.Config(
        served.app,
        host=host,
        port=port,
        http="httptools",
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=5,
        ws_ping_interval=20,
    )
    return Server(config)


def _end_lines_of(backend: "FastAPI") -> Callable[[], None]:
    def end() -> None:
        backend.state.backend.hub.end_all()

    return end


def _open(path: Path, key: bytes, server: str, *, in_memory: bool) -> Companion:
    return open_companion(
        path,
        key,
        server,
        clock=system_clock,
        random=os.urandom,
        uniform=random.uniform,
        confirmed_in_memory=in_memory,
    )


def _rest_in_background(companion: Companion) -> Callable[[ft.AppLifecycleStateChangeEvent], None]:
    def changed(event: ft.AppLifecycleStateChangeEvent) -> None:
        companion.runner.rest(event.state == ft.AppLifecycleState.PAUSE)

    return changed


def open_window(server: str = DEFAULT_SERVER) -> None:
    """The native app, until it is closed."""
    ft.run(native(server), assets_dir=str(assets_folder()))


if __name__ == "__main__":
    open_window()
