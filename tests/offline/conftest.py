"""Each journey in a language that is read from the left and in one that is read from the right."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.offline.life import Life, a_life


@pytest.fixture(params=["sv", "ar"])
async def life(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Life]:
    """Amina's and Karin's, with coverage to begin with."""
    async with a_life(tmp_path, request.param) as made:
        yield made
