"""The same from many sides at once is there once."""

import asyncio

from mia_companion.wire.sync import Accepted
from tests.server.world import World


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
