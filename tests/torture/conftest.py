"""What takes long and is seen in short elsewhere is done by `make torture` alone."""

from pathlib import Path

import pytest

from tests.torture.sizes import WHOLE

HERE = Path(__file__).parent


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is marked `long`."""
    long = [
        one
        for one in items
        if not WHOLE and one.path.is_relative_to(HERE) and one.get_closest_marker("long")
    ]
    config.hook.pytest_deselected(items=long)
    items[:] = [one for one in items if one not in long]
