"""How large a server has to be, for how many people: what was measured, times what is assumed.

    python -m bench.model          writes the tables of docs/load.md

Measured is what stands in the table of docs/performance.md, which `make bench` writes, and in
`resting.json`, which `python -m bench.resting` writes. All else is an assumption, and has a name.
"""

from dataclasses import replace
from pathlib import Path

from bench.carried import (
    BROWSERS,
    DEVICES,
    MACHINE_CORES,
    MACHINE_MIB,
    PASSWORD_MIB,
    PEAK,
    PHOTO_BYTES,
    PLACES,
    POSTGRES_MIB,
    PROCESS_MIB,
    SPARE,
    STAYS_SECONDS,
    YEAR,
    YEARS,
    Load,
)
from bench.measured import measured
from bench.monday import COUNTRY
from bench.morning import Rates

PAGE = Path(__file__).parent.parent / "docs" / "load.md"
BEGIN, END = "<!-- python -m bench.model writes from here -->\n", "<!-- to here -->"

ASSUMED = (
    ("entries of a participant in a year, whoever writes them", f"{YEAR}"),
    ("devices of a participant; of a coordinator one", f"{DEVICES}"),
    ("of participants' visits, in a browser; of coordinators' all", f"{BROWSERS:.0%}"),
    ("the busiest hour, beside the average of the year", f"{PEAK} times"),
    ("in it: visits a second in the country, and how long each is; coordinators who are there",
     f"{Rates().visits}, {Rates().stay_seconds:.0f} s; {Rates().there / COUNTRY.coordinators:.0%}"),
    ("coordinators who follow a participant", f"{COUNTRY.followed_by}"),
    ("photos: a second in the country in that hour, and bytes of each",
     f"{Rates().photos}, {PHOTO_BYTES:,}"),
    ("how long a browser's page that was closed stays in memory", f"{STAYS_SECONDS} s"),
    ("on PostgreSQL a request costs the program as much more as the dearest of those measured apart", "×"),
    ("of the cores reckoned, what is there", f"{SPARE:.0f} times"),
    ("passwords that are checked at once, 64 MiB each", f"{PASSWORD_MIB} MiB"),
    ("PostgreSQL's memory, whatever the size: it was not measured", f"{POSTGRES_MIB:,} MiB"),
    ("what one process may hold before there is another", f"{PROCESS_MIB:,} MiB"),
    ("a machine", f"{MACHINE_CORES} cores, {MACHINE_MIB:,} MiB"),
)  # fmt: skip


def tables() -> str:
    """What the page holds between its marks."""
    by = measured()
    loads = {name: Load(people, staff, by) for name, (people, staff) in PLACES.items()}
    each = list(loads.values())
    rows = [
        ("participants", [f"{one.participants:,}" for one in each]),
        ("coordinators", [f"{one.coordinators:,}" for one in each]),
        ("devices", [f"{one.participants * DEVICES + one.coordinators:,.0f}" for one in each]),
        ("in the busiest hour: requests a second", [f"{one.share * by.requests:.2f}" for one in each]),
        ("participants there at once", [f"{one.visiting:,}" for one in each]),
        ("coordinators there at once", [f"{one.there:,}" for one in each]),
        ("entries a year", [f"{one.entries:,}" for one in each]),
        ("the database grows a year by, photos apart", [_bytes(one.rows_bytes) for one in each]),
        ("photos a year", [_bytes(one.photo_bytes) for one in each]),
        (f"on the disk after {YEARS} years",
         [_bytes(YEARS * (one.rows_bytes + one.photo_bytes)) for one in each]),
        ("cores of the program, screens apart", [f"{one.program_cores:.3f}" for one in each]),
        ("cores of PostgreSQL", [f"{one.program_cores * by.beside:.3f}" for one in each]),
        ("memory of the program, all processes", [_mib(one.memory(one.processes)) for one in each]),
        ("of it people read for coordinators' screens",
         [_mib(one.memory(one.processes) - _unread(one)) for one in each]),
        ("processes of the program", [f"{one.processes}" for one in each]),
        ("machines", [f"{one.machines}" for one in each]),
    ]  # fmt: skip
    said = ["", "| | " + " | ".join(loads) + " |", "|---|" + "--:|" * len(loads)]
    said += [f"| {what} | " + " | ".join(cells) + " |" for what, cells in rows]
    said += ["", "**Measured**", "", "| what | how much | when |", "|---|--:|---|"]
    said += [f"| {what} | {how} | {when} |" for what, how, when in by.rows()]
    said += ["", "**Assumed**", "", "| what | how much |", "|---|--:|"]
    said += [f"| {what} | {how.replace('×', f'{by.dearer:.2f} ×')} |" for what, how in ASSUMED]
    return "\n".join((*said, "", ""))


def _unread(one: Load) -> float:
    unread = Load(one.participants, one.coordinators, replace(one.by, read_mib=0.0))
    return unread.memory(one.processes)


def _bytes(size: float) -> str:
    for unit in ("MB", "GB"):
        size /= 1000 if unit == "GB" else 1e6
        if size < 1000:
            break
    return f"{size:.1f} {unit}"


def _mib(size: float) -> str:
    return f"{size:,.0f} MiB"


def main() -> None:
    page = PAGE.read_text("utf-8")
    before, _, rest = page.partition(BEGIN)
    PAGE.write_text(before + BEGIN + tables() + END + rest.partition(END)[2], "utf-8")


if __name__ == "__main__":
    main()
