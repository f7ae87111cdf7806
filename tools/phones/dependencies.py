"""What apps are made of, one library a line: requirements/phones.lock and requirements/desktops.lock.

    pyproject.toml ──its metadata, with a platform's markers──▶ every library that an app needs
        └──▶ desktops.lock  in the versions of run.lock
        └──▶ phones.lock    pure ones in those versions, each with the wheel that the index has for
                            every platform; compiled ones in the versions of phones.toml

Both are constraints, which `flet build` hands on to pip. `python -m tools.phones.dependencies` asks the
index which wheels there are; the tests only read what it wrote.
"""

import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Mapping
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.phones import PYTHON, ROOT

REQUIREMENTS = ROOT / "requirements"
PHONES, DESKTOPS, BUILT, RUN = (
    REQUIREMENTS / name for name in ("phones.lock", "desktops.lock", "phones.toml", "run.lock")
)
_COMMON = {
    "python_version": PYTHON,
    "python_full_version": f"{PYTHON}.0",
    "implementation_name": "cpython",
    "implementation_version": f"{PYTHON}.0",
    "platform_python_implementation": "CPython",
    "platform_release": "",
    "platform_version": "",
}


def _platform(name: str, system: str, machine: str, os_name: str = "posix") -> dict[str, str]:
    said = {"sys_platform": name, "platform_system": system, "platform_machine": machine}
    return {**said, "os_name": os_name}


ON_PHONES = (_platform("android", "Android", "aarch64"), _platform("ios", "iOS", "arm64"))
ON_DESKTOPS = (
    _platform("win32", "Windows", "AMD64", "nt"),
    _platform("darwin", "Darwin", "arm64"),
    _platform("linux", "Linux", "x86_64"),
)


def needed(platforms: Iterable[Mapping[str, str]]) -> dict[str, list[Requirement]]:
    """Every library that the app needs on any of them, with what is asked of its version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    found: dict[str, list[Requirement]] = {}
    for platform in platforms:
        seen: set[tuple[str, str]] = set()
        waiting = [(Requirement(one), "") for one in project["dependencies"]]
        while waiting:
            one, extra = waiting.pop()
            if one.marker and not one.marker.evaluate({**_COMMON, **platform, "extra": extra}):
                continue
            name = canonicalize_name(one.name)
            found.setdefault(name, []).append(one)
            for wanted in {"", *one.extras}:
                if (name, wanted) not in seen:
                    seen.add((name, wanted))
                    below = metadata.requires(name) or []
                    waiting += [(Requirement(text), wanted) for text in below]
    return dict(sorted(found.items()))


def locked() -> dict[str, str]:
    """The versions of run.lock, of which some are for certain Pythons only."""
    found: dict[str, str] = {}
    for line in RUN.read_text("utf-8").splitlines():
        if line[:1].isalnum():
            one = Requirement(line.removesuffix("\\"))
            if one.marker is None or any(
                one.marker.evaluate({**_COMMON, **platform}) for platform in ON_DESKTOPS
            ):
                found[canonicalize_name(one.name)] = str(one.specifier).removeprefix("==")
    return found


def built() -> dict[str, str]:
    """The versions in which compiled libraries exist for phones."""
    said = tomllib.loads(BUILT.read_text("utf-8"))
    return {name: one["version"] for name, one in said.items()}


def read(lock: Path) -> dict[str, tuple[str, str]]:
    """A written lock: by name the version, and what stands behind it."""
    lines = re.findall(r"^(\S+)==(\S+)(?:  # (.+))?$", lock.read_text("utf-8"), re.MULTILINE)
    return {name: (version, note) for name, version, note in lines}


def pure_wheel(name: str, version: str) -> str:
    """The wheel that the index has of it for every platform; empty where there is none."""
    with tempfile.TemporaryDirectory() as folder:
        asked = (
            *(sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "--quiet"),
            *("--no-deps", "--only-binary", ":all:", "--dest", folder, "--platform", "any"),
            *("--python-version", PYTHON, "--implementation", "py", "--abi", "none"),
            f"{name}=={version}",
        )
        subprocess.run(asked, check=False, capture_output=True)
        return next((one.name for one in Path(folder).iterdir()), "")


def main() -> None:
    """Write both anew."""
    versions, for_phones = locked(), built()
    lines = []
    for name in needed(ON_PHONES):
        if name in for_phones:
            lines.append(f"{name}=={for_phones[name]}  # built for phones: phones.toml")
            continue
        wheel = pure_wheel(name, versions[name])
        if not wheel:
            raise SystemExit(f"{name} {versions[name]} has no wheel for every platform")
        lines.append(f"{name}=={versions[name]}  # {wheel}")
    head = "# Written by `make phones`: what an app is made of. Constraints for `flet build`.\n"
    PHONES.write_text(head + "\n".join(lines) + "\n", "utf-8")
    lines = [f"{name}=={versions[name]}" for name in needed(ON_DESKTOPS)]
    DESKTOPS.write_text(head + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
