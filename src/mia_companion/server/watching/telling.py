"""Figures on a port of their own, which no proxy leads to: `GET /metrics`, as Prometheus asks for them.

Each process tells its own. Several on one computer have a port each.
"""

import asyncio
import logging
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import uvicorn
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from mia_companion.server.watching.figures import Figures
from mia_companion.server.watching.settings import WatchingSettings

log = logging.getLogger("mia_companion.server")


@asynccontextmanager
async def telling(figures: Figures, settings: WatchingSettings) -> AsyncIterator[int]:
    """Tells them meanwhile; gives the port, 0 where nothing is told. A port that is taken stops nobody."""
    listener = _listener(settings) if settings.metrics_port else None
    if listener is None:
        yield 0
        return
    config = uvicorn.Config(
        figures_app(figures), log_config=None, log_level="warning", access_log=False,
        server_header=False, lifespan="off", ws="none", timeout_graceful_shutdown=1,
    )  # fmt: skip
    server = _Beside(config)
    task = asyncio.create_task(server.serve([listener]))
    try:
        yield int(listener.getsockname()[1])
    finally:
        server.should_exit = True
        await task


def figures_app(figures: Figures) -> Starlette:
    """The application that tells them."""

    async def metrics(_: Request) -> Response:
        await figures.look()
        return Response(generate_latest(figures.registry), media_type=CONTENT_TYPE_LATEST)

    return Starlette(routes=[Route("/metrics", metrics)])


class _Beside(uvicorn.Server):
    """A second server in a process, whose signals are the first one's."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """None."""
        yield


def _listener(settings: WatchingSettings) -> socket.socket | None:
    family = socket.AF_INET6 if ":" in settings.metrics_host else socket.AF_INET
    try:
        return socket.create_server((settings.metrics_host, settings.metrics_port), family=family)
    except OSError as error:
        log.error("figures not told", extra={"error": type(error).__name__})
        return None
