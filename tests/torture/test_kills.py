"""A phone killed at any moment has lost nothing that it had acknowledged."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.torture.printed import Told
from tests.torture.sizes import times

ROOT = Path(__file__).parents[2]
SEED = 20261127
DEEDS = ("migrating", "opening", "recording", "syncing", "saving a picture", "sending a photo")

pytestmark = [pytest.mark.slow, pytest.mark.timeout(times(300, 3600))]


def _killed(folder: Path, kills: int, fault: str = "") -> dict[str, Any]:
    """In a process of its own: what runs the tests has threads, and is too large to be forked often."""
    places = os.pathsep.join((str(ROOT), str(ROOT / "src")))
    done = subprocess.run(
        [sys.executable, "-m", "tests.torture.killing", folder, str(SEED), str(kills), fault],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": places},
        check=True,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_a_phone_killed_at_any_moment_loses_nothing(tmp_path: Path, tell: Told) -> None:
    kills = times(300, 10_000)
    found = _killed(tmp_path, kills)
    assert found["wrong"][:5] == []
    assert [found[how] for how in ("kills", "lost", "torn", "closed")] == [kills, 0, 0, 0]
    assert found["acknowledged"] > kills
    assert found["during"].keys() >= set(DEEDS), "no kill came while that was being done"
    during = ", ".join(f"{found['during'][deed]:,} {deed}" for deed in DEEDS)
    tell(
        1,
        f"A phone is killed with SIGKILL: {during}",
        f"{kills:,} kills, {found['acknowledged']:,} acknowledged entries, {found['blobs']:,} photos",
        f"{found['lost']} lost, {found['torn']} torn, {found['closed']} times not opened",
    )


def test_one_that_acknowledges_before_it_has_written_is_caught(tmp_path: Path) -> None:
    assert _killed(tmp_path, 30, "hasty")["lost"] > 0
