"""Anna brings in a list from another system, and takes her own out for the follow-up."""

import csv
import io
import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from mia_companion.ui import places
from tests.journeys.cast import Company
from tests.journeys.person import DESKTOP, Person, person
from tests.journeys.ways import SWEDISH

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]

HIDDEN, NEW, HERE = "Zarifa Hämlig", "Göran Sjöö", "Samira Listad"
LIST = (
    "Deltagare;Start;Skyddad identitet;Språk\r\n"
    f"{HIDDEN};2026-01-15;ja;arabiska\r\n"
    f"{NEW};2026-02-01;nej;svenska\r\n"
    "SAMIRA  LISTAD;;;\r\n"
    "=cmd|' /C calc'!A0;;;\r\n"
)
CODE = r"[B-DF-HJ-NP-TV-Z][B-DF-HJ-NP-TV-Z2-9]{3}-[B-DF-HJ-NP-TV-Z2-9]{2}"


@pytest.mark.long
def test_a_list_comes_in_and_ones_own_goes_out(company: Company, tmp_path: Path) -> None:
    file = tmp_path / "lista.csv"
    file.write_bytes(LIST.encode("latin-1"))
    t = SWEDISH.t
    with company.pair(SWEDISH, HERE) as pair:
        anna = pair.anna
        anna.go(places.FILES)
        anna.sees(t("Lists in and out"))
        anna.choose_file(t("Choose a file"), file)
        anna.sees(SWEDISH.n("{count} is new.", "{count} are new.", 2))
        anna.sees(t("Somebody with this name is in your list already."))
        anna.sees(t("The name begins as a formula does, with =, +, - or @."))
        anna.clean()
        anna.tap(SWEDISH.n("Bring {count} person in", "Bring {count} people in", 2))
        anna.sees(
            SWEDISH.n(
                "{count} person has come into your list.",
                "{count} people have come into your list.",
                2,
            )
        )
        anna.clean()
        name, raw = taken_out(anna, t("For other programs (CSV)"))
        assert re.fullmatch(r"mia-\d{4}-\d\d-\d\d\.csv", name)
        rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"))
        names = {row[0]: row for row in rows[1:]}
        assert names[NEW][2] == "2026-02-01"
        assert sum(1 for one in names if re.fullmatch(CODE, one)) == 1
        assert HIDDEN not in raw.decode("utf-8-sig")
        assert [row[0] for row in rows].count(HERE) == 1
        name, raw = taken_out(anna, t("For Excel (XLSX)"))
        with ZipFile(io.BytesIO(raw)) as book:
            text = book.read("xl/sharedStrings.xml").decode()
            assert "<f>" not in book.read("xl/worksheets/sheet1.xml").decode()
        assert NEW in text
        assert HIDDEN not in text
        assert re.search(f">{CODE}<", text)
        with person(
            company.browser, company.stage.coordinator, DESKTOP, state=company.anna
        ) as again:
            again.open(places.TODAY)
            again.sees(HIDDEN)
            again.tap_row(HIDDEN)
            again.sees(t("Protected identity"))


def taken_out(anna: Person, button: str) -> tuple[str, bytes]:
    """The file that the browser downloads."""
    with anna.page.expect_download() as opened:
        anna.tap(button)
    download = opened.value
    return download.suggested_filename, Path(download.path()).read_bytes()
