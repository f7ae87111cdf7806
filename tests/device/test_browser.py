"""What a browser is given, and what it may do."""

import os
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

import pytest

from mia_companion.device.browser.address import browser_address
from mia_companion.device.browser.cookie import (
    browser_key,
    cookie_for,
    read_key,
)
from mia_companion.device.browser.front import Front
from mia_companion.device.browser.host import BrowserHost
from mia_companion.device.browser.letters import Letters
from mia_companion.device.browser.policy import content_security_policy
from mia_companion.device.browser.uploads import Uploads
from mia_companion.wire.place import ANYWHERE, Place

Message = MutableMapping[str, Any]
KEY = bytes(range(32))
PAGE = b"<html><script>let a = 1;</script><!-- offlineWords --></html>"


COOKIE = "__Host-mia"
BELOW = Place("https://example.se", "/mia")
WORDS = {"sv": {b"<!-- offlineWords -->": "<p>Inget nät</p>".encode()}}


def _host(seen: list[bytes | None], place: Place = ANYWHERE) -> BrowserHost:
    async def web(
        scope: Message, _: Callable[[], Awaitable[Message]], send: Callable[..., Awaitable[None]]
    ) -> None:
        seen.append(browser_key.get())
        if scope["type"] == "http":
            start = {"type": "http.response.start", "status": 200}
            headers = [(b"content-type", b"text/html"), (b"access-control-allow-origin", b"*")]
            await send({**start, "headers": headers})
            await send({"type": "http.response.body", "body": PAGE[:9], "more_body": True})
            await send({"type": "http.response.body", "body": PAGE[9:]})

    return BrowserHost(
        web,
        None,
        web,
        random=_random,
        uploads=Uploads(_random),
        letters=Letters(),
        front=Front(place, WORDS, {"sv": b"{}"}, lambda _: "sv"),
    )


def _random(count: int) -> bytes:
    return KEY[:count]


def _key(set_cookie: str) -> bytes | None:
    return read_key(set_cookie.split(";", maxsplit=1)[0], ANYWHERE)


def host_with(uploads: Uploads) -> BrowserHost:
    """A host whose web app is never reached."""

    async def web(*given: object) -> None:
        raise AssertionError("this was not for the web app")

    return BrowserHost(web, None, web, random=_random, uploads=uploads, letters=Letters())


async def _ask(
    kind: str = "http", path: str = "/", place: Place = ANYWHERE, **headers: str
) -> tuple[list[Message], list[bytes | None]]:
    sent: list[Message] = []
    seen: list[bytes | None] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {}

    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    await _host(seen, place)(
        {"type": kind, "method": "GET", "path": path, "headers": raw}, receive, send
    )
    return sent, seen


async def test_a_page_comes_with_its_policy_and_a_key_and_nothing_for_others() -> None:
    sent, _ = await _ask()
    headers = dict(sent[0]["headers"])
    assert headers[b"content-security-policy"].decode() == content_security_policy(PAGE)
    assert _key(headers[b"set-cookie"].decode()) == KEY
    for word in (b"HttpOnly", b"Secure", b"SameSite=Lax", b"Path=/;", COOKIE.encode()):
        assert word in headers[b"set-cookie"]
    assert b"access-control-allow-origin" not in headers
    assert headers[b"cache-control"] == b"no-store"
    page = PAGE.replace(b"<!-- offlineWords -->", b"<p>Inget n\xc3\xa4t</p>")
    assert b"".join(part["body"] for part in sent[1:]) == page
    assert headers[b"content-length"] == str(len(page)).encode()


async def test_a_known_browser_keeps_its_key_for_another_while() -> None:
    mine = bytes(reversed(KEY))
    sent, _ = await _ask(cookie=cookie_for(mine, ANYWHERE).split(";")[0])
    assert _key(dict(sent[0]["headers"])[b"set-cookie"].decode()) == mine


@pytest.mark.parametrize(
    ("origin", "let_in"),
    [
        ("http://mia.example", True),
        ("https://example.se", True),
        ("", True),
        ("http://evil.example", False),
        ("http://example.se", False),
        ("null", False),
    ],
)
async def test_only_our_own_pages_open_a_line(origin: str, let_in: bool) -> None:
    # A proxy may call us by another name than browsers do.
    given = {"host": "mia.example", "cookie": cookie_for(KEY, BELOW).split(";")[0]}
    origins = {"origin": origin} if origin else {}
    sent, seen = await _ask("websocket", "/ws", BELOW, **given, **origins)
    assert seen == ([KEY] if let_in else [])
    assert bool(sent) is not let_in


@pytest.mark.parametrize("origin", ["https://mia.example", ""])
@pytest.mark.parametrize("place", [ANYWHERE, BELOW])
async def test_a_page_knows_the_address_that_the_browser_itself_says(
    origin: str, place: Place
) -> None:
    seen: list[str] = []

    async def web(*_: object) -> None:
        seen.append(browser_address.get())

    async def nothing() -> Message:
        return {}

    host = BrowserHost(
        web,
        None,
        web,
        random=os.urandom,
        uploads=Uploads(os.urandom),
        letters=Letters(),
        front=Front(place),
    )
    # What stands before the server speaks to it without TLS; only the browser knows.
    headers = [(b"host", b"mia.example"), *([(b"origin", origin.encode())] if origin else [])]
    scope = {"type": "websocket", "scheme": "ws", "path": "/ws", "headers": headers}
    await host(scope, nothing, web)
    assert seen == [origin and origin + place.path]


def test_the_policy_names_no_other_origin_and_only_scripts_that_are_ours() -> None:
    policy = content_security_policy(PAGE)
    assert "default-src 'none'" in policy
    assert "://" not in policy
    assert "'unsafe-eval'" not in policy
    assert "script-src 'self' 'wasm-unsafe-eval' 'sha256-" in policy
    assert policy != content_security_policy(PAGE.replace(b"1", b"2"))


async def test_a_browser_that_was_told_to_forget_gets_another_key_with_its_next_page() -> None:
    async def web(_: object, __: object, send: Callable[..., Awaitable[None]]) -> None:
        headers = [(b"content-type", b"text/html")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": PAGE})

    uploads, letters, forgotten = Uploads(os.urandom), Letters(), {KEY}
    host = BrowserHost(
        web,
        None,
        web,
        random=os.urandom,
        uploads=uploads,
        letters=letters,
        forgotten=forgotten,
    )
    for key, kept in ((KEY, False), (bytes(32), True)):
        said: list[Message] = []

        async def send(message: Message, said: list[Message] = said) -> None:
            said.append(message)

        cookie = cookie_for(key, ANYWHERE).split(";")[0].encode() + b"; __Host-mia-language=ar"
        scope = {"type": "http", "method": "GET", "path": "/", "headers": [(b"cookie", cookie)]}
        await host(scope, _nobody_asks, send)
        given = [v.decode() for name, v in said[0]["headers"] if name == b"set-cookie"]
        assert (_key(given[0]) == key) is kept
        assert any("mia-language=;" in one and "Max-Age=0" in one for one in given) is not kept


async def _nobody_asks() -> Message:
    return {}
