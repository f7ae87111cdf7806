"""The program as it was before the newest migration, out of this repository's own history."""

import io
import os
import subprocess
import sys
import tarfile
from pathlib import Path

from mia_companion.server.migrating import versions

ROOT = Path(__file__).parents[2]
_VERSIONS = "src/mia_companion/server/migrations/versions/"


def commit_before() -> str:
    """The newest commit whose newest migration is the one before ours."""
    for one in _git("rev-list", "HEAD", "--", _VERSIONS).split():
        names = _git("ls-tree", "--name-only", one, _VERSIONS).splitlines()
        if (
            max(name.removeprefix(_VERSIONS)[:4] for name in names if name.endswith(".py"))
            == versions()[-2]
        ):
            return one
    raise AssertionError("the history does not reach back to the version before")


class Older:
    """Its code in a folder, and its command line on a server's data."""

    def __init__(self, folder: Path, data: Path, database_url: str) -> None:
        packed = subprocess.run(
            ["git", "archive", commit_before(), "src", "locales"],
            cwd=ROOT,
            capture_output=True,
            check=True,
        ).stdout
        with tarfile.open(fileobj=io.BytesIO(packed)) as code:
            code.extractall(folder, filter="data")
        self._log = data / "log-of-before"
        self._environment = {
            **os.environ, "PYTHONPATH": str(folder / "src"), "MIA_DATA_DIR": str(data),
            "MIA_DATABASE_URL": database_url, "MIA_ARGON2_MEMORY_KIB": "1024",
            "MIA_STAFF_IDLE_MINUTES": "0",
        }  # fmt: skip

    def admin(self, *said: str) -> str:
        """What one of its commands says."""
        done = subprocess.run(
            [sys.executable, "-m", "mia_companion.cli", "admin", *said],
            env=self._environment, capture_output=True, text=True, check=True,
        )  # fmt: skip
        return done.stdout.strip()

    def serve(self, port: int) -> subprocess.Popen[bytes]:
        """Its server, which is not waited for."""
        with self._log.open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", "mia_companion.cli", "serve", "--no-web", "--port", str(port)],
                env=self._environment, stdout=log, stderr=log,
            )  # fmt: skip


def _git(*said: str) -> str:
    return subprocess.run(
        ["git", *said], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
