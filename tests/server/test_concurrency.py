"""Sixteen writers at once: no gap, no miss for those who follow, nothing twice."""

import asyncio

import pytest

from mia_companion.wire.sync import Accepted
from tests.server.world import Person, World


@pytest.mark.slow
async def test_writers_at_once_leave_no_gap_and_readers_miss_nothing(world: World) -> None:
    coordinator, participant, shared = await world.pair()
    done = asyncio.Event()

    async def write() -> list[int]:
        seqs = []
        for _ in range(8):
            said = [participant.entry(shared) for _ in range(3)]
            for answer in await participant.push(*said):
                assert isinstance(answer, Accepted)
                seqs.append(answer.seq)
        return seqs

    async def follow() -> list[int]:
        seen: list[int] = []
        reader = Person(world, coordinator.tokens, coordinator.device)
        last_look = False
        while True:
            pull = await reader.pull(limit=50)
            page = next(p for p in pull.pages if p.journal.id == shared)
            seen += [c.seq for c in page.entries]
            if last_look and not pull.more:
                return seen
            last_look = done.is_set() and not pull.more

    readers = [asyncio.create_task(follow()) for _ in range(3)]
    written = await asyncio.gather(*[write() for _ in range(16)])
    done.set()
    everything = list(range(1, 16 * 8 * 3 + 1))
    assert sorted(seq for one in written for seq in one) == everything
    for reader in readers:
        assert await reader == everything


async def test_the_same_entry_from_many_sides_at_once_has_one_place(world: World) -> None:
    _, participant, shared = await world.pair()
    own = (await participant.journals())[("own", participant.id, participant.id)]
    said = participant.entry(shared)
    elsewhere = said.model_copy(update={"journal": own})
    answers = await asyncio.gather(
        *[participant.push(elsewhere if n % 4 == 3 else said) for n in range(12)]
    )
    places = {a[0] for a in answers if isinstance(a[0], Accepted)}
    assert len(places) == 1
    stored = await participant.read(shared) + await participant.read(own)
    assert len(stored) == 1


async def test_many_enrol_at_once_with_one_code(world: World) -> None:
    coordinator = await world.coordinator()
    code = (await world.invite(coordinator)).code
    answers = await asyncio.gather(
        *[
            world.http.post("/v1/enrolments", json={"code": code, "device": f"device-{n:04}"})
            for n in range(6)
        ]
    )
    assert sorted(a.status_code for a in answers) == [200] + [409] * 5
