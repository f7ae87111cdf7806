"""What was measured, read from where it was written: `docs/performance.md`, and `resting.json`."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PERFORMANCE = Path(__file__).parent.parent / "docs" / "performance.md"
RESTING = Path(__file__).with_name("resting.json")


@dataclass(frozen=True)
class Measured:
    """What the model rests on."""

    date: str
    requests: float
    """A second, on the country's Monday morning."""
    core: float
    """Of a core, for that, on SQLite."""
    entry_bytes: int
    dearer: float
    """A request on PostgreSQL, beside one on SQLite: the program's own core time."""
    beside: float
    """PostgreSQL's own core time, beside the program's."""
    line_kib: float
    session_kib: float
    caseload_mib: float
    resting_date: str
    resting_mib: float
    read_mib: float

    def rows(self) -> Iterator[tuple[str, str, str]]:
        """Each with its date, as the page shows it."""
        then, now = self.date, self.resting_date
        yield "requests a second on the country's Monday morning", f"{self.requests:.0f}", then
        yield "of a core for them, backend alone, SQLite", f"{self.core:.0%}", then
        yield "an entry on the disk, PostgreSQL", f"{self.entry_bytes:,} B", then
        yield (
            "a request on PostgreSQL, beside one on SQLite, at the dearest",
            f"{self.dearer:.2f} ×",
            then,
        )
        yield (
            "PostgreSQL's own core time beside the program's, at the dearest",
            f"{self.beside:.2f} ×",
            then,
        )
        yield "a coordinator's live line", f"{self.line_kib} KiB", then
        yield "a participant's browser, in the web process", f"{self.session_kib:.0f} KiB", then
        yield "a coordinator's further browser, caseload of 60", f"{self.caseload_mib} MiB", then
        yield (
            "a process, backend and web app, that nobody has come to",
            f"{self.resting_mib:.0f} MiB",
            now,
        )
        yield (
            "each person read, with a year's entries, in a process where a coordinator of theirs is, at most",
            f"{self.read_mib} MiB", now,
        )  # fmt: skip


def measured() -> Measured:
    """Read from where it was written. Raises ValueError when a row is not there."""
    said = PERFORMANCE.read_text("utf-8")
    date = re.search(r"make bench writes from here -->\s+Measured (\S+) on", said)
    resting = json.loads(RESTING.read_text("utf-8"))
    row = re.search(r"SQLite: p95 at (\d+) requests/s", said)
    if not date or not row:
        raise ValueError("docs/performance.md does not say when, or how many requests")
    dearer, beside = _engines(said)
    return Measured(
        date=date[1],
        requests=float(row[1]),
        core=float(_cell(said, "Monday morning, SQLite: the server's core").rstrip("%")) / 100,
        entry_bytes=int(_cell(said, "Bytes on the disk for an entry, PostgreSQL").split()[0]),
        dearer=dearer,
        beside=beside,
        line_kib=_amount(
            said, "Memory of a coordinator's live line, 500 beside each other, PostgreSQL"
        ),
        session_kib=_amount(said, "Memory of a web session, 30 beside each other"),
        caseload_mib=_amount(
            said, "Memory of a further session with that caseload, 8 beside each other"
        ),
        resting_date=resting["date"],
        resting_mib=resting["resting_mib"]["PostgreSQL"],
        read_mib=resting["person_read_mib"],
    )


def _cell(said: str, what: str) -> str:
    found = re.search(rf"^\| {re.escape(what)} +\| *([^|]*?) *\|", said, re.M)
    if not found:
        raise ValueError(f"docs/performance.md has no row {what!r}")
    return found[1]


def _amount(said: str, what: str) -> float:
    return float(_cell(said, what).split()[0])


def _engines(said: str) -> tuple[float, float]:
    alone = {
        m[1]: _seconds(m[2])
        for m in re.finditer(r"^\| (Core time of .*), SQLite +\| *(\S+ \S+)", said, re.M)
    }
    pattern = r"^\| (Core time of .*), and (\S+ \S+) of PostgreSQL's, PostgreSQL +\| *(\S+ \S+)"
    both = {m[1]: (_seconds(m[3]), _seconds(m[2])) for m in re.finditer(pattern, said, re.M)}
    if not both or both.keys() - alone.keys():
        raise ValueError("docs/performance.md has not the same requests for both engines")
    return (
        max(ours / alone[what] for what, (ours, _) in both.items()),
        max(theirs / ours for ours, theirs in both.values()),
    )


def _seconds(said: str) -> float:
    number, unit = said.split()
    return float(number) * {"µs": 1e-6, "ms": 1e-3}[unit]
