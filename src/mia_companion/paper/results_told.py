"""Results in words and numbers, the same on a screen, on paper and in a workbook.

Cube (exact) ─┐
Published ────┼─▶ Told: counts and tables, each line with a number or with why there is none
Together ─────┘
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from mia_companion.domain import cube as c
from mia_companion.domain.areas import AREAS
from mia_companion.domain.suppression import Published, Together
from mia_companion.i18n.words import Words
from mia_companion.paper.results_words import COUNTS, TABLES, cell_name, cells_name, period_name

Named = Callable[[str], str]


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


def exact_told(cube: c.Cube, words: Words, area: Named, site: str) -> Told:
    """What those who work at the site see."""

    def part(name: str) -> Part:
        cells = cube.table(name).cells
        lines = [
            Line(cell_name(words, cell), count, words.number(count), (cell,))
            for cell, count in cells.items()
        ]
        nobody = words.t("Nobody in this half-year.")
        return _part(words, area, name, lines if any(cells.values()) else [], nobody)

    counts = [_count(words, name, getattr(cube, name)) for name in COUNTS]
    about = words.t("{site}. Exact numbers, for those who work here.", site=site)
    return _told(words, cube.period, about, counts, part)


def outside_told(told: Published, words: Words, area: Named, site: str) -> Told:
    """What everyone else is told of a site."""

    def part(name: str) -> Part:
        lines = [
            Line(
                cells_name(words, group.cells), group.count, words.number(group.count), group.cells
            )
            for group in told.table(name).groups
        ]
        return _part(words, area, name, lines, words.t("Not shown."))

    counts = [_count(words, name, told.count(name)) for name in COUNTS]
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
            for name, line in zip(COUNTS, told.counts, strict=True)
        ),
        parts=tuple(noted(one) for one in told.parts),
        movement=tuple(noted(one) for one in told.movement),
    )


def _told(
    words: Words, period: str, about: str, counts: Iterable[Line], part: Callable[[str], Part]
) -> Told:
    return Told(
        period=period,
        title=words.t("{period}, results", period=period_name(words, period)),
        about=about,
        counts=tuple(counts),
        parts=tuple(part(name) for name in TABLES),
        movement=tuple(part(c.MOVEMENT + one) for one in AREAS),
    )


def _part(words: Words, area: Named, name: str, lines: list[Line], without: str) -> Part:
    """`without` is what there is to say when there are no lines."""
    title, about = TABLES.get(name, ("", ""))
    return Part(
        name=name,
        title=words.t(title) if title else area(name.removeprefix(c.MOVEMENT)),
        about=words.t(about) if about else "",
        lines=tuple(lines),
        note="" if lines else without,
    )


def _count(words: Words, name: str, count: int | None) -> Line:
    if count is not None:
        return Line(words.t(COUNTS[name]), count, words.number(count))
    few = words.t("Fewer than 5") if name == c.STARTED else words.t("Not shown")
    return Line(words.t(COUNTS[name]), None, few)
