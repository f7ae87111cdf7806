"""A machine in a folder, on which the guide's commands are given: what is the system's own is stood in for.

`sudo` and `runuser` change nobody, `systemctl` is `units.py`; everything else is the real thing.
"""

import os
import re
import stat
import subprocess
import sys
from pathlib import Path

from tests.deployed.proxies import free_ports
from tests.torture.guide_lines import ROOT, Block, why_not
from tests.torture.postgres import PROGRAMS, Postgres
from tests.torture.units import below

PASSWORD = "ett långt lösenord"
_STOOD_IN = {
    "sudo": 'if [ "$1" = -u ]; then shift 2; fi\nexec "$@"',
    "runuser": 'while [ "$1" != -- ]; do shift; done\nshift\nexec "$@"',
    "systemctl": f'exec "{sys.executable}" -m tests.torture.units "$ROOT" "$@"',
    "mia-companion": f'exec "{sys.executable}" -m mia_companion.cli "$@"',
}


class Machine:
    """What was said of the last block is in `said`."""

    def __init__(self, root: Path, database: Postgres) -> None:
        self.root, self._database = root, database
        self.ports = dict(zip(("8550", "8551"), map(str, free_ports(2)), strict=True))
        self.said = ""
        for folder in ("bin", "run", "home", "usr/local/bin", "opt/mia-companion/bin", "var/backups",
                       "etc/systemd/system", "etc/nginx/conf.d"):  # fmt: skip
            (root / folder).mkdir(parents=True)
        for name, script in _STOOD_IN.items():
            self._write(root / "bin" / name, script)
        self._write(root / "opt/mia-companion/bin/mia-companion", _STOOD_IN["mia-companion"])
        for folder in ("deploy", "requirements"):
            (root / "home" / folder).symlink_to(ROOT / folder)

    def give(self, block: Block) -> None:
        """Give a block's commands, in the shell of those before. Raises AssertionError when one fails."""
        lines = [self._here(line) for line in block.lines if not why_not(line)]
        if not lines:
            return
        kept = self.root / "run" / "variables"
        script = "\n".join(
            ["set -eua", f"if [ -f {kept} ]; then . {kept}; fi", *lines, f"export -p > {kept}"]
        )
        done = subprocess.run(
            ["sh", "-c", script],
            cwd=self.root / "home",
            env=self._environment(),
            input=f"{PASSWORD}\n",
            capture_output=True,
            text=True,
            check=False,
            start_new_session=True,  # without a terminal a password is read from the input
        )
        self.said = done.stdout + done.stderr
        assert done.returncode == 0, f"{block}\n{script}\n{self.said}"
        self._settle()

    def address(self, port: str = "8550") -> str:
        """Where the process is that the guide calls so."""
        return f"http://127.0.0.1:{self.ports[port]}"

    def psql(self, statement: str, name: str = "mia") -> None:
        """As an accident would."""
        command = [str(PROGRAMS / "psql"), "--dbname", name, "--command", statement]
        subprocess.run(command, env=self._environment(), check=True, capture_output=True)

    def stop(self) -> None:
        """Nothing runs any more."""
        systemctl = [str(self.root / "bin" / "systemctl"), "stop", "mia-companion.target"]
        if (self.root / "etc/systemd/system/mia-companion.target").exists():
            subprocess.run(systemctl, env=self._environment(), check=False)

    def _here(self, line: str) -> str:
        line = line.replace(" -o mia -g mia", "")
        for named, port in self.ports.items():
            line = line.replace(named, port)
        line = below(self.root, line)
        outside = re.findall(
            r"(?<![\w./:])/(?!dev/null)[\w.-]+[\w./-]*", line.replace(str(self.root), "")
        )
        assert all(str(self.root) + one in line for one in outside), line
        return line

    def _settle(self) -> None:
        """What an operator writes into the files that were installed, and where this machine lies."""
        for file in (self.root / "usr/local/bin").iterdir():
            file.write_text(below(self.root, file.read_text("utf-8")), "utf-8")
        settings = self.root / "etc/mia-companion/environment"
        if settings.exists():
            said = below(self.root, settings.read_text("utf-8"))
            socket = f"postgresql+asyncpg://mia@/mia?host={self._database.folder}"
            said = said.replace("postgresql+asyncpg:///mia?host=/run/postgresql", socket)
            said = said.replace("MIA_STOP_DELAY_SECONDS=8", "MIA_STOP_DELAY_SECONDS=1")
            settings.write_text(
                said.replace("#MIA_ARGON2_MEMORY_KIB=65536", "MIA_ARGON2_MEMORY_KIB=1024")
            )

    def _environment(self) -> dict[str, str]:
        ours = (self.root / "bin", self.root / "usr/local/bin", PROGRAMS)
        return {
            "PATH": os.pathsep.join([*map(str, ours), os.environ["PATH"]]),
            "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "src"))),
            "HOME": str(self.root / "home"),
            "ROOT": str(self.root),
            "PGHOST": str(self._database.folder),
            "PGUSER": "postgres",
        }

    def _write(self, file: Path, script: str) -> None:
        file.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        file.chmod(file.stat().st_mode | stat.S_IXUSR)
