"""Build an app: `python -m tools.phones.build apk --server https://mia.example.se [what flet build takes]`.

The version is that of src/mia_companion/__init__.py, and the build number is made of it, so that both are
said in one place. An app is for one server, which it knows from the day on which it was built.
"""

import argparse
import os
import subprocess
import sys
import tomllib
from collections.abc import Sequence

from mia_companion import __version__
from mia_companion.sync.address import BUILT_FOR, checked_address
from tools.phones import PYTHON, ROOT, template

TARGETS = ("apk", "aab", "ipa", "macos", "windows", "linux")


def build_number(version: str) -> int:
    """One that grows with the version: 1.2.3 is 1002003, and Android takes up to 2100.0.0."""
    parts = [int(part) for part in version.split(".")]
    if len(parts) != 3 or not all(0 <= part < 1000 for part in parts):
        raise ValueError(f"{version} is not three numbers below 1000")
    return parts[0] * 1_000_000 + parts[1] * 1_000 + parts[2]


def left_out(separator: str = os.sep) -> list[str]:
    """What is not packaged, said again where paths are written otherwise than in pyproject.toml: the
    packager compares them letter by letter."""
    if separator == "/":
        return []
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    names = told["tool"]["flet"]["app"]["exclude"]
    return ["--exclude", *(one.replace("/", separator) for one in names)]


def command(target: str, more: Sequence[str] = ()) -> list[str]:
    """What is run."""
    return [
        *(sys.executable, "-m", "flet_cli.cli", "build", target, str(ROOT), "--yes"),
        *("--build-version", __version__, "--build-number", str(build_number(__version__))),
        *("--python-version", PYTHON),
        *left_out(),
        *more,
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Mend the template, say which server, build; what `flet build` says in the end."""
    parser = argparse.ArgumentParser(prog="python -m tools.phones.build")
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--server", required=True, help="https://…")
    said, more = parser.parse_known_args(arguments)
    (ROOT / BUILT_FOR).write_text(checked_address(said.server) + "\n", "utf-8")
    template.main()
    return subprocess.run(command(said.target, more), cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
