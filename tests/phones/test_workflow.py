"""The workflow that builds the apps: what can be read of it without running it."""

import re
from typing import Any

import yaml

from tools.phones import PYTHON, ROOT
from tools.phones.build import TARGETS

TEXT = (ROOT / ".github" / "workflows" / "apps.yaml").read_text("utf-8")
WORKFLOW: dict[Any, Any] = yaml.safe_load(TEXT)
JOB = WORKFLOW["jobs"]["build"]
HOSTS = {"apk": "ubuntu", "aab": "ubuntu", "ipa": "macos", "macos": "macos", "windows": "windows"}


def test_every_platform_is_built_where_flet_can_build_it() -> None:
    rows = JOB["strategy"]["matrix"]["include"]
    assert [row["target"] for row in rows] == list(TARGETS)
    for row in rows:
        assert row["host"].startswith(HOSTS.get(row["target"], "ubuntu")), row
        assert not row["host"].endswith("-latest")


def test_actions_are_pinned_by_commit_and_may_only_read() -> None:
    used = [step["uses"] for step in JOB["steps"] if "uses" in step]
    assert len(used) == 3
    assert all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", one) for one in used)
    assert WORKFLOW["permissions"] == {"contents": "read"}
    assert "permissions" not in JOB
    assert JOB["steps"][0]["with"]["persist-credentials"] is False


def test_it_is_started_by_hand_with_the_python_and_the_libraries_that_are_locked() -> None:
    assert set(WORKFLOW[True]) == {"workflow_dispatch"}  # YAML reads `on` as yes
    assert JOB["steps"][1]["with"]["python-version"] == PYTHON
    assert "--require-hashes --requirement requirements/apps.lock" in JOB["steps"][2]["run"]


def test_secrets_and_what_was_typed_reach_a_step_as_environment_and_never_as_text() -> None:
    """A value that is put into a script is run as a part of it, and stands in the log."""
    runs = [str(step.get("run", "")) for step in JOB["steps"]]
    assert not any("secrets." in run or "inputs." in run or "matrix." in run for run in runs)
    assert not any("set -x" in run or "GITHUB_ENV" in run for run in runs)
    with_secrets = [step["name"] for step in JOB["steps"] if "secrets." in str(step.get("env", ""))]
    assert with_secrets == ["The key that signs Android", "Build"]
    assert JOB["environment"] == "signing"
    assert JOB["steps"][-1]["if"] == "always()"


def test_what_was_built_is_kept_with_its_sums() -> None:
    kept = JOB["steps"][-2]
    assert kept["with"]["if-no-files-found"] == "error"
    assert "SHA256SUMS" in JOB["steps"][-3]["run"]
