"""What a server was told in the half-year before this one, by a clock set back, and somebody who pays."""

import asyncio
import secrets
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import sqlalchemy as sa

from mia_companion.domain.enrolments import EnrolmentBegun, EnrolmentFinished
from mia_companion.domain.entries import Entry
from mia_companion.domain.facts import Fact, write_fact
from mia_companion.domain.periods import before, ends_at, period_of
from mia_companion.domain.ratings import AreasRated
from mia_companion.domain.rights import FUNDER
from mia_companion.server.access import Caller
from mia_companion.server.backend import Backend
from mia_companion.server.running import running
from mia_companion.server.schema import accounts, sites
from mia_companion.server.settings import Settings
from mia_companion.server.surroundings import Surroundings
from mia_companion.wire.accounts import Enrol, Invite, SignIn, Tokens
from mia_companion.wire.sync import Push
from tests.journeys.stage import JONAS_EMAIL, PASSWORD

FUNDER_EMAIL = "finn@prov.example"
RESULTS = (*["in_work"] * 9, *["in_studies"] * 6, *["ready_for_work"] * 3, "other", "other")
"""Of those who finished: the last two are few, and told together."""
_MONTHS = (3, 8, 14, 30)


def last_period() -> str:
    """The half-year that ended last."""
    return before(period_of(datetime.now(UTC)))


def tell_last_half_year(data: Path, results: Iterable[str] = RESULTS) -> None:
    """Jonas' people finished then; and Finn may read what is published."""
    with ThreadPoolExecutor(1) as apart:  # Playwright's own loop runs in this thread
        apart.submit(lambda: asyncio.run(_tell(data, results))).result()


async def _tell(data: Path, results: Iterable[str]) -> None:
    then = ends_at(last_period()) - timedelta(days=30)
    around = Surroundings(clock=lambda: then.astimezone(UTC))
    settings = Settings(data_dir=data, argon2_memory_kib=1024)
    async with running(Backend(settings, around)) as backend:
        caller, tokens = await _coordinator(backend)
        for number, result in enumerate(results):
            await _finished(backend, caller, tokens, result, then=then, number=number)
        await _funder(backend, caller.site)


async def _coordinator(backend: Backend) -> tuple[Caller, Tokens]:
    said = SignIn(email=JONAS_EMAIL, password=PASSWORD, device="device-jonas")
    tokens = await backend.accounts.sign_in(said, "here")
    account = tokens.account
    return Caller(account.id, account.role, account.site, said.device), tokens


async def _finished(
    backend: Backend, caller: Caller, tokens: Tokens, result: str, *, then: datetime, number: int
) -> None:
    who = secrets.token_hex(8)
    invited = await backend.invitations.invite(caller, Invite(participant=who))
    device = f"device-{who}"
    mine = await backend.entering.enrol(Enrol(code=invited.code, device=device), "here")
    first = (then - timedelta(days=31 * _MONTHS[number % len(_MONTHS)])).date()
    facts: tuple[Fact, ...] = (
        EnrolmentBegun(enrolment_id=f"time-{who}", day=first),
        EnrolmentFinished(enrolment_id=f"time-{who}", day=then.date(), result=result),
    )
    await _push(backend, tokens, invited.shared_journal, facts, then)
    levels = ({"health": 2, "everyday": 3}, {"health": 2 + number % 3, "everyday": 4})
    ratings = [AreasRated(rating_id=f"r-{who}-{n}", levels=one) for n, one in enumerate(levels)]
    await _push(backend, mine, invited.shared_journal, ratings, then)


async def _push(
    backend: Backend, who: Tokens, journal: str, facts: Iterable[Fact], then: datetime
) -> None:
    said = backend.devices.said_by(who.access, then)
    entries = tuple(
        Entry(
            id=secrets.token_hex(8),
            journal=journal,
            author=said.account,
            device=said.device,
            happened_at=then.astimezone(UTC) + timedelta(minutes=n),
            based_on=0,
            body=write_fact(fact),
        )
        for n, fact in enumerate(facts)
    )
    answer = await backend.pushes.take(said, Push(entries=entries))
    assert all(one.answer == "accepted" for one in answer.results), answer


async def _funder(backend: Backend, site: str) -> None:
    hashed = await backend.passwords.hash(PASSWORD)
    async with backend.database.writing() as connection:
        chosen = sa.select(sites.c.association).where(sites.c.id == site)
        await connection.execute(
            sa.insert(accounts).values(
                id=secrets.token_hex(8), role=FUNDER, email=FUNDER_EMAIL, password_hash=hashed,
                association=await connection.scalar(chosen), display_name="Finn Falk",
                made_at=backend.surroundings.clock(),
            )
        )  # fmt: skip
