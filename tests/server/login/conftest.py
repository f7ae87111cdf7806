"""A server on which staff sign in outside the app."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.server.conftest import ENGINES, lent
from tests.server.login.signing_in import LoginWorld


@pytest_asyncio.fixture(scope="session", loop_scope="session", params=ENGINES)
async def login(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[LoginWorld]:
    """Shared by all tests of it, each with people of its own; its time only goes on."""
    folder = tmp_path_factory.mktemp("login")
    async with lent(request, folder) as database:
        made = LoginWorld(folder, database)
        await made.start()
        await made.furnish()
        yield made
        await made.stop()


@pytest.fixture(autouse=True)
def honest(request: pytest.FixtureRequest) -> None:
    """Each test begins with a provider that does as it should."""
    if "login" in request.fixturenames:
        request.getfixturevalue("login").new_provider()
