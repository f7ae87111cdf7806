"""One folder, made once, to copy the others from."""

from pathlib import Path

import pytest_asyncio

from tests.server.doctor.house import House, build


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def first_house(tmp_path_factory: "object") -> House:
    """As a server leaves it."""
    made: Path = tmp_path_factory.mktemp("doctor")  # type: ignore[attr-defined]
    return await build(made / "data")


@pytest_asyncio.fixture(loop_scope="session")
async def house(first_house: House, tmp_path: Path) -> House:
    """A copy of the test's own."""
    return first_house.copied(tmp_path / "data")
