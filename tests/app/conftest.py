"""A world with people in it."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.app.solo import Solo
from tests.world import Device, World, a_world


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """A backend, and nobody's device yet."""
    async with a_world(tmp_path) as made:
        yield made


@pytest.fixture
async def people(world: World) -> tuple[Device, Device, Device]:
    """The coordinator's desktop, the participant's phone and tablet."""
    return await world.people()


@pytest.fixture
def solo(tmp_path: Path) -> Iterator[Solo]:
    """A participant without a network."""
    made = Solo(tmp_path / "solo" / "companion.sqlite")
    yield made
    made.close()
