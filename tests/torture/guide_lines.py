"""The guide's commands, block by block; which of them no test gives, and why."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "guide"
RUN = ("systemd.md", "looking-after.md")
"""In this order, in one shell. `compose.md` is read alone: there are no containers here."""

NOT_RUN = {
    r"sudo apt-get install": "packages of the system",
    r"sudo python3 -m venv|sudo /opt/mia-companion/bin/pip install": (
        "the environment that the tests themselves run in, made by `make` from the same lock"
    ),
    r"git pull": "what is tested is what is here",
    r"sudo systemd-sysusers": "makes an account of the machine",
    r"sudo nginx -t|sudo systemctl reload nginx": "tests/deployed runs nginx with these files",
}
"""By what a line begins with."""


@dataclass(frozen=True)
class Block:
    """The lines of one block, and the heading above it."""

    page: str
    heading: str
    lines: tuple[str, ...]


def blocks(page: str) -> Iterator[Block]:
    """Of one page, in order."""
    heading, inside, lines = "", False, list[str]()
    for line in (GUIDE / page).read_text("utf-8").splitlines():
        if line.startswith("```"):
            if inside:
                yield Block(page, heading, tuple(lines))
            inside, lines = line == "```sh", []
        elif inside:
            lines.append(line)
        elif line.startswith("#"):
            heading = line.lstrip("# ")


def why_not(line: str) -> str:
    """Why that line is not run; empty where it is."""
    return next((why for begins, why in NOT_RUN.items() if re.match(begins, line)), "")
