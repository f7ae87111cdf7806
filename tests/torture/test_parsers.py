"""Every parser that takes outside bytes, fuzzed: a bounded run here, `make fuzz` as long as one likes."""

import json
import subprocess
import sys

import pytest

from tests.fuzz.parsers import PARSERS
from tests.torture.printed import Told
from tests.torture.sizes import times


def _fuzz(runs: int, *names: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.fuzz", str(runs), "17", *names]
    return subprocess.run(command, check=False, capture_output=True, text=True)


@pytest.mark.slow
@pytest.mark.timeout(1_800)
def test_no_parser_breaks(tell: Told) -> None:
    """Each refuses in its own words what it cannot read, and what it reads it can say again."""
    runs = times(12_000, 200_000)
    done = _fuzz(runs)
    assert done.returncode == 0, done.stdout + done.stderr[-3_000:]
    tried = json.loads(done.stdout.split("Tried:")[1])
    assert tried.keys() == PARSERS.keys()
    assert min(tried.values()) >= runs // 2 // len(PARSERS)
    tell(
        17,
        f"{len(tried)} kinds of outside bytes, each into its parser under Atheris",
        f"{sum(tried.values()):,} inputs",
        "0 broke a parser",
    )


@pytest.mark.slow
def test_a_parser_that_breaks_is_found() -> None:
    done = _fuzz(500_000, "planted")
    assert done.returncode != 0
    assert "planted broke on b'MI" in done.stdout
