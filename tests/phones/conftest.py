"""What `flet build` makes of each platform, once for all that look at it."""

import pytest

from tests.phones.flet_build import Built, a_copy, build
from tools.phones.build import TARGETS


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    """By target."""
    found = {}
    for target in TARGETS:
        with pytest.MonkeyPatch.context() as patch:
            folder = tmp_path_factory.mktemp(target) / "repository"
            found[target] = build(target, a_copy(folder), patch)
    return found
