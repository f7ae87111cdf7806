"""Files for other programs: what was text stays text, days are days, and Swedish letters are right."""

import csv
import io
import re
from datetime import UTC, date, datetime
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from mia_companion.paper.tables import Cell, Table, as_csv, as_xlsx

NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)
FORMULAS = (
    "=cmd|' /C calc'!A0",
    "+46701",
    "-2",
    "@SUM(A1)",
    "\t=1",
    " =1",
    "＝1",
    "Bo;=1",
    "Bo\n=1",
)
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def table(*names: str, rtl: bool = False) -> Table:
    rows: list[list[Cell]] = [[name, date(2026, 1, 15), None, 3] for name in names]
    return Table("Deltagare [2026]", ["Namn", "Start", "Avslut", "Mål"], rows, rtl)


def sheet_of(raw: bytes) -> ElementTree.Element:
    with ZipFile(io.BytesIO(raw)) as archive:
        return ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))


def strings_of(raw: bytes) -> list[str]:
    with ZipFile(io.BytesIO(raw)) as archive:
        shared = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
    return ["".join(t.text or "" for t in si.iter(f"{_MAIN}t")) for si in shared]


def test_csv_is_what_a_swedish_excel_opens() -> None:
    raw = as_csv(table("Åsa Öberg; Ek"))
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.endswith(b"\r\n")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows == [["Namn", "Start", "Avslut", "Mål"], ["Åsa Öberg; Ek", "2026-01-15", "", "3"]]


@pytest.mark.parametrize("name", FORMULAS)
@pytest.mark.parametrize("separator", [";", ","])
def test_no_cell_of_a_csv_is_a_formula_however_it_is_cut(name: str, separator: str) -> None:
    text = as_csv(table(name)).decode("utf-8-sig")
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
        for cell in row:
            assert not re.match(r"[\s]*[=+\-@＝＋－＠]", cell.strip('"')), cell


@pytest.mark.parametrize("name", FORMULAS)
def test_no_cell_of_a_workbook_is_a_formula_and_its_words_are_untouched(name: str) -> None:
    raw = as_xlsx(table(name), NOW)
    sheet = sheet_of(raw)
    assert not list(sheet.iter(f"{_MAIN}f"))
    assert name in strings_of(raw)


def test_days_and_numbers_of_a_workbook_are_what_they_are() -> None:
    raw = as_xlsx(table("Åsa"), NOW)
    cells = {c.get("r"): c for c in sheet_of(raw).iter(f"{_MAIN}c")}
    assert {at: cell.get("t") for at, cell in cells.items() if at and at.endswith("2")} == {
        "A2": "s",
        "B2": None,
        "D2": None,
    }
    assert [v.text for at in ("B2", "D2") for v in cells[at].iter(f"{_MAIN}v")] == ["46037", "3"]
    with ZipFile(io.BytesIO(raw)) as archive:
        assert b"yyyy-mm-dd" in archive.read("xl/styles.xml")
        assert b'name="Deltagare  2026"' in archive.read("xl/workbook.xml")


def test_the_same_table_makes_the_same_workbook_and_names_nobody_who_made_it() -> None:
    raw = as_xlsx(table("Åsa"), NOW)
    assert as_xlsx(table("Åsa"), NOW) == raw
    with ZipFile(io.BytesIO(raw)) as archive:
        told = archive.read("docProps/core.xml").decode()
    assert "<dc:creator></dc:creator>" in told
    assert "2026-03-02T08:00:00Z" in told


def test_an_arabic_sheet_begins_at_the_right() -> None:
    assert [
        v.get("rightToLeft")
        for v in sheet_of(as_xlsx(table("سارة", rtl=True), NOW)).iter(f"{_MAIN}sheetView")
    ] == ["1"]


def test_an_endless_cell_and_an_empty_table_are_files_all_the_same() -> None:
    assert len(max(strings_of(as_xlsx(table("x" * 40_000), NOW)), key=len)) == 32_767
    assert as_csv(table()).decode("utf-8-sig").count("\r\n") == 1
    assert sheet_of(as_xlsx(table(), NOW)) is not None
