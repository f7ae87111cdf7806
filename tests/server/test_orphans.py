"""Blobs that no entry names, and those half sent, are gone after 30 days, and no others."""

import asyncio

import pytest
import sqlalchemy as sa

from mia_companion.domain.entries import Entry
from mia_companion.server import operations
from mia_companion.server.orphans import Orphans
from mia_companion.server.schema import blob_parts, blobs
from tests.server.databases import TestDatabase
from tests.server.test_blobs import put
from tests.server.test_push import reasons
from tests.server.world import Person, World, problem, unique


def naming(person: Person, journal: str, blob: str, field: str = "attachments") -> Entry:
    ref = f'{{"blob_id":"{blob}","sha256":"{"0" * 64}","size":9,"media_type":"image/jpeg"}}'
    words = f'"message_id":"{unique("message")}","words":"Se här","{field}":[{ref}]'
    return person.entry(journal, f'{{"kind":"MessageWritten",{words}}}')


async def send(person: Person, journal: str, *ids: str) -> None:
    for blob in ids:
        assert (await put(person, journal, b"nine byte", blob=blob)).status_code == 204


async def left(world: World) -> set[str]:
    """Every blob that is announced, or of which a part lies anywhere."""
    every = sa.union(sa.select(blobs.c.id), sa.select(blob_parts.c.blob))
    async with world.backend.database.reading() as connection:
        return set(await connection.scalars(every))


async def test_what_nobody_names_goes_after_thirty_days(fresh: World) -> None:
    coordinator, participant, shared = await fresh.pair()
    other = await fresh.coordinator()
    await send(participant, shared, "named", "later", "orphan")
    await send(coordinator, shared, "quarantined")
    await put(participant, shared, b"nine byte", part=b"nine", blob="half")
    await put(participant, shared, b"nine byte", part=b"nine", blob="half-named")
    said = [
        naming(participant, shared, "named"),
        naming(participant, shared, "later", "from_a_later_version"),
        naming(participant, shared, "half-named"),
    ]
    assert reasons(await participant.push(*said)) == ["accepted"] * 3
    await operations.hand_over(fresh.backend, participant.id, coordinator.id, other.id)
    late = naming(coordinator, shared, "quarantined")
    assert reasons(await coordinator.push(late)) == ["access-ended"]
    everything = {"named", "later", "orphan", "quarantined", "half", "half-named"}
    fresh.clock.forward(days=29, hours=23)
    await fresh.backend.orphans.sweep()
    assert await left(fresh) == everything
    fresh.clock.forward(hours=2)
    await fresh.backend.orphans.sweep()
    assert await left(fresh) == {"named", "later", "quarantined"}
    await participant.refresh()
    begun_anew = await put(participant, shared, b"nine byte", 4, blob="half-named")
    assert problem(begun_anew) == "conflict"
    assert begun_anew.headers["upload-offset"] == "0"
    await send(participant, shared, "half-named")
    fresh.clock.forward(days=400)
    await fresh.backend.orphans.sweep()
    assert await left(fresh) == {"named", "later", "quarantined", "half-named"}


async def test_a_server_sweeps_at_its_start_and_daily(fresh: World) -> None:
    _, participant, shared = await fresh.pair()

    async def gone() -> None:
        while await left(fresh):  # noqa: ASYNC110  nobody is told of a sweep
            await asyncio.sleep(0.02)

    await send(participant, shared, "first")
    fresh.clock.forward(days=31)
    await asyncio.wait_for(gone(), 10)
    await participant.refresh()
    await send(participant, shared, "second")
    async with fresh.stopped():
        fresh.clock.forward(days=31)
    await asyncio.wait_for(gone(), 10)


async def test_a_blob_that_is_named_while_it_is_swept_stays(
    fresh: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, participant, shared = await fresh.pair()
    await send(participant, shared, "named", "orphan")
    await put(participant, shared, b"nine byte", part=b"nine", blob="half")
    monkeypatch.setattr(fresh.backend.orphans, "_last", fresh.clock.now.replace(year=9999))
    fresh.clock.forward(days=31)
    await participant.refresh()
    removing = Orphans._remove

    async def slowly(self: Orphans, *sweep: object) -> None:
        answers = await participant.push(naming(participant, shared, "named"))
        assert reasons(answers) == ["accepted"]
        await send(participant, shared, "named")
        await removing(self, *sweep)  # type: ignore[arg-type]

    monkeypatch.setattr(Orphans, "_remove", slowly)
    await fresh.backend.orphans.sweep()
    assert await left(fresh) == {"named"}


async def test_processes_may_sweep_at_once(fresh: World, database: TestDatabase) -> None:
    _, participant, shared = await fresh.pair()
    ids = [f"blob-{n}" for n in range(8)]
    await send(participant, shared, *ids)
    await participant.push(*[naming(participant, shared, one) for one in ids[:4]])
    second = World(fresh.settings.data_dir, database)
    second.clock = fresh.clock
    await second.start()
    fresh.clock.forward(days=31)
    await asyncio.gather(*[one.backend.orphans.sweep() for one in (fresh, second) * 3])
    assert await left(fresh) == set(ids[:4])
    await second.stop()


async def test_a_journal_that_cannot_be_read_keeps_what_it_has(
    fresh: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, participant, shared = await fresh.pair()
    _, healthy, theirs = await fresh.pair()
    await send(participant, shared, "kept")
    await send(healthy, theirs, "orphan")
    await participant.push(participant.entry(shared))
    reading = fresh.backend.journals.read

    def broken(connection: object, ranges: list[tuple[str, int, int]]) -> object:
        if ranges[0][0] == shared:
            raise ValueError("not its key")
        return reading(connection, ranges)  # type: ignore[arg-type]

    monkeypatch.setattr(fresh.backend.journals, "read", broken)
    fresh.clock.forward(days=31)
    await fresh.backend.orphans.sweep()
    assert await left(fresh) == {"kept"}
