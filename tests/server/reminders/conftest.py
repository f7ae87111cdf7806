"""Fixtures: a server that sends reminders, and a mail server to send them to."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import pytest_asyncio

from tests.server.conftest import ENGINES, lent
from tests.server.databases import TestDatabase
from tests.server.reminders.post_office import PostOffice, post_office
from tests.server.reminders.reminding import Reminding
from tests.torture.sizes import WHOLE


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What is marked `whole` is of `make torture`."""
    left = [one for one in items if one.get_closest_marker("whole")] if not WHOLE else []
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = [one for one in items if one not in left]


HERE = ENGINES if WHOLE else ENGINES[:1]
"""What PostgreSQL does otherwise is tried by processes, `tests/torture/test_reminders_sent.py`, and by
`test_claiming.py`; all of it there, in `make torture`."""


@pytest_asyncio.fixture(scope="session", loop_scope="session", params=HERE)
async def sender(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Reminding]:
    """A server that sends mail, and that all tests here share."""
    folder = tmp_path_factory.mktemp("sends")
    async with lent(request, folder) as database, sending(folder, database) as made:
        yield made


@pytest_asyncio.fixture(loop_scope="session")
async def sends(sender: Reminding) -> Reminding:
    """The same, with nothing to send."""
    await sender.begin()
    return sender


@pytest.fixture
def office(sends: Reminding) -> PostOffice:
    """Its mail server, which takes everything until told otherwise."""
    return sends.office


@pytest_asyncio.fixture(loop_scope="session", params=HERE)
async def alone(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Reminding]:
    """One of the test's own, to stop and restore."""
    async with lent(request, tmp_path) as database, sending(tmp_path, database) as made:
        yield made


@asynccontextmanager
async def sending(folder: Path, database: TestDatabase) -> AsyncIterator[Reminding]:
    """A started server with one site, and its mail server."""
    with post_office() as office:
        made = Reminding(folder, database)
        made.sends_to(office)
        await made.start()
        await made.furnish()
        yield made
        await made.stop()
