"""What the tests of keys and backups share."""

import pytest

from mia_companion.server.keeping import key_folder


@pytest.fixture(autouse=True)
def looked_at_each_use(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for what another store has read."""
    monkeypatch.setattr(key_folder, "LOOK_SECONDS", 0)
