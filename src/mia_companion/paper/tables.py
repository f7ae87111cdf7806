"""A table as a file for other programs: CSV as Swedish Excel reads it, or XLSX. Text stays text.

Sees nothing of a person but the cells: whoever fills them goes through `domain.protection`.
"""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from mia_companion.domain.formulas import as_text

Cell = str | int | date | None

_LONGEST_CELL, _LONGEST_NAME = 32_767, 31
"""What Excel holds: characters of a cell, and of a sheet's name."""

_WIDEST = 48


@dataclass(frozen=True, slots=True)
class Table:
    """`title` is the sheet's name. Every row has as many cells as there are headings."""

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    rtl: bool = False


def as_csv(table: Table) -> bytes:
    """UTF-8 with a mark that says so, `;` between cells, days as 2026-03-02, no cell a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow([as_text(one) for one in table.headings])
    writer.writerows([_plain(cell) for cell in row] for row in table.rows)
    return out.getvalue().encode("utf-8-sig")


def _plain(cell: Cell) -> str | int:
    if isinstance(cell, int):
        return cell
    if isinstance(cell, date):
        return cell.isoformat()
    return as_text(cell or "")


def as_xlsx(table: Table, made: datetime) -> bytes:
    """A workbook with one sheet: days and numbers as such, everything else as text. `made` is aware UTC."""
    # It takes a tenth of a second to load, and most people never need it.
    from xlsxwriter import Workbook  # noqa: PLC0415

    out = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with Workbook(out, options) as book:
        book.set_properties({"title": table.title, "created": made.replace(tzinfo=None)})
        sheet = book.add_worksheet(_sheet_name(table.title))
        strong, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
        if table.rtl:
            sheet.right_to_left()
        for at, heading in enumerate(table.headings):
            sheet.write_string(0, at, heading, strong)
        for down, row in enumerate(table.rows, 1):
            for at, cell in enumerate(row):
                if isinstance(cell, int):
                    sheet.write_number(down, at, cell)
                elif isinstance(cell, date):
                    sheet.write_datetime(down, at, datetime(cell.year, cell.month, cell.day), day)  # noqa: DTZ001
                elif cell:
                    sheet.write_string(down, at, cell[:_LONGEST_CELL])
        for at, heading in enumerate(table.headings):
            cells = [str(row[at] or "") for row in table.rows]
            sheet.set_column(at, at, min(_WIDEST, 2 + max(map(len, [heading, *cells]))))
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(table.rows), len(table.headings) - 1)
    return out.getvalue()


def _sheet_name(title: str) -> str:
    """Without the signs that Excel takes for something else in a sheet's name."""
    return "".join(" " if c in "[]:*?/\\'" else c for c in title)[:_LONGEST_NAME].strip() or "1"
