"""Results as they leave: what is hidden is nowhere in the file, and no words are a formula."""

from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import pytest

from mia_companion.domain.areas import AREAS
from mia_companion.domain.cube import RESULT, TABLES, Cube, Table, cells_of, divides
from mia_companion.domain.suppression import published, together
from mia_companion.i18n.words import words_for
from mia_companion.paper.pdf import made
from mia_companion.paper.results import results_on_paper
from mia_companion.paper.results_book import results_book
from mia_companion.paper.results_told import Told, all_told, exact_told, outside_told
from mia_companion.paper.results_words import period_name, rule_in_words
from tests.example_data import NOW
from tests.paper.reading import Paper

EN, AR = words_for("en"), words_for("ar")
NS = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
SITE = '=HYPERLINK("http://elsewhere.example")'


def a_cube(started: int = 21) -> Cube:
    def table(name: str) -> Table:
        cells = dict.fromkeys(cells_of(name), 0)
        if divides(name) != "followed_up":
            cells[cells_of(name)[0]] = 21
        if name == RESULT:
            cells = {"in_work": 9, "in_studies": 7, "ready_for_work": 3, "other": 2}
        return Table(name=name, cells=cells)

    tables = tuple(table(name) for name in TABLES)
    return Cube(period="2026H1", started=started, finished=21, followed_up=0, tables=tables)


def area(name: str) -> str:
    return f"area {name}"


def cells(book: bytes) -> list[list[str | float]]:
    """Every row: words as words, numbers as numbers."""
    with ZipFile(BytesIO(book)) as whole:
        shared = ElementTree.fromstring(whole.read("xl/sharedStrings.xml"))
        words = ["".join(one.itertext()) for one in shared.findall("x:si", NS)]
        sheet = ElementTree.fromstring(whole.read("xl/worksheets/sheet1.xml"))
    assert not sheet.findall(".//x:f", NS)  # a formula
    rows: list[list[str | float]] = []
    for row in sheet.findall(".//x:row", NS):
        rows.append([])
        for cell in row.findall("x:c", NS):
            value = cell.findtext("x:v", "", NS)
            rows[-1].append(words[int(value)] if cell.get("t") == "s" else float(value))
    return rows


def told(words: str = "en", started: int = 21) -> Told:
    return outside_told(published(a_cube(started), []), words_for(words), area, SITE)


def test_a_workbook_has_numbers_as_numbers_and_no_words_of_it_are_a_formula() -> None:
    exact = exact_told(a_cube(), EN, area, SITE)
    rows = cells(results_book(exact, EN, NOW, ""))
    lines = [row[:3] for row in rows]
    assert ["Result when they finished", "Ready for work", 3.0] in lines
    assert ["In all", "Were followed up", 0.0] in lines
    assert ["Six months later", "Nobody in this half-year."] in lines
    assert any(str(cell).startswith("=HYPERLINK") for row in rows for cell in row)


def test_what_is_hidden_is_nowhere_in_what_is_handed_out() -> None:
    rows = cells(results_book(told(), EN, NOW, rule_in_words(EN)))
    numbers = [cell for row in rows for cell in row if isinstance(cell, float)]
    assert numbers == [21.0, 21.0, 9.0, 7.0, 5.0]
    assert ["In all", "Were followed up", "Not shown"] in rows
    sheet = results_on_paper(told(), published=True, words=EN, now=NOW, zone=ZoneInfo("UTC"))
    text = Paper(made(sheet, NOW)).text
    assert "Ready for work and Something else together: 5" in text
    assert "Numbers under 5 are never shown" in text
    assert ": 3" not in text
    assert ": 2" not in text.replace(": 21", "")


def test_the_exact_paper_says_for_whom_it_is() -> None:
    exact = exact_told(a_cube(), EN, area, "MIA Väst")
    sheet = results_on_paper(exact, published=False, words=EN, now=NOW, zone=ZoneInfo("UTC"))
    text = Paper(made(sheet, NOW)).text
    assert "Ready for work: 3" in text
    assert "It is for those who work here and for nobody else." in text
    for one in AREAS:
        assert f"area {one}" in text


def test_sums_say_of_how_many_sites_they_are() -> None:
    fine, silent = published(a_cube(), []), published(a_cube(3), [])
    found = all_told(together([fine, silent]), EN, area)
    assert found.about == "2 sites together, as published."
    assert [line.note for line in found.counts] == [
        "From 1 of 2 sites.", "From 1 of 2 sites.", ""
    ]  # fmt: skip
    assert {part.note for part in found.parts} == {"Not shown.", "From 1 of 2 sites."}


@pytest.mark.parametrize("language", ["sv", "ar"])
def test_paper_and_workbook_are_made_in_every_language(language: str) -> None:
    words = words_for(language)
    sheet = results_on_paper(
        told(language), published=True, words=words, now=NOW, zone=ZoneInfo("UTC")
    )
    assert f"/Lang ({language})" in Paper(made(sheet, NOW)).catalog
    assert cells(results_book(told(language), words, NOW, ""))


def test_what_is_no_half_year_is_shown_as_it_is() -> None:
    assert period_name(EN, "nonsense") == "nonsense"
    assert period_name(EN, "2026H2") == "July to December 2026"
