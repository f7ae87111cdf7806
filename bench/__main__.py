"""`python -m bench [names]`: measure, print one table, and keep it in the documentation.

Only a run of everything is kept there. `peers` is the table beside others: it is a whole by itself.
"""

import os
import platform
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from bench import (
    applying,
    caseload,
    catalogues,
    changing,
    first_sync,
    looking_back,
    monday,
    opening,
    processes,
    pushing,
    recording,
    scale,
    sessions,
    travelling,
    unit_costs,
)
from bench import bytes as sent
from bench.figures import Figure, table
from bench.peers.whole import text as beside_others

BENCHES: dict[str, Callable[[], Iterator[Figure]]] = {
    "opening": opening.figures,
    "catalogues": catalogues.figures,
    "changing": changing.figures,
    "looking_back": looking_back.figures,
    "caseload": caseload.figures,
    "recording": recording.figures,
    "applying": applying.figures,
    "first_sync": first_sync.figures,
    "pushing": pushing.figures,
    "sessions": sessions.figures,
    "bytes": sent.figures,
    "travelling": travelling.figures,
    "scale": scale.figures,
    "processes": processes.figures,
    "unit_costs": unit_costs.figures,
    "monday": monday.figures,
}
PAGE = Path(__file__).parent.parent / "docs" / "performance.md"
PEERS = "peers"
BEGIN, END = "<!-- make bench writes from here -->\n", "<!-- to here -->"
BEGIN_PEERS = "<!-- make bench writes what is beside others from here -->\n"


def main(names: list[str]) -> int:
    """Everything, or what is named. Fails only on a name that is none."""
    if unknown := set(names) - BENCHES.keys() - {PEERS}:
        there = ", ".join((*BENCHES, PEERS))
        print(f"No such figures: {', '.join(unknown)}. There are: {there}")
        return 2
    figures: list[Figure] = []
    for name in [one for one in names or BENCHES if one != PEERS]:
        print(f"{name} …", file=sys.stderr, flush=True)
        figures += BENCHES[name]()
    if figures:
        text = f"{_where()}\n\n{table(figures)}\n"
        print(text)
        if not names:
            _keep(BEGIN, text)
    if not names or PEERS in names:
        print(f"{PEERS} …", file=sys.stderr, flush=True)
        text = f"{_where()}\n\n{beside_others()}\n"
        print(text)
        _keep(BEGIN_PEERS, text)
    return 0


def _where() -> str:
    return (
        f"Measured {datetime.now(UTC):%Y-%m-%d} on {os.cpu_count()} cores ({platform.system()}, "
        f"{platform.machine()}) with Python {platform.python_version()}."
    )


def _keep(begin: str, text: str) -> None:
    page = PAGE.read_text("utf-8")
    before, _, rest = page.partition(begin)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{begin}\n{text}\n{END}{after}", "utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
