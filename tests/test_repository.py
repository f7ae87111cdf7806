"""Promises that the repository itself keeps, whatever the app does."""

import re
from pathlib import Path

import pytest

import mia_companion

ROOT = Path(__file__).parent.parent

pytest_plugins = ["pytester"]


def test_the_version_is_the_installed_one() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+.*", mia_companion.__version__)


@pytest.mark.parametrize("name", ["run.lock", "dev.lock", "apps.lock", "peers.lock"])
def test_a_lock_names_versions_and_hashes_and_no_place(name: str) -> None:
    """A host, a path or an option would tie everyone to the computer that wrote the file."""
    lines = (ROOT / "requirements" / name).read_text("utf-8").splitlines()
    pinned = [line for line in lines if not line.startswith((" ", "#"))]
    assert pinned
    assert all(re.match(r"[a-z0-9-]+==\S+( ; .+)? \\$", line) for line in pinned)
    hashes = [line for line in lines if line.startswith("    --")]
    assert all(re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}( \\)?", line) for line in hashes)


def test_both_locks_agree() -> None:
    run, dev = (
        set(re.findall(r"^[a-z0-9-]+==\S+", (ROOT / "requirements" / n).read_text("utf-8"), re.M))
        for n in ("run.lock", "dev.lock")
    )
    assert run < dev


@pytest.mark.parametrize(("ci", "outcome"), [("true", "failed"), ("", "skipped")])
def test_a_skip_fails_in_ci_only(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, ci: str, outcome: str
) -> None:
    monkeypatch.setenv("CI", ci)
    pytester.makeconftest((ROOT / "tests" / "conftest.py").read_text("utf-8"))
    pytester.makepyfile(
        test_one="import pytest\ndef test_it(): pytest.skip('no such thing here')",
        test_whole_file="import pytest\npytest.skip('not here', allow_module_level=True)",
        test_expected="import pytest\n@pytest.mark.xfail\ndef test_it(): assert False",
    )
    result = pytester.runpytest_inprocess("-p", "no:asyncio", "--continue-on-collection-errors")
    outcomes = result.parseoutcomes()
    assert outcomes["xfailed"] == 1
    if outcome == "failed":
        assert outcomes["failed"] + outcomes["errors"] == 2
        assert "skipped" not in outcomes
    else:
        assert outcomes["skipped"] == 2


def test_a_file_is_about_one_thing() -> None:
    """Under 200 lines, or it is about two."""
    written = [
        path
        for folder in ("src", "tests", "tools", "bench")
        for path in (ROOT / folder).rglob("*.py")
    ]
    long = {
        str(path.relative_to(ROOT)): lines
        for path in written
        if (lines := len(path.read_text("utf-8").splitlines())) > 200
    }
    assert written
    assert not long
