"""A small world to test in: one server, a site, and people with devices who push and pull."""

import itertools
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
from fastapi import FastAPI

from mia_companion.domain.entries import Confirmed, Entry
from mia_companion.domain.facts import Fact, write_fact
from mia_companion.domain.steps import StepPlanned
from mia_companion.server import operations
from mia_companion.server.api.application import create_app
from mia_companion.server.backend import Backend
from mia_companion.server.settings import Settings
from mia_companion.wire.accounts import Invitation, Tokens
from mia_companion.wire.sync import Pull, PullAnswer, Push, PushAnswer, PushResult
from tests.server.clock import NEVER_IDLE, Clock
from tests.server.databases import TestDatabase

_count = itertools.count(1)


def unique(prefix: str) -> str:
    """An id that no other test has."""
    return f"{prefix}-{next(_count):08d}"


@dataclass
class Person:
    """Somebody on one device."""

    world: "World"
    tokens: Tokens
    device: str
    cursors: dict[str, int] = field(default_factory=dict)
    epoch: str | None = None

    @property
    def id(self) -> str:
        return self.tokens.account.id

    @property
    def headers(self) -> dict[str, str]:
        return {"authorization": f"Bearer {self.tokens.access}"}

    async def call(self, method: str, path: str, **more: Any) -> httpx.Response:
        headers = {**self.headers, **more.pop("headers", {})}
        return await self.world.http.request(method, path, headers=headers, **more)

    async def refresh(self) -> None:
        """The next pair of tokens."""
        said = {"refresh": self.tokens.refresh}
        self.take(await self.world.http.post("/v1/tokens", json=said))

    def take(self, answer: httpx.Response) -> None:
        """The pair that an answer brings."""
        self.tokens = Tokens.model_validate_json(answer.content)

    async def push_raw(self, push: Push) -> httpx.Response:
        return await self.call("POST", "/v1/push", content=push.model_dump_json())

    async def push(self, *entries: Entry, returned: tuple[Confirmed, ...] = ()) -> list[PushResult]:
        answer = await self.push_raw(Push(entries=entries, returned=returned))
        assert answer.status_code == 200, answer.text
        return list(PushAnswer.model_validate_json(answer.content).results)

    async def pull(self, **more: Any) -> PullAnswer:
        """One page after this device's cursors, which move on."""
        asked = Pull(**{"epoch": self.epoch, "cursors": self.cursors, **more})
        answer = await self.call("POST", "/v1/pull", content=asked.model_dump_json())
        assert answer.status_code == 200, answer.text
        page = PullAnswer.model_validate_json(answer.content)
        if page.rebase is None:
            self.epoch = page.epoch
            for one in page.pages:
                upto = one.picture.seq if one.picture else self.cursors.get(one.journal.id, 0)
                seqs = [c.seq for c in one.entries]
                self.cursors[one.journal.id] = max([upto, *seqs])
        return page

    async def read(self, journal: str) -> list[Confirmed]:
        """Everything in a journal, from its beginning, whatever this device has read."""
        found: list[Confirmed] = []
        cursors: dict[str, int] = {}
        while True:
            asked = Pull(cursors=cursors)
            answer = await self.call("POST", "/v1/pull", content=asked.model_dump_json())
            page = PullAnswer.model_validate_json(answer.content)
            for one in page.pages:
                seqs = [c.seq for c in one.entries]
                cursors[one.journal.id] = max([cursors.get(one.journal.id, 0), *seqs])
                found += one.entries if one.journal.id == journal else ()
            if not page.more:
                return found

    async def journals(self) -> dict[tuple[str, str | None, str | None], str]:
        """Ids by (role, participant, owner)."""
        page = await Person(self.world, self.tokens, self.device).pull(limit=1)
        return {
            (p.journal.role, p.journal.participant, p.journal.owner): p.journal.id
            for p in page.pages
        }

    def entry(self, journal: str, fact: Fact | str | None = None, **more: Any) -> Entry:
        """Something that this person says; a planned step unless told otherwise."""
        said = fact or StepPlanned(step_id=unique("step"), words="Gå till biblioteket")
        return Entry(
            **{
                "id": unique("entry"),
                "journal": journal,
                "author": self.id,
                "device": self.device,
                "happened_at": self.world.clock.now,
                "based_on": 0,
                "body": said if isinstance(said, str) else write_fact(said),
                **more,
            }
        )


class World:
    """One server process and its database. `http` speaks to it without a socket."""

    app: FastAPI
    http: httpx.AsyncClient
    site: str
    more: Mapping[str, Any] = {}

    def __init__(self, folder: Path, database: TestDatabase) -> None:
        self.database, self.clock = database, Clock()
        self.settings = Settings(folder, database.url, argon2_memory_kib=64, login=NEVER_IDLE)
        self._open = AsyncExitStack()

    @property
    def backend(self) -> Backend:
        backend: Backend = self.app.state.backend
        return backend

    async def start(self) -> None:
        self.app = create_app(self.settings, clock=self.clock, poll_seconds=0.2, **self.more)
        await self._open.enter_async_context(self.app.router.lifespan_context(self.app))
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
        self.http = httpx.AsyncClient(transport=transport, base_url="http://server")
        await self._open.enter_async_context(self.http)

    async def stop(self) -> None:
        await self._open.aclose()

    async def furnish(self) -> None:
        """An association with one site."""
        association = await operations.create_association(self.backend, "Förbundet")
        self.site = await operations.create_site(self.backend, association, "Verksamheten")

    @asynccontextmanager
    async def stopped(self) -> AsyncIterator[None]:
        """What happens while the server is down."""
        await self.stop()
        yield
        await self.start()

    async def coordinator(self, site: str = "") -> Person:
        """A coordinator who has signed in."""
        email = f"{unique('mail')}@example.org"
        await operations.create_coordinator(
            self.backend, site or self.site, "Eva Exempel", email, "ett långt lösenord"
        )
        device = unique("device")
        said = {"email": email, "password": "ett långt lösenord", "device": device}
        answer = await self.http.post("/v1/sign-in", json=said)
        return Person(self, Tokens.model_validate_json(answer.content), device)

    async def invite(self, by: Person, participant: str = "") -> Invitation:
        said = {"participant": participant or unique("participant")}
        answer = await by.call("POST", "/v1/invitations", json=said)
        assert answer.status_code == 200, answer.text
        return Invitation.model_validate_json(answer.content)

    async def enrol(self, code: str, device: str = "") -> Person:
        device = device or unique("device")
        answer = await self.http.post("/v1/enrolments", json={"code": code, "device": device})
        assert answer.status_code == 200, answer.text
        return Person(self, Tokens.model_validate_json(answer.content), device)

    async def pair(self) -> tuple[Person, Person, str]:
        """A coordinator, a participant whom they follow, and the journal that both read."""
        coordinator = await self.coordinator()
        invitation = await self.invite(coordinator)
        return coordinator, await self.enrol(invitation.code), invitation.shared_journal


def problem(answer: httpx.Response) -> str:
    """The name of the problem that was answered."""
    assert answer.headers["content-type"] == "application/problem+json", answer.text
    assert answer.json()["status"] == answer.status_code
    return str(answer.json()["type"]).removeprefix("urn:mia-companion:problem:")
