"""An iPhone is asked to leave the app's folder out of its backups, and the app opens whatever comes of it."""

import ctypes
from pathlib import Path

import pytest

from mia_companion.device.backups import keep_out_of_backups


def _never(name: str) -> object:
    raise AssertionError(name)


@pytest.mark.parametrize("platform", ["android", "darwin", "linux", "win32"])
def test_elsewhere_there_is_nobody_to_tell(tmp_path: Path, platform: str) -> None:
    assert not keep_out_of_backups(tmp_path / "data", platform, _never)
    assert not (tmp_path / "data").exists()


def test_a_system_that_does_not_know_how_is_noted_and_the_app_opens(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def missing(name: str) -> object:
        raise OSError(name)

    folder = tmp_path / "nytt" / "data"
    assert not keep_out_of_backups(folder, "ios", missing)
    assert not keep_out_of_backups(folder, "ios", lambda _: ctypes.CDLL(None))
    assert folder.is_dir()  # there before anything is told of it
    assert [one.getMessage() for one in caplog.records] == [
        "backups: OSError",
        "backups: AttributeError",
    ]
