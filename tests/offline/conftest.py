"""Each journey in a language that is read from the left and in one that is read from the right."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.offline.life import Life, a_life
from tests.offline.two import Two, two_devices


@pytest.fixture(params=["sv", "ar"])
async def life(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Life]:
    """Amina's and Karin's, with coverage to begin with."""
    async with a_life(tmp_path, request.param) as made:
        yield made


@pytest.fixture(params=[("sv", True), ("ar", False)], ids=["sv-phone-first", "ar-tablet-first"])
async def two(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Two]:
    """Amina's two devices: either of them is the first to find coverage again."""
    language, phone_first = request.param
    async with two_devices(tmp_path, language, phone_first=phone_first) as made:
        yield made
