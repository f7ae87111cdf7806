"""Puts the servers together: the backend, the web app that browsers open, or both in one process."""

import os
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import flet as ft
import flet_web.fastapi as flet_web
import uvicorn
from starlette.applications import Starlette
from uvicorn.config import LOGGING_CONFIG

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
from mia_companion.server.watching.door import Door
from mia_companion.server.watching.figures import Figures, in_tens
from mia_companion.server.watching.process import Process
from mia_companion.server.watching.readiness import Readiness
from mia_companion.server.watching.settings import WatchingSettings
from mia_companion.ui.offline import offline_words

if TYPE_CHECKING:
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
    clock: Clock = system_clock,
) -> "Served":
    """The ASGI application that browsers open; `backend`, if given, answers `/v1` beside it."""
    uploads, letters, forgotten = Uploads(os.urandom), Letters(), set[bytes]()
    main, companions = browser(server, sessions, uploads, letters, forgotten, clock=clock)
    web = flet_web.app(
        main,
        assets_dir=str(assets_folder()),
        no_cdn=True,
        app_name="MIA",
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
        offline=offline_words(),
        forgotten=forgotten,
    )
    made = _served(host, backend) if backend else Served(host, lambda: None)
    made.figures.gauges["mia_web_sessions"] = lambda: in_tens(companions.tabs)
    return made


def backend_app(settings: "Settings", _port: int = 0) -> "Served":
    """The backend alone."""
    from mia_companion.server.api.application import create_app  # noqa: PLC0415

    backend = create_app(settings)
    return _served(backend, backend)


def whole_app(settings: "Settings", port: int, *, clock: Clock = system_clock) -> "Served":
    """The backend, and the web app that reaches it through the loopback at `port`, by the same clock."""
    from mia_companion.server.api.application import create_app  # noqa: PLC0415

    sessions = settings.data_dir / "browsers"
    backend = create_app(settings, clock=clock)
    return web_app(f"http://127.0.0.1:{port}", sessions, backend, clock=clock)


@dataclass
class Served:
    """An ASGI application, what ends its open lines so that a stop need not wait for them, whether it takes
    requests, and what it tells of itself."""

    app: "Asgi | FastAPI"
    end_lines: Callable[[], None]
    readiness: Readiness = field(default_factory=Readiness)
    figures: Figures = field(default_factory=Figures)


def serving(
    served: Served,
    host: str,
    port: int,
    *,
    log_level: str = "",
    behind_tls: bool = False,
    watching: WatchingSettings | None = None,
    grace_seconds: int = 5,
) -> Process:
    """A server for the application; `await` its `serve()`. From now on no log holds anybody's words.

    With a `log_level` the process's log is JSON lines of that level and above. `behind_tls` tells
    browsers to come by TLS only. The accessibility statement's pages stand in front of any of them.
    `grace_seconds` is what is in flight given when the process stops.
    """
    keep_words_out()
    if log_level:
        log_in_lines(log_level)
    app = Door(WithStatement(served.app, Operator.from_environment()), served.readiness)
    config = uvicorn.Config(
        StrictTransport(app) if behind_tls else app,
        host=host,
        port=port,
        http="httptools",
        log_level="warning",
        log_config=None if log_level else LOGGING_CONFIG,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=grace_seconds,
        ws_ping_interval=20,
    )
    about = watching or WatchingSettings()
    return Process(config, served.readiness, served.end_lines, about, served.figures)


def _served(app: "Asgi | FastAPI", backend: "FastAPI") -> Served:
    of = backend.state.backend
    return Served(app, of.hub.close, of.watched.readiness, of.watched.figures)
