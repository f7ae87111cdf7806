"""People of one site and their devices, as the server sees them: bytes over HTTP, and no app."""

import itertools
import random
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import httpx

from mia_companion.domain.entries import Confirmed, Entry
from mia_companion.domain.facts import write_fact
from mia_companion.domain.messages import MessageWritten
from mia_companion.server import operations
from mia_companion.server.backend import Backend
from mia_companion.server.running import running
from mia_companion.server.settings import Settings
from mia_companion.server.surroundings import Surroundings
from mia_companion.wire.accounts import Invitation, Tokens
from mia_companion.wire.sync import Pull, PullAnswer, Push, PushAnswer

EMAIL, OTHER_EMAIL = "karin@example.org", "eva@example.org"
PASSWORD = "ett långt lösenord"
_count = itertools.count(1)


@dataclass
class Hand:
    """One device of one person. `journals` are those it writes in; `http` stays open, ids begin
    with `prefix`."""

    tokens: Tokens
    device: str
    journals: Sequence[str]
    http: httpx.AsyncClient = field(default_factory=lambda: httpx.AsyncClient(timeout=20))
    prefix: str = "entry"

    @property
    def headers(self) -> dict[str, str]:
        """Who calls."""
        return {"authorization": f"Bearer {self.tokens.access}"}

    def entry(self, journal: str) -> Entry:
        """Something said."""
        number = next(_count)
        said = MessageWritten(
            message_id=f"message-{number:08}", words=f"Hej, för {number}:e gången"
        )
        return Entry(
            id=f"{self.prefix}-{number:08}",
            journal=journal,
            author=self.tokens.account.id,
            device=self.device,
            happened_at=datetime.now(UTC),
            based_on=0,
            body=write_fact(said),
        )

    def some(self, randomness: random.Random, count: int) -> bytes:
        """A push of so many entries, each in any of the journals."""
        said = [self.entry(randomness.choice(self.journals)) for _ in range(count)]
        return Push(entries=tuple(said)).model_dump_json().encode()

    async def push(self, address: str, body: bytes) -> PushAnswer | None:
        """The answer; None when there was none, or one that says that the server cannot now."""
        with suppress(httpx.HTTPError):
            answer = await self.http.post(f"{address}/v1/push", content=body, headers=self.headers)
            if answer.status_code == httpx.codes.OK:
                return PushAnswer.model_validate_json(answer.content)
            assert answer.status_code in (500, 503), answer.text
        return None

    async def pull(self, address: str, cursors: dict[str, int], limit: int = 1_000) -> PullAnswer:
        """What comes after the cursors. Raises httpx.HTTPError."""
        asked = Pull(cursors=cursors, limit=limit).model_dump_json()
        answer = await self.http.post(f"{address}/v1/pull", content=asked, headers=self.headers)
        answer.raise_for_status()
        return PullAnswer.model_validate_json(answer.content)

    async def everything(self, address: str) -> list[Confirmed]:
        """All that the device may read, from the beginning."""
        cursors: dict[str, int] = {}
        found: list[Confirmed] = []
        while True:
            page = await self.pull(address, cursors)
            for one in page.pages:
                found += one.entries
                cursors[one.journal.id] = cursors.get(one.journal.id, 0) + len(one.entries)
            if not page.more:
                return found


async def found(data: Path, database_url: str = "") -> None:
    """A site with two coordinators, as an administrator makes it before the server runs."""
    settings = Settings(data_dir=data, database_url=database_url, argon2_memory_kib=1024)
    async with running(Backend(settings, Surroundings())) as backend:
        association = await operations.create_association(backend, "Samordning Väst")
        site = await operations.create_site(backend, association, "MIA Väst")
        for name, email in (("Karin Lind", EMAIL), ("Eva Ek", OTHER_EMAIL)):
            await operations.create_coordinator(backend, site, name, email, PASSWORD)


@asynccontextmanager
async def settled(
    address: str, participants: int, phones: int, desks: int
) -> AsyncIterator[list[Hand]]:
    """So many desks of the coordinator, first, and so many phones of each participant."""
    hands = await _settle(address, participants, phones, desks)
    yield hands
    for one in hands:
        await one.http.aclose()


async def _settle(address: str, participants: int, phones: int, desks: int) -> list[Hand]:
    desk, *others = [await _desk(address, number) for number in range(desks)]
    hands: list[Hand] = []
    shared: list[str] = []
    for who in range(participants):
        for number in range(phones):
            said = {"participant": f"participant-{who}"}
            answer = await desk.http.post(
                f"{address}/v1/invitations", json=said, headers=desk.headers
            )
            invitation = Invitation.model_validate_json(answer.content)
            device = f"phone-{who}-{number}"
            entered = {"code": invitation.code, "device": device}
            answer = await desk.http.post(f"{address}/v1/enrolments", json=entered)
            tokens = Tokens.model_validate_json(answer.content)
            hands.append(Hand(tokens, device, [invitation.shared_journal]))
        shared.append(hands[-1].journals[0])
    for one in (desk, *others):
        one.journals = shared
    return [desk, *others, *hands]


async def _desk(address: str, number: int) -> Hand:
    device = f"desktop-{number}"
    said = {"email": EMAIL, "password": PASSWORD, "device": device}
    async with httpx.AsyncClient() as http:
        answer = await http.post(f"{address}/v1/sign-in", json=said)
    return Hand(Tokens.model_validate_json(answer.content), device, ())
