"""Results as a workbook: numbers are numbers, and what is not told is words."""

from collections.abc import Iterator
from datetime import datetime

from mia_companion.i18n.words import Words
from mia_companion.paper.results_told import Told
from mia_companion.paper.tables import Cell, Table, as_xlsx


def results_book(told: Told, words: Words, now: datetime, note: str) -> bytes:
    """One sheet: a line for each number with its table beside it; the first says what it all is."""
    t = words.t
    table = Table(
        title=t("Results"),
        headings=(t("Table"), t("Line"), t("Number of people"), t("Remark")),
        rows=[(told.title, told.about, None, note), *_rows(told, words)],
        rtl=words.rtl,
    )
    return as_xlsx(table, now)


def _rows(told: Told, words: Words) -> Iterator[tuple[Cell, ...]]:
    for line in told.counts:
        remark = line.said if line.count is None else line.note
        yield words.t("In all"), line.label, line.count, remark
    moved = {one.name for one in told.movement}
    for part in told.tables:
        title = part.title
        if part.name in moved:
            title = words.t("Movement: {area}", area=part.title)
        for line in part.lines:
            yield title, line.label, line.count, part.note
        if not part.lines:
            yield title, "", None, part.note
