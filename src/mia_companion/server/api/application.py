"""The app: every route under `/v1`, so that anything else may be mounted beside it."""

import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime

from fastapi import FastAPI, Request, Response
from starlette.routing import Match, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from mia_companion import __version__
from mia_companion.server.api import (
    accounts,
    administration,
    blobs,
    calendars,
    devices,
    files,
    following,
    health,
    invitations,
    live,
    login,
    login_pages,
    opened,
    proofs,
    results,
    rights,
    sync,
)
from mia_companion.server.api.description import describe
from mia_companion.server.api.frame import ROOT, Frame, framed
from mia_companion.server.api.outdated import is_refused, refuse
from mia_companion.server.api.problem_answers import add_handlers, problem_answer
from mia_companion.server.app_versions import Version
from mia_companion.server.backend import Backend
from mia_companion.server.keys import KeyStore
from mia_companion.server.login.fetching import Fetching
from mia_companion.server.relay import POLL_SECONDS
from mia_companion.server.settings import Settings
from mia_companion.server.surroundings import Surroundings, new_id, utc_now
from mia_companion.wire import problems

_ROOMS = (
    accounts,
    administration,
    blobs,
    calendars,
    devices,
    files,
    following,
    health,
    invitations,
    login,
    login_pages,
    opened,
    proofs,
    results,
    rights,
    sync,
)
ROUTERS = tuple(room.router for room in _ROOMS)
"""Where every route but the hot ones of `sync` is written."""

_METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]


HOT: dict[tuple[str, str], ASGIApp] = {
    **{("POST", path): one for path, one in sync.HOT.items()},
    ("GET", live.PATH): live.LINE,
}
"""By method and path."""


class Api(FastAPI):
    """Answers what is hot without any of what FastAPI and its middlewares put around other routes, and apps
    that are too old."""

    least_app_version: Version = ()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and is_refused(scope, self.least_app_version):
            scope.update(app=self)
            await framed(refuse, scope, receive, send)
            return
        hot = HOT.get((scope["method"], scope["path"])) if scope["type"] == "http" else None
        if hot is None:
            await super().__call__(scope, receive, send)
            return
        scope.update(app=self, hot=True)
        await framed(hot, scope, receive, send)


def create_app(
    settings: Settings,
    *,
    clock: Callable[[], datetime] = utc_now,
    ids: Callable[[], str] = new_id,
    randomness: Callable[[int], bytes] = secrets.token_bytes,
    keys: KeyStore | None = None,
    fetching: Fetching | None = None,
    poll_seconds: float = POLL_SECONDS,
) -> FastAPI:
    """The API, with its `Backend` as `app.state.backend`.

    Its lifespan starts and stops the backend. An app that holds this one as a child enters
    `app.router.lifespan_context(app)` in its own lifespan.
    """
    backend = Backend(
        settings,
        Surroundings(clock, ids, randomness),
        keys=keys,
        fetching=fetching,
        poll_seconds=poll_seconds,
    )

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        await backend.start()
        try:
            yield
        finally:
            await backend.stop()

    path = settings.login.place.path
    app = Api(
        title="MIA companion",
        version=__version__,
        description="How devices keep the journals of participants and coordinators in step.",
        lifespan=lifespan,
        servers=[{"url": path}] if path else None,
        openapi_url=f"{ROOT}/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        separate_input_output_schemas=False,
    )
    app.state.backend = backend
    app.least_app_version = settings.least_app_version
    app.openapi = lambda: describe(app)  # type: ignore[method-assign]
    app.router.routes.extend(Route(path, hot, methods=["POST"]) for path, hot in sync.HOT.items())
    for router in ROUTERS:
        app.include_router(router)
    for rest in (ROOT, ROOT + "/{rest:path}"):
        app.add_api_route(rest, _nothing, methods=_METHODS, include_in_schema=False)
    add_handlers(app)
    app.add_middleware(Frame, max_json_bytes=settings.max_json_bytes)
    return app


async def _nothing(request: Request) -> Response:
    """Whatever else is asked for under `/v1`, before anything mounted beside it can answer with HTML."""
    own = [one for one in request.app.router.routes if isinstance(one, Route)]
    allowed: set[str] = set()
    for route in (*own, *(one for router in ROUTERS for one in router.routes)):
        match, _ = route.matches(request.scope)
        if match is Match.PARTIAL:
            allowed |= set(getattr(route, "methods", None) or ())
    if request.scope["path"] == live.PATH:
        allowed.add("GET")
    if allowed:
        return problem_answer(
            problems.MALFORMED, 405, headers={"allow": ", ".join(sorted(allowed))}
        )
    return problem_answer(problems.NOT_FOUND, 404)
