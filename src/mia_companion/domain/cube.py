"""The fixed cube of a half-year: three counts, and tables that each divide one of them. Pure.

    started
    finished ──┬─ time in           followed up ──── how it is then
               ├─ result
               └─ movement, a table an area

There are no other tables and no filters, so there is nothing to ask the numbers twice about.
"""

from collections.abc import Iterable

from pydantic import Field

from mia_companion.domain.areas import AREAS
from mia_companion.domain.enrolments import (
    IN_STUDIES,
    IN_WORK,
    NOT_REACHED,
    OTHER,
    READY_FOR_WORK,
    RESULTS,
)
from mia_companion.domain.entries import Frozen
from mia_companion.domain.results import HIGHER, LOWER, SAME, Case

STARTED, FINISHED, FOLLOWED_UP = "started", "finished", "followed_up"
TIME_IN, RESULT, AFTERWARDS, MOVEMENT = "time_in", "result", "afterwards", "movement/"
"""The tables; that of an area is called MOVEMENT and the area."""

HALF, YEAR, TWO_YEARS, LONGER = "under_6", "6_to_12", "12_to_24", "24_and_more"
"""Months in: under 6, from 6 and under 12, from 12 and under 24, 24 and more."""
NOT_TWICE = "not_twice"
"""Beside the directions: that area was not rated twice."""

Group = tuple[str, ...]
Level = tuple[Group, ...]

_TIME: tuple[Level, ...] = (
    ((HALF,), (YEAR,), (TWO_YEARS,), (LONGER,)),
    ((HALF, YEAR), (TWO_YEARS,), (LONGER,)),
    ((HALF, YEAR), (TWO_YEARS, LONGER)),
)
_RESULT: tuple[Level, ...] = (
    ((IN_WORK,), (IN_STUDIES,), (READY_FOR_WORK,), (OTHER,)),
    ((IN_WORK,), (IN_STUDIES,), (READY_FOR_WORK, OTHER)),
    ((IN_WORK, IN_STUDIES), (READY_FOR_WORK, OTHER)),
)
_AFTERWARDS: tuple[Level, ...] = (
    ((IN_WORK,), (IN_STUDIES,), (READY_FOR_WORK,), (OTHER,), (NOT_REACHED,)),
    ((IN_WORK,), (IN_STUDIES,), (READY_FOR_WORK, OTHER), (NOT_REACHED,)),
    ((IN_WORK, IN_STUDIES), (READY_FOR_WORK, OTHER), (NOT_REACHED,)),
    ((IN_WORK, IN_STUDIES), (READY_FOR_WORK, OTHER, NOT_REACHED)),
)
_MOVEMENT: tuple[Level, ...] = (
    ((HIGHER,), (SAME,), (LOWER,), (NOT_TWICE,)),
    ((HIGHER,), (SAME, LOWER), (NOT_TWICE,)),
    ((HIGHER,), (SAME, LOWER, NOT_TWICE)),
)

TABLES = (TIME_IN, RESULT, AFTERWARDS, *(MOVEMENT + area for area in AREAS))
"""All of them, in the order in which they are read."""


def levels_of(table: str) -> tuple[Level, ...]:
    """The ways to tell a table, the finest first. Each but the first puts two groups of the one before
    together and changes nothing else: what is hidden by it rests on that (decision 11)."""
    known = {TIME_IN: _TIME, RESULT: _RESULT, AFTERWARDS: _AFTERWARDS}
    return known.get(table, _MOVEMENT)


def cells_of(table: str) -> tuple[str, ...]:
    """What a table divides its count into."""
    return tuple(cell for (cell,) in levels_of(table)[0])


def divides(table: str) -> str:
    """The count that a table divides."""
    return FOLLOWED_UP if table == AFTERWARDS else FINISHED


class Table(Frozen):
    """How many there are of each; together they are the count that the table divides."""

    name: str
    cells: dict[str, int]


class Cube(Frozen):
    """The exact numbers of a site's half-year. They stay with those who work there."""

    period: str
    started: int = Field(ge=0)
    finished: int = Field(ge=0)
    followed_up: int = Field(ge=0)
    tables: tuple[Table, ...]

    def table(self, name: str) -> Table:
        """The table of that name. Raises KeyError."""
        return {one.name: one for one in self.tables}[name]


def counted(cases: Iterable[Case], period: str) -> Cube:
    """The cube of a half-year."""
    known = list(cases)
    finished = [one for one in known if one.finished == period]
    after = [one for one in known if one.followed_up == period]
    told: dict[str, list[str]] = {
        TIME_IN: [_band(one.months) for one in finished],
        RESULT: [one.result if one.result in RESULTS else OTHER for one in finished],
        AFTERWARDS: [
            one.afterwards if one.afterwards in cells_of(AFTERWARDS) else OTHER for one in after
        ],
    }
    for area in AREAS:
        told[MOVEMENT + area] = [one.moved.get(area, NOT_TWICE) for one in finished]
    return Cube(
        period=period,
        started=sum(one.started == period for one in known),
        finished=len(finished),
        followed_up=len(after),
        tables=tuple(
            Table(name=name, cells={cell: told[name].count(cell) for cell in cells_of(name)})
            for name in TABLES
        ),
    )


def _band(months: int) -> str:
    for below, band in ((6, HALF), (12, YEAR), (24, TWO_YEARS)):
        if months < below:
            return band
    return LONGER
