"""What the tests of keys and backups share."""

import pytest

from mia_companion.server.keeping import key_folder


@pytest.fixture(autouse=True)
def looked_at_each_use(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Nobody waits for what another store has read, but where just that is asked."""
    if "as_it_is" not in request.node.name:
        monkeypatch.setattr(key_folder, "LOOK_SECONDS", 0)
