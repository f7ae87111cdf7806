"""Results in words and numbers, the same on a screen, on paper and in a workbook.

Cube (exact) ─┐
Published ────┼─▶ Told: counts and tables, each line with a number or with why there is none
Together ─────┘
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from mia_companion.domain import cube as c
from mia_companion.domain import enrolments as e
from mia_companion.domain import results as r
from mia_companion.domain.areas import AREAS
from mia_companion.domain.periods import HALF_YEAR, parts_of
from mia_companion.domain.suppression import Published, Together
from mia_companion.i18n.words import Words, later

Named = Callable[[str], str]

_CELLS = {
    c.HALF: later("Under 6 months"),
    c.YEAR: later("6 months to a year"),
    c.TWO_YEARS: later("1 to 2 years"),
    c.LONGER: later("2 years or more"),
    e.IN_WORK: later("In work"),
    e.IN_STUDIES: later("In studies"),
    e.READY_FOR_WORK: later("Ready for work"),
    e.OTHER: later("Something else"),
    e.NOT_REACHED: later("Could not be reached"),
    # Translators: how someone rated an area of life the last time, beside the first.
    r.HIGHER: later("Better than at first"),
    r.SAME: later("As at first"),
    r.LOWER: later("Harder than at first"),
    c.NOT_TWICE: later("Not rated twice"),
}

_COUNTS = {
    c.STARTED: later("Have started"),
    c.FINISHED: later("Have finished"),
    c.FOLLOWED_UP: later("Were followed up"),
}

_TABLES = {
    c.TIME_IN: (later("How long they took part"), later("Of those who finished.")),
    c.RESULT: (later("Result when they finished"), later("Of those who finished.")),
    c.AFTERWARDS: (later("Six months later"), later("Of those who were followed up.")),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One number. `said` is it as it is read; `count` is None when it is not told, and `said` is then why.

    `cells` are what it counts, more than one where they are told together; `note` says of how many sites.
    """

    label: str
    count: int | None
    said: str
    cells: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A table; `note` says what is not told of it, or of how many sites it is. No lines: not told."""

    name: str
    title: str
    about: str
    lines: tuple[Line, ...]
    note: str = ""

    @property
    def whole(self) -> int:
        """All that its lines count."""
        return sum(line.count or 0 for line in self.lines)


@dataclass(frozen=True, slots=True)
class Told:
    """A half-year's results. `about` says whose they are and for whom."""

    period: str
    title: str
    about: str
    counts: tuple[Line, ...]
    parts: tuple[Part, ...]
    movement: tuple[Part, ...]

    @property
    def tables(self) -> tuple[Part, ...]:
        """All of them, those of areas last."""
        return (*self.parts, *self.movement)


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


def exact_told(cube: c.Cube, words: Words, area: Named, site: str) -> Told:
    """What those who work at the site see."""

    def part(name: str) -> Part:
        cells = cube.table(name).cells
        lines = [
            Line(_cell(words, cell), count, words.number(count), (cell,))
            for cell, count in cells.items()
        ]
        nobody = words.t("Nobody in this half-year.")
        return _part(words, area, name, lines if any(cells.values()) else [], nobody)

    counts = [_count(words, name, getattr(cube, name)) for name in _COUNTS]
    about = words.t("{site}. Exact numbers, for those who work here.", site=site)
    return _told(words, cube.period, about, counts, part)


def outside_told(told: Published, words: Words, area: Named, site: str) -> Told:
    """What everyone else is told of a site."""

    def part(name: str) -> Part:
        lines = [
            Line(_cells(words, group.cells), group.count, words.number(group.count), group.cells)
            for group in told.table(name).groups
        ]
        return _part(words, area, name, lines, words.t("Not shown."))

    counts = [_count(words, name, told.count(name)) for name in _COUNTS]
    about = words.t("{site}. As published.", site=site)
    return _told(words, told.period, about, counts, part)


def all_told(added: Together, words: Words, area: Named) -> Told:
    """All sites that have published, added up; where some hide a number, of how many it is."""
    told = outside_told(added.told, words, area, "")

    def of_some(name: str) -> str:
        some = added.by.get(name, 0)
        if some in (0, added.sites):
            return ""
        return words.n(
            "From {some} of {count} site.", "From {some} of {count} sites.", added.sites, some=some
        )

    def noted(part: Part) -> Part:
        return replace(part, note=part.note or of_some(part.name))

    return replace(
        told,
        about=words.n(
            "{count} site, as published.", "{count} sites together, as published.", added.sites
        ),
        counts=tuple(
            replace(line, note=of_some(name))
            for name, line in zip(_COUNTS, told.counts, strict=True)
        ),
        parts=tuple(noted(one) for one in told.parts),
        movement=tuple(noted(one) for one in told.movement),
    )


def rule_in_words(words: Words) -> str:
    """Why some numbers are missing from what is published."""
    return words.t(
        "Numbers under 5 are never shown, so that nobody can be recognised. Where a number could give"
        " one away, lines are put together or left out."
    )


def _told(
    words: Words, period: str, about: str, counts: Iterable[Line], part: Callable[[str], Part]
) -> Told:
    return Told(
        period=period,
        title=words.t("{period}, results", period=period_name(words, period)),
        about=about,
        counts=tuple(counts),
        parts=tuple(part(name) for name in _TABLES),
        movement=tuple(part(c.MOVEMENT + one) for one in AREAS),
    )


def _part(words: Words, area: Named, name: str, lines: list[Line], without: str) -> Part:
    """`without` is what there is to say when there are no lines."""
    title, about = _TABLES.get(name, ("", ""))
    return Part(
        name=name,
        title=words.t(title) if title else area(name.removeprefix(c.MOVEMENT)),
        about=words.t(about) if about else "",
        lines=tuple(lines),
        note="" if lines else without,
    )


def _count(words: Words, name: str, count: int | None) -> Line:
    if count is not None:
        return Line(words.t(_COUNTS[name]), count, words.number(count))
    few = words.t("Fewer than 5") if name == c.STARTED else words.t("Not shown")
    return Line(words.t(_COUNTS[name]), None, few)


def _cell(words: Words, cell: str) -> str:
    return words.t(_CELLS[cell]) if cell in _CELLS else cell


def _cells(words: Words, cells: tuple[str, ...]) -> str:
    if len(cells) == 1:
        return _cell(words, cells[0])
    # Translators: lines of a table that are counted together.
    return words.t("{lines} together", lines=words.listing(_cell(words, one) for one in cells))
