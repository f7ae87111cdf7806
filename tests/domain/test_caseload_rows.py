"""Every line of a list says what would become of it before anything does."""

from collections.abc import Sequence
from datetime import date

import pytest

from mia_companion.domain import caseload_rows as rows
from mia_companion.domain.caseload_file import read_list
from mia_companion.domain.caseload_rows import Known, Row, preview

TODAY = date(2026, 3, 2)
LANGUAGES = {"svenska": "sv", "sv": "sv", "arabiska": "ar"}


def seen(text: str, here: Sequence[Known] = ()) -> tuple[Row, ...]:
    return preview(read_list(text.encode()), here, LANGUAGES, TODAY)


def test_a_new_person_is_read_whole() -> None:
    (row,) = seen("namn;språk;start;skyddad\n  Åsa   Öberg ;Arabiska;15.1.2026;JA\n")
    assert row == Row(2, "Åsa Öberg", "ar", date(2026, 1, 15), True)


@pytest.mark.parametrize(
    ("name", "start", "here", "state", "namesake"),
    [
        ("asa oberg", "", ("Åsa Öberg", None), rows.HERE, False),
        ("ÅSA ÖBERG", "2026-01-15", ("Åsa  Öberg", date(2026, 1, 15)), rows.HERE, False),
        ("Åsa Öberg", "2026-01-15", ("Åsa Öberg", None), rows.HERE, False),
        ("Åsa Öberg", "", ("Åsa Öberg", date(2026, 1, 15)), rows.HERE, False),
        ("Åsa Öberg", "2026-01-15", ("Åsa Öberg", date(2024, 1, 1)), rows.NEW, True),
        ("Åsa Öberg", "2026-01-15", ("Åsa Ek", date(2026, 1, 15)), rows.NEW, False),
    ],
)
def test_who_is_here_already_is_found_by_name_and_start(
    name: str, start: str, here: Known, state: str, namesake: bool
) -> None:
    (row,) = seen(f"namn;start\n{name};{start}\n", [here])
    assert (row.state, row.namesake) == (state, namesake)


def test_twice_in_the_file_counts_from_the_second_and_never_for_a_wrong_line() -> None:
    found = seen("namn;start\nBo;igår\nBo;2026-01-01\nbo;2026-01-01\nBO;2026-02-01\n")
    assert [one.state for one in found] == [rows.WRONG, rows.NEW, rows.TWICE, rows.NEW]
    assert [one.namesake for one in found] == [False, False, False, True]


@pytest.mark.parametrize(
    "said",
    [
        "2026-01-05", "2026-1-5", "20260105", "2026/01/05", "2026.1.5", "5.1.2026", "05/01/2026",
        "5-1-2026", "5/1 2026", "2026-01-05 00:00:00", "2026-01-05T00:00",
    ],
)  # fmt: skip
def test_days_are_read_as_people_here_write_them(said: str) -> None:
    (row,) = seen(f"namn;start\nBo;{said}\n")
    assert (row.start, row.state) == (date(2026, 1, 5), rows.NEW)


@pytest.mark.parametrize(
    ("line", "column", "why"),
    [
        (";;;ja", "name", rows.NO_NAME),
        ("***;;;", "name", rows.NO_NAME),
        ("x" * 201, "name", rows.LONG_NAME),
        ("=cmd|' /C calc'!A0;;;", "name", rows.FORMULA),
        (" @SUM(A1);;;", "name", rows.FORMULA),
        ("＝1＋1;;;", "name", rows.FORMULA),
        ("Bo;klingon;;", "language", rows.NO_LANGUAGE),
        ("Bo;;01/25/2026;", "start", rows.NO_DAY),
        ("Bo;;2026-02-30;", "start", rows.NO_DAY),
        ("Bo;;26-01-05;", "start", rows.NO_DAY),
        ("Bo;;=NU();", "start", rows.NO_DAY),
        ("Bo;;٢٠٢٦-٠١-٠٥;", "start", rows.NO_DAY),
        ("Bo;;1926-01-05;", "start", rows.FAR_DAY),
        ("Bo;;2062-01-05;", "start", rows.FAR_DAY),
        ("Bo;;;kanske", "protected", rows.NEITHER),
        ("Ek;;;;Bo", "", rows.LONG_LINE),
    ],
)
def test_what_is_wrong_names_the_column_and_why(line: str, column: str, why: str) -> None:
    (row,) = seen(f"namn;språk;start;skyddad\n{line}\n")
    assert row.state == rows.WRONG
    assert row.wrong == ((column, why),)


def test_a_line_tells_everything_that_is_wrong_at_once() -> None:
    (row,) = seen("namn;språk;start;skyddad\n=1;x;y;z\n")
    assert [column for column, _ in row.wrong] == ["name", "language", "start", "protected"]
