"""A site for the live line: one coordinator, as many participants as are wanted, each on one device.

It is made by the server's own code in this process, which is quick: nobody has a password or a code.
"""

import asyncio
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from mia_companion.domain.directory import HelpNumberListed
from mia_companion.domain.entries import Entry
from mia_companion.domain.facts import Fact, write_fact
from mia_companion.domain.ids import system_clock
from mia_companion.domain.rights import COORDINATOR, DIRECTORY, SHARED
from mia_companion.domain.steps import StepPlanned
from mia_companion.server import operations, people, staff
from mia_companion.server.accounts import account_of
from mia_companion.server.backend import Backend
from mia_companion.server.running import running
from mia_companion.server.schema import journals
from mia_companion.server.settings import Settings
from mia_companion.server.staff import NewStaff, Password
from mia_companion.server.surroundings import Surroundings, new_id, utc_now
from mia_companion.wire.sync import Push

ANNA = "anna"
_WORDS = "Ring vårdcentralen och fråga om remissen har kommit fram, och skriv upp vad de svarar."
"""Such that a record is of about 300 bytes."""


@dataclass(frozen=True, slots=True)
class Device:
    """Somebody's device: its token, and the journals `shared` and `directory` that it is to write in."""

    account: str
    id: str
    access: str
    shared: str
    directory: str

    def step(self) -> bytes:
        """A planned step of about 300 bytes in `shared`, as a push."""
        id_ = new_id()
        return self._push(id_, self.shared, StepPlanned(step_id=id_, words=_WORDS))

    def number(self) -> bytes:
        """A number in the directory, of which every device of the site is told."""
        id_ = new_id()
        fact = HelpNumberListed(help_id=id_, name="Hjälplinjen", number="0701234567")
        return self._push(id_, self.directory, fact)

    def _push(self, id_: str, journal: str, fact: Fact) -> bytes:
        entry = Entry(
            id=id_, journal=journal, author=self.account, device=self.id,
            happened_at=system_clock(), based_on=0, body=write_fact(fact),
        )  # fmt: skip
        return Push(entries=(entry,)).model_dump_json().encode()


def make_site(folder: Path, participants: int) -> list[Device]:
    """The coordinator's device, then the participants'; she follows the first of them."""
    return asyncio.run(_make(folder, participants))


async def _make(folder: Path, participants: int) -> list[Device]:
    async with running(Backend(Settings(folder, requests_per_second=0), Surroundings())) as backend:
        association = await operations.create_association(backend, "Bench")
        site = await operations.create_site(backend, association, "Bench")
        who = await _people(backend, site, participants)
        return await _devices(backend, site, who)


async def _people(backend: Backend, site: str, count: int) -> list[str]:
    now, who = utc_now(), [f"deltagare-{n:05}" for n in range(count)]
    anna = NewStaff(COORDINATOR, "Anna", "anna@bench.example", site=site)
    async with backend.changes.open() as change:
        db, ledger = change.connection, backend.ledger
        await staff.insert(db, ANNA, anna, Password("none"), by="bench", at=now)
        for one in who:
            ids = [new_id(), new_id(), new_id()]
            await people.make_participant(db, ledger, ids, participant=one, site=site, at=now)
        await people.assign(
            db, ledger, [new_id(), new_id()], participant=who[0], coordinator=ANNA, at=now
        )
    return [ANNA, *who]


async def _devices(backend: Backend, site: str, who: list[str]) -> list[Device]:
    now = utc_now()
    async with backend.changes.open() as change:
        db = change.connection
        found = await db.execute(
            sa.select(journals.c.participant, journals.c.id).where(journals.c.role == SHARED)
        )
        shared = {one.participant: one.id for one in found}
        directory = await db.scalar(sa.select(journals.c.id).where(journals.c.role == DIRECTORY))
        made = []
        for one in who:
            account = await account_of(db, one)
            assert account is not None
            tokens = await backend.devices.add(db, account, f"phone-of-{one}", now)
            mine = shared[who[1] if one == ANNA else one]
            made.append(Device(one, f"phone-of-{one}", tokens.access, mine, str(directory)))
    return made
