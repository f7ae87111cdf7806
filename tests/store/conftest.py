"""A store in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mia_companion.store.store import Store
from tests.example_data import KEY


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the store lies."""
    return tmp_path / "companion.sqlite"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """An empty store."""
    opened = Store(path, KEY)
    yield opened
    opened.close()
