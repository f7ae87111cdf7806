"""A site to measure: a coordinator, and as many participants as are wanted, with lives of one length."""

from datetime import UTC, datetime, timedelta

from bench.life import life
from bench.weeks import ANNA, ME
from mia_companion.domain.entries import Entry
from mia_companion.domain.facts import write_fact
from mia_companion.domain.people import ParticipantNamed
from mia_companion.domain.rights import SHARED
from mia_companion.server import epochs, operations, people
from mia_companion.server.backend import Backend
from mia_companion.server.journals import Arrival

EMAIL, PASSWORD = "anna@bench.example", "a-long-password"
_AGO = timedelta(minutes=5)


async def found(backend: Backend, count: int, entries: int) -> None:
    """Everybody, each with that many entries shared."""
    association = await operations.create_association(backend, "Bench")
    place = await operations.create_site(backend, association, "Bench")
    anna = await operations.create_coordinator(backend, place, "Anna", EMAIL, PASSWORD)
    told = [one for one in life(entries * 2, datetime.now(UTC) - _AGO) if one.role == SHARED]
    for number in range(count):
        who = f"{ME}-{number:03}"
        journal = await _participant(backend, place, anna, who)
        named = ParticipantNamed(name=name_of(number))
        said = [
            Entry(
                id=f"{number:03}-{n:05}", journal=journal, author=anna if one.author == ANNA else who,
                device="device-of-all", happened_at=one.at, based_on=0, body=write_fact(one.fact),
            )
            for n, one in enumerate(told[-entries + 1 :])
        ]  # fmt: skip
        said.insert(
            0, said[0].model_copy(update={"id": f"{number:03}-name", "body": write_fact(named)})
        )
        await _append(backend, said)


async def _participant(backend: Backend, place: str, coordinator: str, who: str) -> str:
    ids, now = backend.surroundings.ids, backend.surroundings.clock()
    async with backend.changes.open() as change:
        shared = await people.make_participant(
            change.connection, backend.ledger, [ids(), ids(), ids()],
            participant=who, site=place, at=now,
        )  # fmt: skip
        await people.assign(
            change.connection, backend.ledger, [ids(), ids()],
            participant=who, coordinator=coordinator, at=now,
        )  # fmt: skip
    return shared


async def _append(backend: Backend, said: list[Entry]) -> None:
    async with backend.changes.open() as change:
        epoch = await change.connection.run_sync(epochs.current)
        for start in range(0, len(said), 500):
            some = [Arrival(one, one.happened_at) for one in said[start : start + 500]]
            await change.connection.run_sync(backend.journals.append, some, epoch)


def name_of(number: int) -> str:
    """What the participant with that number is called."""
    return f"Deltagare {number:03}"
