"""`make audit`: is anything known to be wrong with what is installed? Not looked at is not found well.

Each package of the locks that is meant for this platform is asked after; one that could not be looked up
fails the audit as much as one that is known to be vulnerable. It needs the network: the database of known
vulnerabilities is not a package index.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

from packaging.markers import Marker

LOCKS = ("run.lock", "dev.lock")
_FOLDER = Path(__file__).parent.parent / "requirements"
_PINNED = re.compile(r"^([a-z0-9-]+)==\S+(?: ; (.+))? \\$", re.M)


def main() -> int:
    """The exit code; what was found is printed."""
    wrong = [
        line
        for name in LOCKS
        for line in judged(name, (_FOLDER / name).read_text("utf-8"), _ask(name))
    ]
    print(
        "\n".join(wrong) or "Every package was looked up, and nothing is known against any of them."
    )
    return 1 if wrong else 0


def judged(name: str, lock: str, answer: str) -> list[str]:
    """What is wrong, a line each. `answer` is the audit's JSON; anything else was no audit."""
    try:
        told = json.loads(answer)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return [f"{name}: not looked at: the audit gave no answer"]
    wrong = [
        f"{name}: {one['name']} {one['version']}: {bad['id']}"
        for one in told
        for bad in one.get("vulns", ())
    ]
    looked_at = {one["name"] for one in told if "vulns" in one}
    wanted = {one for one, where in _PINNED.findall(lock) if not where or Marker(where).evaluate()}
    return wrong + [f"{name}: {one} was not looked at" for one in sorted(wanted - looked_at)]


def _ask(name: str) -> str:
    command = [
        sys.executable, "-m", "pip_audit", "--disable-pip", "--require-hashes", "--format=json",
        "--progress-spinner=off", "--requirement", str(_FOLDER / name),
    ]  # fmt: skip
    return subprocess.run(command, check=False, capture_output=True, text=True).stdout


if __name__ == "__main__":
    sys.exit(main())
