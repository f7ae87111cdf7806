"""What half-years, counts, tables and lines of results are called; a later version's word stays as it is."""

import re

from mia_companion.domain import cube as c
from mia_companion.domain import enrolments as e
from mia_companion.domain import results as r
from mia_companion.domain.periods import HALF_YEAR, parts_of
from mia_companion.i18n.words import Words, later

RESULTS = {
    e.IN_WORK: later("In work"),
    e.IN_STUDIES: later("In studies"),
    e.READY_FOR_WORK: later("Ready for work"),
    e.OTHER: later("Something else"),
    e.NOT_REACHED: later("Could not be reached"),
}
"""What came of somebody's time in the effort."""

_CELLS = {
    c.HALF: later("Under 6 months"),
    c.YEAR: later("6 months to a year"),
    c.TWO_YEARS: later("1 to 2 years"),
    c.LONGER: later("2 years or more"),
    **RESULTS,
    # Translators: how someone rated an area of life the last time, beside the first.
    r.HIGHER: later("Better than at first"),
    r.SAME: later("As at first"),
    r.LOWER: later("Harder than at first"),
    c.NOT_TWICE: later("Not rated twice"),
}

COUNTS = {
    c.STARTED: later("Have started"),
    c.FINISHED: later("Have finished"),
    c.FOLLOWED_UP: later("Were followed up"),
}

TABLES = {
    c.TIME_IN: (later("How long they took part"), later("Of those who finished.")),
    c.RESULT: (later("Result when they finished"), later("Of those who finished.")),
    c.AFTERWARDS: (later("Six months later"), later("Of those who were followed up.")),
}


def period_name(words: Words, period: str) -> str:
    """`January to June 2026`; what is no half-year, as from an address that someone wrote, stays as it is."""
    if not re.fullmatch(HALF_YEAR, period):
        return period
    year, half = parts_of(period)
    if half == 1:
        return words.t("January to June {year}", year=year)
    return words.t("July to December {year}", year=year)


def movement_about(words: Words) -> str:
    """What movement is, for those who read the tables of areas."""
    return words.t("How those who finished rated it themselves, the last time beside the first.")


def rule_in_words(words: Words) -> str:
    """Why some numbers are missing from what is published."""
    return words.t(
        "Numbers under 5 are never shown, so that nobody can be recognised. Where a number could give"
        " one away, lines are put together or left out."
    )


def cell_name(words: Words, cell: str) -> str:
    """What one line counts."""
    return words.t(_CELLS[cell]) if cell in _CELLS else cell


def cells_name(words: Words, cells: tuple[str, ...]) -> str:
    """What a line counts that is told of several together."""
    if len(cells) == 1:
        return cell_name(words, cells[0])
    # Translators: lines of a table that are counted together.
    return words.t("{lines} together", lines=words.listing(cell_name(words, one) for one in cells))
