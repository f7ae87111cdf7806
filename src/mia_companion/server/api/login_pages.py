"""The pages on which staff sign in. What is done there belongs to the browser that holds their cookie.

door ──▶ the provider ──▶ callback ─┐
  └────▶ a passkey ────────────────┴▶ done: the six digits
"""

import logging
from typing import Annotated, Any

from fastapi import APIRouter, Path, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse
from pydantic import Field

from mia_companion.domain.entries import Frozen
from mia_companion.server.api.description import PAGES
from mia_companion.server.api.parts import Server
from mia_companion.server.login.login import Login
from mia_companion.server.login.openid import NOT_BELIEVED, NOT_REACHED, OVER, Back, Refused
from mia_companion.server.login.pages import html
from mia_companion.server.login.pages.words import language_of
from mia_companion.server.login.passkeys import LONGEST_NAME, Signed
from mia_companion.server.login.tickets import LINK, TicketOver
from mia_companion.server.refusals import Refusal
from mia_companion.wire import problems
from mia_companion.wire.headers import LOGIN_POLICY
from mia_companion.wire.place import Place


def _as(kind: str) -> dict[int | str, dict[str, Any]]:
    return {200: {"content": {kind: {"schema": {"type": "string"}}}}}


log = logging.getLogger("mia_companion.server")

router = APIRouter(tags=[PAGES])

Door = Annotated[str, Path(pattern="^[A-Za-z0-9_-]{22}$")]
_COOKIE = "mia-login"
_COOKIE_SECONDS = 900


class FromPage(Frozen):
    """What the script brings back."""

    answer: dict[str, Any]
    name: str = Field(default="", max_length=4 * LONGEST_NAME)


@router.get(html.ROOT + "/login.css", response_class=Response, responses=_as("text/css"))
async def style() -> Response:
    """How the pages look."""
    return Response(html.STYLE, media_type="text/css")


@router.get(html.ROOT + "/passkey.js", response_class=Response, responses=_as("text/javascript"))
async def script() -> Response:
    """What speaks to the passkey."""
    return Response(html.SCRIPT, media_type="text/javascript")


@router.get(html.ROOT + "/at/{door}", response_class=HTMLResponse)
async def at(door: Door, request: Request, server: Server) -> Response:
    """Where a browser begins. Looking changes nothing."""
    try:
        row = await server.login.tickets.at(door)
    except TicketOver:
        return _failed(request, server, OVER)
    ways, path = server.login.ways(), _place(server).path
    return _page(html.door(_language(request), row.purpose, door, ways, path))


@router.get(html.ROOT + "/at/{door}/oidc", status_code=302, response_class=Response)
async def to_provider(door: Door, request: Request, server: Server) -> Response:
    """On to the provider, which sends back here."""
    if server.login.provider is None:
        raise Refusal(problems.NOT_FOUND)
    browser = server.login.tickets.new_browser()
    try:
        there = await server.login.provider.begin(door, browser)
    except Refused as refused:
        return _failed(request, server, refused.why)
    return _with_cookie(RedirectResponse(there, 302), server, browser)


@router.get(html.ROOT + "/callback", status_code=303, response_class=Response)
async def callback(request: Request, server: Server) -> Response:
    """Back from the provider. Whatever came is worth one try."""
    if server.login.provider is None:
        raise Refusal(problems.NOT_FOUND)
    said = request.query_params
    if len(said.multi_items()) != len(said):  # which of two states would it be?
        return _failed(request, server, NOT_BELIEVED)
    try:
        await server.login.provider.back(Back(said, _browser(request, server)))
    except Refused as refused:
        return _failed(request, server, refused.why)
    return RedirectResponse(_done(server), 303)


@router.post(html.ROOT + "/at/{door}/passkey/options")
async def options(door: Door, request: Request, server: Server) -> Response:
    """What the passkey is to sign."""
    ceremonies = _own_page(request, server.login).ceremonies
    if ceremonies is None:
        raise Refusal(problems.NOT_FOUND)
    browser = server.login.tickets.new_browser()
    try:
        asked = await ceremonies.options(door, browser)
    except Refused as refused:
        raise Refusal(problems.LOGIN_OVER, refused.why) from None
    return _with_cookie(JSONResponse(asked), server, browser)


@router.post(html.ROOT + "/at/{door}/passkey")
async def signed(door: Door, asked: FromPage, request: Request, server: Server) -> Response:
    """What the passkey signed."""
    ceremonies, browser = _own_page(request, server.login).ceremonies, _browser(request, server)
    if ceremonies is None:
        raise Refusal(problems.NOT_FOUND)
    if not browser:
        raise Refusal(problems.LOGIN_OVER)
    try:
        await ceremonies.take(door, browser, Signed(asked.answer, asked.name))
    except Refused as refused:
        raise Refusal(problems.FORBIDDEN, refused.why) from None
    return JSONResponse({"next": _done(server)})


@router.get(html.ROOT + "/done", response_class=HTMLResponse)
async def done(request: Request, server: Server) -> Response:
    """The digits, in the browser that signed in and in no other."""
    browser = _browser(request, server)
    if not browser:
        return _failed(request, server, OVER)
    try:
        row = await server.login.tickets.done(browser)
    except TicketOver:
        return _failed(request, server, OVER)
    digits = "" if row.purpose == LINK else server.login.tickets.digits(row)
    return _page(html.done(_language(request), row.purpose, digits, _place(server).path))


def _own_page(request: Request, login: Login) -> Login:
    """Another origin's page must not make a browser answer for it."""
    if request.headers.get("origin") != login.settings.place.origin:
        raise Refusal(problems.FORBIDDEN)
    return login


def _place(server: Server) -> Place:
    return server.login.settings.place


def _done(server: Server) -> str:
    return f"{_place(server).path}{html.ROOT}/done"


def _browser(request: Request, server: Server) -> str:
    found = request.cookies.get(_place(server).cookie(_COOKIE), "")
    return found if found.isascii() and 0 < len(found) <= 64 else ""


def _language(request: Request) -> str:
    return language_of(request.headers.get("accept-language", ""))


def _page(content: str, status: int = 200) -> Response:
    return HTMLResponse(content, status, headers={"content-security-policy": LOGIN_POLICY})


_STATUS = {OVER: 410, NOT_REACHED: 503}


def _failed(request: Request, server: Server, why: str) -> Response:
    log.warning("sign-in refused", extra={"reason": why})
    return _page(html.failed(_language(request), why, _place(server).path), _STATUS.get(why, 403))


def _with_cookie(answer: Response, server: Server, browser: str) -> Response:
    place = _place(server)
    answer.set_cookie(
        place.cookie(_COOKIE),
        browser,
        _COOKIE_SECONDS,
        path=place.root,
        secure=True,
        httponly=True,
        samesite="lax",
    )
    return answer
