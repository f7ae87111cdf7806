"""Results as a workbook: numbers are numbers, what is not told is words, and no words are ever a formula."""

from datetime import datetime
from io import BytesIO

from mia_companion.i18n.words import Words
from mia_companion.paper.results_told import Told

TYPE = "xlsx"

_PLAIN = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_WIDE, _NARROW = 44, 18
"""Letters in a column."""


def results_book(told: Told, words: Words, now: datetime, note: str) -> bytes:
    """One sheet: what it is at the top, then a line for each number with its table beside it."""
    # Few ever make one, and it takes a while to load.
    import xlsxwriter  # type: ignore[import-untyped]  # noqa: PLC0415

    kept = BytesIO()
    book = xlsxwriter.Workbook(kept, _PLAIN)
    book.set_properties({"title": told.title, "created": now.replace(tzinfo=None)})
    sheet = book.add_worksheet(words.t("Results")[:31])
    bold = book.add_format({"bold": True})
    if words.rtl:
        sheet.right_to_left()
    sheet.set_column(0, 1, _WIDE)
    sheet.set_column(2, 2, _NARROW)
    sheet.set_column(3, 3, _WIDE)
    sheet.write_string(0, 0, told.title, bold)
    sheet.write_string(1, 0, told.about)
    sheet.write_string(2, 0, note)
    heads = (words.t("Table"), words.t("Line"), words.t("Number of people"), words.t("Remark"))
    for column, head in enumerate(heads):
        sheet.write_string(4, column, head, bold)
    sheet.freeze_panes(5, 0)
    row = 5
    for table, label, count, remark in _rows(told, words):
        sheet.write_string(row, 0, table)
        sheet.write_string(row, 1, label)
        if count is not None:
            sheet.write_number(row, 2, count)
        sheet.write_string(row, 3, remark)
        row += 1
    sheet.autofilter(4, 0, row - 1, len(heads) - 1)
    book.close()
    return kept.getvalue()


def _rows(told: Told, words: Words) -> list[tuple[str, str, int | None, str]]:
    rows: list[tuple[str, str, int | None, str]] = []
    for line in told.counts:
        remark = line.note if line.count is not None else line.said
        rows.append((words.t("In all"), line.label, line.count, remark))
    moved = {one.name for one in told.movement}
    for part in told.tables:
        title = part.title
        if part.name in moved:
            title = words.t("Movement: {area}", area=part.title)
        rows += [(title, line.label, line.count, part.note) for line in part.lines]
        if not part.lines:
            rows.append((title, "", None, part.note))
    return rows
