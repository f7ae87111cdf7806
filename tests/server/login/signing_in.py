"""A site whose staff sign in outside the app: its server, its provider, and browsers that go there."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import httpx
import sqlalchemy as sa

from mia_companion.device.browser.below import BelowPath
from mia_companion.server import operations
from mia_companion.server.auditing.guesses import Guesses
from mia_companion.server.login.fetching import Fetching
from mia_companion.server.login.settings import LoginSettings
from mia_companion.server.schema import accounts
from mia_companion.server.settings import Settings
from mia_companion.wire.accounts import Tokens
from mia_companion.wire.login import Ticket
from tests.server.databases import TestDatabase
from tests.server.login.authenticator import ORIGIN, RP_ID, Authenticator
from tests.server.login.forging import OURS, FalseProvider
from tests.server.world import Person, World, unique

PASSWORD = "ett långt lösenord"


class LoginWorld(World):
    """With a provider and with passkeys; nobody is idle unless told otherwise."""

    def __init__(
        self, folder: Path, database: TestDatabase, idle: timedelta = timedelta(), **login: Any
    ) -> None:
        super().__init__(folder, database)
        said = LoginSettings(ORIGIN, RP_ID, OURS, idle=idle)
        if login:
            said = LoginSettings(**{"public_url": ORIGIN, "rp_id": RP_ID, "idle": idle, **login})
        self.settings = Settings(folder, database.url, argon2_memory_kib=64, login=said)
        self.provider = FalseProvider(self.clock)
        self.more = {"fetching": Fetching(self.provider.transport)}

    def new_provider(self) -> FalseProvider:
        """A provider that this server asks from now on, and has not asked before."""
        self.provider = FalseProvider(self.clock)
        login = self.backend.login
        fetching = Fetching(self.provider.transport)
        key = self.backend.keys.server_key("guesses")
        made = type(login)(
            login.settings,
            self.backend.database,
            self.backend.changes,
            devices=self.backend.devices,
            guesses=Guesses(self.backend.database, key, self.clock),
            ledger=self.backend.ledger,
            passwords=self.backend.passwords,
            keys=self.backend.keys,
            surroundings=self.backend.surroundings,
            fetching=fetching,
        )
        self.backend.login = made
        return self.provider

    async def ask(self, device: str) -> Ticket:
        """A device wants in."""
        answer = await self.http.post("/v1/login/tickets", json={"device": device})
        assert answer.status_code == 200, answer.text
        return Ticket.model_validate_json(answer.content)

    async def redeem(self, ticket: Ticket, digits: str, device: str) -> httpx.Response:
        """The digits are written in the app."""
        said = {"ticket": ticket.ticket, "digits": digits, "device": device}
        return await self.http.post("/v1/login/redemptions", json=said)

    async def email(self, who: Person) -> str:
        """Where somebody is written to."""
        chosen = sa.select(accounts.c.email).where(accounts.c.id == who.id)
        async with self.backend.database.reading() as connection:
            return str(await connection.scalar(chosen))

    async def administrator(self) -> Person:
        """Of an association and a site of their own."""
        association = await operations.create_association(self.backend, unique("Förbundet"))
        email = f"{unique('admin')}@example.org"
        await operations.create_administrator(
            self.backend, association, "Berit Ask", email, PASSWORD
        )
        device = unique("device")
        said = {"email": email, "password": PASSWORD, "device": device}
        answer = await self.http.post("/v1/sign-in", json=said)
        return Person(self, Tokens.model_validate_json(answer.content), device)


@dataclass
class Browser:
    """One cookie jar at our server."""

    client: httpx.AsyncClient
    provider: FalseProvider

    async def look(self, ticket: Ticket | str, path: str = "") -> httpx.Response:
        """The page behind the ticket's door."""
        url = ticket if isinstance(ticket, str) else ticket.url
        return await self.client.get(url + path)

    async def to_provider(self, ticket: Ticket | str) -> str:
        """The provider's address that the door leads to."""
        answer = await self.look(ticket, "/oidc")
        assert answer.status_code == 302, answer.text
        return answer.headers["location"]

    async def back(self, said: dict[str, str]) -> httpx.Response:
        """What the provider sends back with it."""
        return await self.client.get("/v1/login/callback", params=said)

    async def sign_in(self, ticket: Ticket | str, subject: str) -> httpx.Response:
        """There and back, as it should be."""
        return await self.back(self.provider.authorize(await self.to_provider(ticket), subject))

    async def digits(self) -> str:
        """The six digits that this browser shows, if it shows any."""
        page = await self.client.get("/v1/login/done")
        found = re.search(r'class="digits"[^>]*>(\d{3}) (\d{3})<', page.text)
        return found[1] + found[2] if found else ""

    async def options(self, ticket: Ticket, **headers: str) -> httpx.Response:
        """What a passkey is to sign."""
        said = {"origin": ORIGIN, **headers}
        return await self.client.post(ticket.url + "/passkey/options", json={}, headers=said)

    async def bring(
        self, ticket: Ticket, answer: dict[str, Any], name: str = "Min nyckel", **headers: str
    ) -> httpx.Response:
        """What it signed."""
        said = {"origin": ORIGIN, **headers}
        body = {"answer": answer, "name": name}
        return await self.client.post(ticket.url + "/passkey", json=body, headers=said)

    async def use(self, ticket: Ticket, key: Authenticator, **changed: Any) -> httpx.Response:
        """Sign in with it."""
        asked = (await self.options(ticket)).json()["get"]
        return await self.bring(ticket, key.get(asked, **changed))


@asynccontextmanager
async def a_browser(world: LoginWorld) -> AsyncIterator[Browser]:
    """With no cookies yet."""
    path = world.settings.login.place.path
    app = BelowPath(world.app, path)
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url=ORIGIN + path) as client:
        yield Browser(client, world.provider)


async def mine(who: Person, purpose: str) -> Ticket:
    """A ticket that only they can sign in for."""
    answer = await who.call("POST", "/v1/login/tickets/mine", json={"purpose": purpose})
    assert answer.status_code == 200, answer.text
    return Ticket.model_validate_json(answer.content)


async def add_passkey(world: LoginWorld, who: Person) -> Authenticator:
    """They have one more."""
    key, ticket = Authenticator(), await mine(who, "passkey")
    async with a_browser(world) as browser:
        asked = (await browser.options(ticket)).json()["create"]
        answer = await browser.bring(ticket, key.create(asked))
        assert answer.status_code == 200, answer.text
        redeemed = await world.redeem(ticket, await browser.digits(), who.device)
    assert redeemed.status_code == 200, redeemed.text
    who.take(redeemed)
    return key


async def linked(world: LoginWorld, who: Person) -> str:
    """What the provider calls them, and their account knows."""
    subject, device = unique("sub"), unique("device")
    world.provider.claims |= {"email": await world.email(who), "email_verified": True}
    async with a_browser(world) as browser:
        answer = await browser.sign_in(await world.ask(device), subject)
    assert answer.status_code == 303, answer.text
    world.provider.claims = {}
    return subject


def as_login(world: World) -> LoginWorld:
    """It is one."""
    return cast("LoginWorld", world)
