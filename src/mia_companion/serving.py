"""Puts the servers together: the backend, the web app that browsers open, or both in one process."""

import os
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import flet as ft
import flet_web.fastapi as flet_web
import uvicorn
from starlette.applications import Starlette
from uvicorn.config import LOGGING_CONFIG

from mia_companion.device.browser.below import BelowPath
from mia_companion.device.browser.host import Asgi, BrowserHost
from mia_companion.device.browser.leftovers import sweep
from mia_companion.device.browser.letters import Letters
from mia_companion.device.browser.transport import StrictTransport
from mia_companion.device.browser.uploads import Uploads
from mia_companion.device.log_lines import log_in_lines
from mia_companion.device.logs import keep_words_out
from mia_companion.device.statement.operator import Operator
from mia_companion.device.statement.served import WithStatement
from mia_companion.domain.ids import Clock, system_clock
from mia_companion.main import assets_folder, browser
from mia_companion.ui.front import NAME, front
from mia_companion.wire.place import ANYWHERE, Place

if TYPE_CHECKING:
    from socket import socket

    from fastapi import FastAPI

    from mia_companion.server.settings import Settings

WEB_PATHS = ("/ws", "")
"""Of Flet's server: the line that carries the screens, and the files below everything else."""

_SESSION_SECONDS = 300
"""How long a browser's page may be away before its picture leaves the memory."""


def web_app(
    server: str,
    sessions: Path,
    backend: "FastAPI | None" = None,
    *,
    place: Place = ANYWHERE,
    clock: Clock = system_clock,
) -> "Served":
    """The ASGI application that browsers open at `place`; `backend`, if given, answers `/v1` beside it."""
    uploads, letters, forgotten = Uploads(os.urandom, path=place.path), Letters(), set[bytes]()
    main, companions = browser(server, sessions, uploads, letters, forgotten, clock=clock)
    web = flet_web.app(
        main,
        proxy_path=place.path,
        assets_dir=str(assets_folder()),
        no_cdn=True,
        app_name=NAME,
        route_url_strategy=ft.RouteUrlStrategy.PATH,
        session_timeout_seconds=_SESSION_SECONDS,
    )

    # Flet's own server describes itself, and takes part in sign-ins that nobody here begins.
    web.router.routes = [one for one in web.router.routes if getattr(one, "path", "") in WEB_PATHS]

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
    host = BrowserHost(
        web,
        backend,
        whole,
        uploads=uploads,
        letters=letters,
        random=os.urandom,
        front=front(place),
        forgotten=forgotten,
    )
    return Served(host, _end_lines_of(backend) if backend else lambda: None)


def backend_app(settings: "Settings", _port: int = 0) -> "Served":
    """The backend alone."""
    from mia_companion.server.api.application import create_app  # noqa: PLC0415

    backend = create_app(settings)
    return Served(backend, _end_lines_of(backend))


def whole_app(settings: "Settings", port: int, *, clock: Clock = system_clock) -> "Served":
    """The backend, and the web app that reaches it through the loopback at `port`, by the same clock."""
    from mia_companion.server.api.application import create_app  # noqa: PLC0415

    sessions = settings.data_dir / "browsers"
    backend = create_app(settings, clock=clock)
    place = settings.login.place
    return web_app(f"http://127.0.0.1:{port}", sessions, backend, place=place, clock=clock)


def how(settings: "Settings") -> dict[str, Any]:
    """The rest of what `serving` is told."""
    place, level = settings.login.place, settings.log_level
    return {"place": place, "log_level": level, "behind_tls": settings.behind_tls}


class Served(NamedTuple):
    """An ASGI application, and what ends its open lines so that a stop need not wait for them."""

    app: "Asgi | FastAPI"
    end_lines: Callable[[], None]


def serving(
    served: Served,
    host: str,
    port: int,
    *,
    place: Place = ANYWHERE,
    log_level: str = "",
    behind_tls: bool = False,
) -> uvicorn.Server:
    """A server for the application; `await` its `serve()`. From now on no log holds anybody's words.

    With a `log_level` the process's log is JSON lines of that level and above. `behind_tls` tells
    browsers to come by TLS only. The accessibility statement's pages stand in front of any of them; what
    stands before all paths at `place` is taken away first.
    """
    keep_words_out()
    if log_level:
        log_in_lines(log_level)

    class Server(uvicorn.Server):
        async def shutdown(self, sockets: "list[socket] | None" = None) -> None:
            served.end_lines()
            await super().shutdown(sockets)

    app = BelowPath(WithStatement(served.app, Operator.from_environment(), place.path), place.path)
    config = uvicorn.Config(
        StrictTransport(app, own_host=not place.path) if behind_tls else app,
        host=host,
        port=port,
        http="httptools",
        log_level="warning",
        log_config=None if log_level else LOGGING_CONFIG,
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
