"""What `systemctl` does to our units, without systemd: starts what they start, as they say, below a folder.

    python -m tests.torture.units ROOT start|stop|restart|enable|disable|daemon-reload [--now] UNIT…

`User=` and what hardens is left to systemd. A process's id lies in ROOT/run.
"""

import configparser
import os
import re
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path


def below(root: Path, said: str) -> str:
    """The same text, with every path of the machine's that we use below the root."""
    return re.sub(r"(?<![\w./])/(etc|opt|var|usr/local|run/mia)(?=[/\w-])", rf"{root}/\1", said)


class Unit:
    """One unit, as its file says."""

    def __init__(self, root: Path, name: str) -> None:
        self._root, self.name = root, name
        stem, at, rest = name.partition("@")
        file = root / "etc/systemd/system" / (f"{stem}@.{rest.rpartition('.')[2]}" if at else name)
        if not file.exists():
            raise SystemExit(f"Unit {name} not found.")
        self._instance = rest.rpartition(".")[0]
        self._said = configparser.RawConfigParser(strict=False, comment_prefixes="#")
        self._said.optionxform = str  # type: ignore[assignment,method-assign]
        self._said.read_string(below(root, file.read_text("utf-8")))
        self._pid = root / "run" / name

    def start(self) -> None:
        """As far as it has anything to start; back when that is ready, or done."""
        if not self._said.has_section("Service"):
            return
        service = self._said["Service"]
        for folder in service.get("StateDirectory", "").split():
            (self._root / "var/lib" / folder).mkdir(0o700, parents=True, exist_ok=True)
        command, told = self._words(service["ExecStart"]), self._environment()
        if service.get("Type") == "oneshot":
            ended = subprocess.run(command, env=told, check=False).returncode
            if ended and str(ended) not in service.get("SuccessExitStatus", "").split():
                raise SystemExit(f"Job for {self.name} failed.")
            return
        with (self._root / "run" / f"{self.name}.log").open("ab") as log:
            process = subprocess.Popen(
                command, env=told, stdout=log, stderr=log, start_new_session=True
            )
        self._pid.write_text(str(process.pid), "ascii")
        subprocess.run(self._words(service["ExecStartPost"]), env=told, check=True)

    def stop(self) -> None:
        """SIGTERM, and wait; of a target, all that are part of it."""
        for file in (self._root / "run").glob("*.service"):
            unit = Unit(self._root, file.name)
            part = unit._said.get("Unit", "PartOf", fallback="")
            if self.name in (file.name, part):
                _end(int(file.read_text("ascii")))
                file.unlink()

    def _words(self, line: str) -> list[str]:
        return shlex.split(line.replace("%i", self._instance))

    def _environment(self) -> dict[str, str]:
        file = Path(self._said["Service"]["EnvironmentFile"])
        lines = [line for line in file.read_text("utf-8").splitlines() if not line.startswith("#")]
        return {**os.environ, **dict(line.split("=", 1) for line in lines if "=" in line)}


def _end(pid: int) -> None:
    os.kill(pid, signal.SIGTERM)
    for _ in range(600):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    raise SystemExit("it does not stop")


def main(root: Path, deed: str, *said: str) -> None:
    names = [one for one in said if not one.startswith("-")]
    for unit in [Unit(root, name) for name in names]:
        if deed in ("stop", "restart") or (deed == "disable" and "--now" in said):
            unit.stop()
        if deed in ("start", "restart") or (deed == "enable" and "--now" in said):
            unit.start()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
