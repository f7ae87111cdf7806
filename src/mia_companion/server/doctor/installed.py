"""What the program stands on: libraries, and the rules of time zones."""

import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from mia_companion.server.doctor.finding import Finding, broken, fine

_WANTED = re.compile(r"([A-Za-z0-9_.-]+)(?:\[[^]]*\])?\s*(==|>=)\s*([0-9.]+)\s*(?:;\s*(.*))?$")
_OURS = "mia-companion"
_INSTALL = (
    "Install this version with what its lock file names: `make run`, or see docs/operating.md."
)


def installed() -> Iterator[Finding]:
    """Both."""
    try:
        ZoneInfo("Europe/Stockholm")
    except (ZoneInfoNotFoundError, OSError):
        yield broken(
            "There are no time zones here: neither the system's nor the library's.",
            "Nothing is lost; appointments and reminders would come at wrong hours.",
            "Install tzdata.",
        )
    else:
        yield fine("Time zones are there.")
    wrong = list(unfit(requires(_OURS) or []))
    for one in wrong:
        yield broken(f"{one}.", "Nothing is lost.", _INSTALL)
    if not wrong:
        yield fine("The libraries are those that this version was made for.")


def unfit(wanted: list[str]) -> Iterator[str]:
    """What is not installed as it is wanted, of what the server needs."""
    for one in wanted:
        found = _WANTED.match(one)
        if found is None or "dev" in (found[4] or "") or "win32" in (found[4] or ""):
            continue
        name, how, least = found[1], found[2], found[3]
        try:
            there = version(name)
        except PackageNotFoundError:
            yield f"The library {name} is missing"
            continue
        fits = there == least if how == "==" else _numbers(there) >= _numbers(least)
        if not fits:
            yield f"The library {name} is {there}, and {least} is wanted"


def _numbers(said: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", said)[:4])
