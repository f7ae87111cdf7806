"""The register of requirements: each is decided, and what is said to hold it is there."""

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "docs" / "security"

LEVELS = {"1": 70, "2": 183}
"""Requirements of ASVS 5.0.0 by level, counted in OWASP's flat JSON of it."""
CHAPTERS = (27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7)
"""Of levels 1 and 2, by chapter, counted there."""
CONTROLS = {
    "STORAGE": 2, "CRYPTO": 2, "AUTH": 3, "NETWORK": 2, "PLATFORM": 3, "CODE": 4, "RESILIENCE": 4,
    "PRIVACY": 4,
}  # fmt: skip
"""Of MASVS 2.1, by group."""
DECISIONS = ("met", "otherwise", "operator", "not applicable", "open")
TOPS = ("src", "tests", "docs", "tools", "assets", "requirements")


class Row(NamedTuple):
    """One requirement. `level` is empty for MASVS, which has none."""

    no: str
    level: str
    asks: str
    decision: str
    where: str

    @property
    def places(self) -> list[str]:
        """The tests and files that it names."""
        quoted = re.findall(r"`([^`]+)`", self.where)
        return [one for one in quoted if one.split("/")[0] in TOPS or (ROOT / one).is_file()]


def rows(page: str) -> list[Row]:
    found = []
    for line in (PAGES / page).read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not line.startswith("| ") or cells[0] == "no.":
            continue
        found.append(Row(*cells) if page == "asvs.md" else Row(cells[0], "", *cells[1:]))
    return found


ASVS, MASVS = rows("asvs.md"), rows("masvs.md")


@cache
def names_in(file: Path) -> frozenset[str]:
    tree = ast.parse(file.read_text("utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return frozenset(one.name for one in ast.walk(tree) if isinstance(one, kinds))


def is_there(place: str) -> bool:
    path, _, name = place.partition("::")
    file = ROOT / path
    return file.is_file() and (not name or (name.startswith("test_") and name in names_in(file)))


def test_every_requirement_is_there_once() -> None:
    assert Counter(row.level for row in ASVS) == LEVELS
    chapters = Counter(int(row.no.split(".")[0]) for row in ASVS)
    assert tuple(chapters[one] for one in range(1, 18)) == CHAPTERS
    assert Counter(row.no.split("-")[1] for row in MASVS) == CONTROLS
    numbers = [row.no for row in (*ASVS, *MASVS)]
    assert len(numbers) == len(set(numbers))
    assert all(re.fullmatch(r"\d+\.\d+\.\d+|MASVS-[A-Z]+-\d", one) for one in numbers)


@pytest.mark.parametrize("row", [*ASVS, *MASVS], ids=lambda row: row.no)
def test_it_is_decided_and_what_holds_it_is_there(row: Row) -> None:
    assert row.decision in DECISIONS
    assert row.asks
    assert [one for one in row.places if not is_there(one)] == []
    if row.decision in ("met", "otherwise"):
        assert row.places, "who holds it?"
    if row.decision == "operator":
        assert any(one.startswith("docs/") for one in row.places), "who tells the operator?"
    if row.decision in ("otherwise", "not applicable", "open"):
        said = re.sub(r"`[^`]+`", "", row.where)
        assert len(said) > 15 or re.match(r"As \S+", said), "why?"


def test_a_reason_that_points_to_another_finds_it() -> None:
    decided = {row.no.removeprefix("MASVS-"): row.decision for row in (*ASVS, *MASVS)}
    for row in (*ASVS, *MASVS):
        if pointed := re.match(r"As ([\w.-]+\w)", row.where):
            assert decided[pointed[1]] == row.decision, row.no


def test_nothing_is_open_at_levels_1_and_2() -> None:
    assert [row.no for row in ASVS if row.decision == "open"] == []


def test_the_page_counts_what_the_tables_say() -> None:
    said = (PAGES / "README.md").read_text("utf-8")
    for name, table in (("ASVS", ASVS), ("MASVS", MASVS)):
        counted = Counter(row.decision for row in table)
        numbers = " | ".join(str(counted[one]) for one in DECISIONS)
        assert f"| {name} | {len(table)} | {numbers} |" in said


def test_a_test_that_is_gone_would_be_found() -> None:
    assert is_there("tests/test_register.py::test_a_test_that_is_gone_would_be_found")
    assert not is_there("tests/test_register.py::test_that_is_gone")
    assert not is_there("tests/test_register.py::rows")
    assert not is_there("docs/security/nowhere.md")
