"""No secret lies in the repository, and an audit that looked at nothing has found nothing well."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from detect_secrets.core.potential_secret import PotentialSecret
from detect_secrets.core.scan import scan_file
from detect_secrets.settings import default_settings

from tools import audit

ROOT = Path(__file__).parent.parent
LOOKED_AT = (".ci", ".github", "deploy", "docs", "src", "tools")
"""Not the tests: what is a secret there is of people who never were, and there is much of it."""
KINDS = {".py", ".md", ".toml", ".yml", ".yaml", ".json", ".sh", ""}
INVENTED = ("tools/",)
"""Where passwords are of people who never were: what is called one is none."""
NO_SECRETS = {
    "password-wrong",
    "password-easy",
    "password-expired",
    "passwords-off",
    "no-email",
    "ABCDEFGHJKMNPQRSTUVWXYZ23456789",
}
"""Names of problems, and an alphabet."""


def _files() -> Iterator[Path]:
    yield from (one for one in ROOT.glob("*") if one.is_file() and one.suffix != ".stamp")
    for folder in LOOKED_AT:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in KINDS and path.is_file():
                yield path


def _is_invented(path: Path, one: PotentialSecret) -> bool:
    there = path.relative_to(ROOT).as_posix().startswith(INVENTED)
    if there and one.type == "Secret Keyword":
        return True
    # A sentence is no secret, whatever the name says that it is given to.
    return one.type == "Secret Keyword" and " " in str(one.secret_value)


@pytest.mark.slow
def test_no_secret_lies_here() -> None:
    with default_settings():
        found = {
            f"{path.relative_to(ROOT)}:{one.line_number} {one.type}: {one.secret_value}"
            for path in _files()
            for one in scan_file(str(path))
            if one.secret_value not in NO_SECRETS and not _is_invented(path, one)
        }
    assert found == set()


def test_a_secret_would_be_found(tmp_path: Path) -> None:
    file = tmp_path / "settings.py"
    file.write_text('aws_key = "AKIA' + 'Z7VRSQ5TJN2XMLK4"\n')
    with default_settings():
        assert [one.type for one in scan_file(str(file))] == ["AWS Access Key"]


LOCK = 'a==1 \\\n    --hash=x\nb==2 ; sys_platform == "nowhere" \\\n    --hash=y\n'


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ([{"name": "a", "version": "1", "vulns": []}], []),
        ([{"name": "a", "skip_reason": "not found"}], ["run.lock: a was not looked at"]),
        ([], ["run.lock: a was not looked at"]),
        (
            [{"name": "a", "version": "1", "vulns": [{"id": "CVE-1"}]}],
            ["run.lock: a 1: CVE-1"],
        ),
        (None, ["run.lock: not looked at: the audit gave no answer"]),
    ],
)
def test_an_audit_that_skips_has_failed(said: object, wrong: list[str]) -> None:
    answer = "" if said is None else json.dumps({"dependencies": said})
    assert audit.judged("run.lock", LOCK, answer) == wrong
