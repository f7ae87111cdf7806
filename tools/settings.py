"""`docs/settings.md`, the table of every variable: `python -m tools.settings write`, or `check`."""

import sys
from collections.abc import Iterator
from pathlib import Path

from mia_companion.environment.variable import Variable
from mia_companion.environment.variables import GROUPS

FILE = Path(__file__).parents[1] / "docs" / "settings.md"

_HEAD = """# Settings

Every variable of the environment that the program reads, and there are no others. This page is made from
`src/mia_companion/environment/variables.py` by `python -m tools.settings write`.

What is empty counts as not set. A value that cannot be meant ends the start with a sentence that names the
variable and what it may be, never the value, and with the exit code 78. A name that nothing reads is not
noticed at a start: `mia-companion admin doctor` tells of it, and what may have been meant.

Besides these, the web server reads `FORWARDED_ALLOW_IPS`, the addresses of proxies that are believed; only
this computer, where it is not set ([operating](operating.md)).
"""


def page() -> str:
    """The whole page."""
    return "\n".join([_HEAD, *(line for group in GROUPS for line in _section(*group))])


def _section(heading: str, about: str, variables: tuple[Variable, ...]) -> Iterator[str]:
    yield f"## {heading}\n\n{about}\n"
    yield "| variable | default | what it is | may be |\n|---|---|---|---|"
    for one in variables:
        default = one.told or (f"`{one.default}`" if one.default else "none")
        may_be = one.may_be or "text"
        yield f"| `{one.name}` | {default} | {one.meaning} | {may_be} |"
    yield ""


if __name__ == "__main__":
    if sys.argv[1:] == ["write"]:
        FILE.write_text(page(), "utf-8")
    elif not FILE.exists() or FILE.read_text("utf-8") != page():
        sys.exit("docs/settings.md is not as the table is: python -m tools.settings write")
