"""The real server behind the lives, and beside it the model: each answer of the one is held to the other's.

five devices ──bytes──▶ the real server ──answer──▶ the device
               └──────▶ the model ───── same? ──┘
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx

from mia_companion.server import operations
from mia_companion.server.api.application import create_app
from mia_companion.server.backend import Backend
from mia_companion.server.settings import Settings
from mia_companion.sync.client import Client
from mia_companion.wire.accounts import Account, Enrol, Invite, SignIn, Tokens
from mia_companion.wire.sync import Pull, PullAnswer
from tests.server.clock import NEVER_IDLE
from tests.torture.held_to_model import HeldToTheModel
from tests.torture.line import Clock
from tests.torture.model_log import Journal
from tests.torture.model_server import ModelServer
from tests.torture.people import AMINA, JONAS, KARIN, Service
from tests.torture.replica import Replica
from tests.world import PASSWORD, SERVER

_JSON = {"content-type": "application/json", "accept": "application/json"}


class Town:
    """One real server for many lives, each with people and a site of its own."""

    def __init__(self, backend: Backend, network: httpx.AsyncBaseTransport) -> None:
        self.backend = backend
        self.network = network
        self.http = httpx.AsyncClient(transport=network, base_url=SERVER, headers=_JSON)
        self._count = 0

    async def people(self, limit: int | None = None) -> "RealService":
        """A participant and two who follow her; `limit` is the longest page that a device asks for."""
        self._count += 1
        association = await operations.create_association(self.backend, "Väst")
        site = await operations.create_site(self.backend, association, "MIA")
        emails = {who: f"{who}{self._count}@example.org" for who in (KARIN, JONAS)}
        for email in emails.values():
            await operations.create_coordinator(self.backend, site, email, email, PASSWORD)
        tokens = {who: await self._sign_in(email, f"helper-{who}") for who, email in emails.items()}
        invited = await self.ask(
            "/v1/invitations", Invite(participant=f"amina-{self._count:06}"), tokens[KARIN]
        )
        await operations.assign(self.backend, invited["participant"], tokens[JONAS].account.id)
        service = RealService(self, emails, invited["participant"], tokens)
        await service.begin(limit)
        return service

    async def _sign_in(self, email: str, device: str) -> Tokens:
        asked = SignIn(email=email, password=PASSWORD, device=device)
        return Tokens.model_validate(await self.ask("/v1/sign-in", asked))

    async def ask(self, path: str, asked: Any, tokens: Tokens | None = None) -> Any:
        """One request that must succeed."""
        headers = {"authorization": f"Bearer {tokens.access}"} if tokens else {}
        answer = await self.http.post(path, content=asked.model_dump_json(), headers=headers)
        assert answer.is_success, answer.text
        return answer.json()


class RealService(Service):
    """The people of one life at the real server."""

    def __init__(
        self, town: Town, emails: dict[str, str], participant: str, tokens: dict[str, Tokens]
    ) -> None:
        self._town = town
        self._emails = emails
        self._participant = participant
        self._tokens = tokens

    async def begin(self, limit: int | None) -> None:
        """Read what is there, so that the model begins with it."""
        code = await self._code()
        asked = Enrol(code=code, device="helper-amina")
        mine = Tokens.model_validate(await self._town.ask("/v1/enrolments", asked))
        self._tokens[AMINA] = mine
        self.accounts = {who: tokens.account for who, tokens in self._tokens.items()}
        journals: dict[str, Journal] = {}
        readers: dict[str, set[str]] = {}
        epoch = ""
        for tokens in self._tokens.values():
            said = PullAnswer.model_validate(await self._town.ask("/v1/pull", Pull(), tokens))
            epoch = said.epoch
            for page in said.pages:
                readers.setdefault(page.journal.id, set()).add(tokens.account.id)
                read = frozenset(readers[page.journal.id])
                journals[page.journal.id] = Journal(page.journal, read, list(page.entries))
        accounts = self.accounts.values()
        self.model = ModelServer(Clock(), accounts, journals.values(), epoch=epoch)
        self._limit = limit

    async def _code(self) -> str:
        asked = Invite(participant=self._participant)
        said = await self._town.ask("/v1/invitations", asked, self._tokens[KARIN])
        return str(said["code"])

    def network(self, account: Account) -> httpx.AsyncBaseTransport:
        """To both."""
        return HeldToTheModel(self, self._town.network, account, self._limit)

    def upgrade(self) -> None:
        """It stays as it is: what is held stays held."""

    async def let_in(self, at: Replica) -> None:
        """The device signs in, or enrols, at the real server."""
        companion = at.open()
        client, device = (
            Client(SERVER, companion.client.session, self._town.network),
            companion.device.id,
        )
        who = next(who for who, account in self.accounts.items() if account == at.account)
        if who == AMINA:
            await client.enrol(Enrol(code=await self._code(), device=device))
        else:
            email = self._emails[who]
            await client.sign_in(SignIn(email=email, password=PASSWORD, device=device))
        await client.close()
        self.model.let_in(at.account.id, device)
        companion.claim()


@asynccontextmanager
async def a_town(folder: Path) -> AsyncIterator[Town]:
    """A started real server."""
    settings = Settings(folder / "server", argon2_memory_kib=64, login=NEVER_IDLE)
    app = create_app(settings, clock=Clock())
    async with app.router.lifespan_context(app):
        town = Town(app.state.backend, httpx.ASGITransport(app))
        yield town
        await town.http.aclose()
