"""A device has a key of its own, and a token without it is worth nothing."""

from typing import Any

import pytest
import sqlalchemy as sa

from mia_companion.server.schema import devices
from mia_companion.sync.device_key import NAME as KEY
from mia_companion.sync.errors import SignedOut
from tests.world import Device, World

People = tuple[Device, Device, Device]


async def _row(world: World, device: str) -> Any:
    assert world.backend is not None
    async with world.backend.database.reading() as connection:
        return (await connection.execute(sa.select(devices).where(devices.c.id == device))).one()


async def test_a_device_brings_its_key_as_it_comes_in(world: World, people: People) -> None:
    for device in people:
        row = await _row(world, device.companion.device.id)
        assert row.key.hex() == device.companion.client.session.key.public
        assert row.key_at == row.enrolled_at
    _, phone, _ = people
    await phone.companion.client._refresh()
    stolen = phone.companion.client.session.tokens
    phone.companion.store.kept.set(KEY, "cd" * 32)  # as on a thief's phone
    with pytest.raises(SignedOut):
        await phone.companion.client._refresh()
    assert phone.companion.client.session.tokens == stolen


async def test_a_device_of_before_brings_its_key_as_it_refreshes(
    world: World, people: People
) -> None:
    _, phone, _ = people
    id_ = phone.companion.device.id
    assert world.backend is not None
    async with world.backend.database.writing() as connection:
        none = sa.update(devices).where(devices.c.id == id_).values(key=None, key_at=None)
        await connection.execute(none)
    await phone.companion.client._refresh()
    row = await _row(world, id_)
    assert row.key.hex() == phone.companion.client.session.key.public
    assert row.key_at > row.enrolled_at
    await phone.sync()
