"""Against a real provider, by following its redirects: what it asks for, checks and signs is its own."""

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qsl, urljoin, urlsplit

import httpx
import pytest
import pytest_asyncio

from mia_companion.server import operations
from mia_companion.wire.accounts import Tokens
from mia_companion.wire.login import Ticket
from tests.server.databases import SqliteFile
from tests.server.login.authenticator import ORIGIN
from tests.server.login.real_provider import RealProvider, a_provider
from tests.server.login.signing_in import PASSWORD, Browser, LoginWorld, a_browser
from tests.server.world import Person, problem, unique

pytestmark = pytest.mark.slow
CALLBACK = f"{ORIGIN}/v1/login/callback"


@pytest.fixture(scope="module")
def provider() -> Iterator[RealProvider]:
    """One for all."""
    with a_provider(CALLBACK) as started:
        yield started


@pytest_asyncio.fixture(loop_scope="session")
async def site(tmp_path: Path, provider: RealProvider) -> AsyncIterator[LoginWorld]:
    """A server that knows it, in the present."""
    made = LoginWorld(tmp_path, SqliteFile(tmp_path), provider=provider.settings)
    made.clock.now = datetime.now(UTC)
    made.more = {}
    await made.start()
    await made.furnish()
    for name in ("anna", "jonas"):
        await operations.create_coordinator(
            made.backend, made.site, name, f"{name}@prov.example", PASSWORD
        )
    yield made
    await made.stop()


async def go_there(
    address: str, who: str, acr: str = "loa3", cookies: httpx.Cookies | None = None
) -> dict[str, str]:
    """Somebody signs in at the provider, which asks who it is; what it sends back."""
    asked = False
    async with httpx.AsyncClient(cookies=cookies) as client:
        answer = await client.get(address)
        while answer.is_redirect:
            address = urljoin(address, answer.headers["location"])
            if address.startswith(CALLBACK):
                assert asked
                if cookies is not None:
                    cookies.update(client.cookies)
                return dict(parse_qsl(urlsplit(address).query))
            answer = await client.get(address)
            if "Who are you?" in answer.text:
                asked = True
                answer = await client.post(address, data={"who": who, "acr": acr})
        raise AssertionError(answer.text)


async def sign_in(
    site: LoginWorld, browser: Browser, who: str, acr: str = "loa3"
) -> httpx.Response:
    """There and back."""
    ticket = await site.ask(unique("device"))
    site.clock.now = datetime.now(UTC)
    return await browser.back(await go_there(await browser.to_provider(ticket), who, acr))


async def test_there_and_back_and_once_more(site: LoginWorld) -> None:
    device, cookies = unique("device"), httpx.Cookies()
    ticket = await site.ask(device)
    async with a_browser(site) as browser:
        said = await go_there(await browser.to_provider(ticket), "anna", cookies=cookies)
        assert set(said) == {"code", "state", "iss"}
        assert (await browser.back(said)).status_code == 303
        answer = await site.redeem(ticket, await browser.digits(), device)
        anna = Person(site, Tokens.model_validate_json(answer.content), device)
        assert anna.tokens.account.name == "anna"
        # Once more, to show who it is: the provider asks anew although somebody is signed in there.
        site.clock.forward(minutes=6)
        more = {"purpose": "passkey"}
        path = "/v1/login/tickets/mine"
        assert problem(await anna.call("POST", path, json=more)) == "sign-in-again"
        site.clock.now = datetime.now(UTC)
        again = Ticket.model_validate_json(
            (await anna.call("POST", path, json={"purpose": "again"})).content
        )
        there = await browser.to_provider(again)
        assert cookies
        said = await go_there(there, "anna", cookies=cookies)
        assert (await browser.back(said)).status_code == 303
        answer = await site.redeem(again, await browser.digits(), device)
        anna.take(answer)
        assert (await anna.call("POST", path, json=more)).status_code == 200


@pytest.mark.parametrize(
    ("who", "acr", "says"),
    [
        ("anna", "loa1", "inte att lita på"),  # not sure enough
        ("jonas", "loa3", "Ingen som arbetar här"),  # an e-mail that it has not verified
        ("a-stranger", "loa3", "Ingen som arbetar här"),
    ],
)
async def test_whom_it_does_not_let_in(site: LoginWorld, who: str, acr: str, says: str) -> None:
    async with a_browser(site) as browser:
        page = await sign_in(site, browser, who, acr)
        assert (page.status_code, says in page.text) == (403, True)
        assert not await browser.digits()


async def test_it_checks_pkce_and_gives_a_code_once(site: LoginWorld) -> None:
    async with a_browser(site) as browser:
        ticket = await site.ask(unique("device"))
        said = await go_there(await browser.to_provider(ticket), "anna")
        other = await site.ask(unique("device"))
        state = dict(parse_qsl(urlsplit(await browser.to_provider(other)).query))["state"]
        page = await browser.back({**said, "state": state})  # a code that another attempt asked for
        assert (page.status_code, "svarar inte" in page.text) == (503, True)
