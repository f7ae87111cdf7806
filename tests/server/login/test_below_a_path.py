"""Staff sign in below a path of a host that is others' too: nothing leads out of it, and no cookie does."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from tests.server.databases import SqliteFile
from tests.server.login.authenticator import ORIGIN
from tests.server.login.forging import OURS
from tests.server.login.signing_in import Browser, LoginWorld, a_browser, add_passkey, linked
from tests.server.world import problem, unique


@pytest.fixture
async def below(tmp_path: Path) -> AsyncIterator[tuple[LoginWorld, Browser]]:
    """A server there, and a browser that keeps its cookies as browsers do."""
    database = SqliteFile(tmp_path)
    world = LoginWorld(tmp_path, database, public_url=f"{ORIGIN}/mia", provider=OURS)
    await world.start()
    await world.furnish()
    async with a_browser(world) as browser:
        yield world, browser
    await world.stop()


async def test_there_and_back(below: tuple[LoginWorld, Browser]) -> None:
    world, browser = below
    coordinator = await world.coordinator()
    subject, device = await linked(world, coordinator), unique("device")
    ticket = await world.ask(device)
    assert ticket.url.startswith(f"{ORIGIN}/mia/v1/login/at/")
    page = (await browser.look(ticket)).text
    named = re.findall(r'(?:href|src|data-at)="([^"]+)"', page)
    assert len(named) == 4
    for address in named:
        assert address.startswith("/mia/v1/login/")
    for address in named[:2]:
        assert (await browser.client.get(f"{ORIGIN}{address}")).status_code == 200
    there = httpx.URL(await browser.to_provider(ticket))
    assert there.params["redirect_uri"] == f"{ORIGIN}/mia/v1/login/callback"
    came = await browser.back(browser.provider.authorize(str(there), subject))
    assert (came.status_code, came.headers["location"]) == (303, "/mia/v1/login/done")
    answer = await world.redeem(ticket, await browser.digits(), device)
    assert answer.json()["account"]["id"] == coordinator.id


async def test_the_cookie_is_sent_to_nobody_beside_us(below: tuple[LoginWorld, Browser]) -> None:
    world, browser = below
    answer = await browser.look(await world.ask(unique("device")), "/oidc")
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("__Secure-mia-login=")
    for said in ("HttpOnly", "Secure", "SameSite=lax", "Path=/mia/"):
        assert said in cookie
    assert "Domain" not in cookie
    for path, is_sent in (("/mia/v1/login/done", True), ("/other", False), ("/mian", False)):
        asked = browser.client.build_request("GET", f"{ORIGIN}{path}")
        assert ("cookie" in asked.headers) is is_sent


async def test_the_description_says_where_it_lies(below: tuple[LoginWorld, Browser]) -> None:
    described = (await below[1].client.get("/v1/openapi.json")).json()
    assert described["servers"] == [{"url": "/mia"}]


async def test_a_passkey_belongs_to_the_host(below: tuple[LoginWorld, Browser]) -> None:
    world, browser = below
    key = await add_passkey(world, await world.coordinator())
    ticket = await world.ask(unique("device"))
    used = await browser.use(ticket, key)
    assert used.json() == {"next": "/mia/v1/login/done"}
    wrong = await browser.options(ticket, origin=f"{ORIGIN}/mia")
    assert problem(wrong) == "forbidden"
