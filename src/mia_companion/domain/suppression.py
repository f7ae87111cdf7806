"""What of a cube may be told outside: no number under five, and nothing that gives one away. Pure.

A table is told on the finest of its fixed levels on which every group is five or more. Since a level
differs from the one before in two groups put together, whoever sees it knows of those two only that one
of them was under five, and not which: each can still be 0, 1, 2, 3 or 4, also for who knows this rule.
The reasoning, and what it cannot hold, are in decision 11.
"""

from collections.abc import Sequence

from pydantic import Field

from mia_companion.domain.cube import (
    FINISHED,
    FOLLOWED_UP,
    STARTED,
    TABLES,
    TIME_IN,
    Cube,
    divides,
    levels_of,
)
from mia_companion.domain.entries import Frozen

LEAST = 5
"""The smallest number that is told."""


class ToldGroup(Frozen):
    """How many there are of some cells of a table together."""

    cells: tuple[str, ...]
    count: int = Field(ge=LEAST)


class ToldTable(Frozen):
    """A table as it is told; without groups when it is not told at all."""

    name: str
    groups: tuple[ToldGroup, ...] = ()


class Published(Frozen):
    """A half-year as it is told outside the site; None is not told. Made once, and never again."""

    period: str
    started: int | None = None
    finished: int | None = None
    followed_up: int | None = None
    tables: tuple[ToldTable, ...]

    def table(self, name: str) -> ToldTable:
        """The table of that name; one that is not told when a later version's is asked for."""
        return {one.name: one for one in self.tables}.get(name, ToldTable(name=name))

    def count(self, measure: str) -> int | None:
        """What is told of STARTED, FINISHED or FOLLOWED_UP."""
        told: int | None = getattr(self, measure)
        return told


def published(cube: Cube, earlier: Sequence[Published]) -> Published:
    """What may be told of the cube beside all that the same site told of earlier half-years.

    Raises ValueError when one of those is not earlier: told afterwards, a half-year could give away what
    a later one hides.
    """
    if any(one.period >= cube.period for one in earlier):
        raise ValueError("a later half-year has been published")
    started = cube.started if cube.started >= LEAST else None
    starts = [*(one.started for one in earlier), started]
    finished = _after(cube.finished, starts, [one.finished for one in earlier])
    finishes = [*(one.finished for one in earlier), finished]
    followed_up = _after(cube.followed_up, finishes, [one.followed_up for one in earlier])
    told = {STARTED: started, FINISHED: finished, FOLLOWED_UP: followed_up}

    def table(name: str) -> ToldTable:
        # How long people were in says when they started: with a count of starts hidden, it tells of it.
        hidden = told[divides(name)] is None or (name == TIME_IN and None in starts)
        return ToldTable(name=name) if hidden else _finest(name, cube.table(name).cells)

    return Published(
        period=cube.period,
        started=started,
        finished=finished,
        followed_up=followed_up,
        tables=tuple(table(name) for name in TABLES),
    )


def _after(count: int, first: Sequence[int | None], same: Sequence[int | None]) -> int | None:
    """A count of people each of whom was counted before in `first`: nobody finishes who did not start.

    What is hidden there must be able to be 0 beside what is told here, and what is hidden of the `same`
    earlier must be able to be 4.
    """
    if count < LEAST:
        return None
    room = _told(first) - _told(same) - count
    needed = LEAST - 1 if None in same else 0
    bounded = None in first or None in same
    return count if room >= needed or not bounded or _older(first, same) else None


def _older(first: Sequence[int | None], same: Sequence[int | None]) -> bool:
    """Whether more was told here than there while nothing was hidden there: then unknown many were counted
    there before anything was published, and nothing can be bounded by them."""
    upto = range(1, len(same) + 1)
    return any(None not in first[:n] and _told(first[:n]) < _told(same[:n]) for n in upto)


def _told(counts: Sequence[int | None]) -> int:
    return sum(one or 0 for one in counts)


def _finest(name: str, cells: dict[str, int]) -> ToldTable:
    for level in levels_of(name):
        counts = [sum(cells[cell] for cell in group) for group in level]
        if min(counts) >= LEAST:
            return ToldTable(
                name=name,
                groups=tuple(
                    ToldGroup(cells=group, count=count)
                    for group, count in zip(level, counts, strict=True)
                ),
            )
    return ToldTable(name=name)


class Together(Frozen):
    """All sites' publications of a half-year added up, from what they tell and from nothing else."""

    told: Published
    sites: int
    """How many published it."""
    by: dict[str, int]
    """How many of them tell each count and each table: the others are not in the sums."""


def together(publications: Sequence[Published]) -> Together:
    """The sums of one half-year. Whoever has the publications could add them up as well: it tells no more.

    A table is told on the coarsest level on which any of them tells it. Raises ValueError for none.
    """
    if not publications:
        raise ValueError("nothing to add up")
    by: dict[str, int] = {}

    def counts(measure: str) -> int | None:
        told = [n for one in publications if (n := one.count(measure)) is not None]
        by[measure] = len(told)
        return sum(told) if told else None

    def table(name: str) -> ToldTable:
        told = [found.groups for one in publications if (found := one.table(name)).groups]
        by[name] = len(told)
        if not told:
            return ToldTable(name=name)
        coarsest = min(told, key=len)
        groups = tuple(
            ToldGroup(cells=group.cells, count=_inside(set(group.cells), told))
            for group in coarsest
        )
        return ToldTable(name=name, groups=groups)

    added = Published(
        period=publications[0].period,
        started=counts(STARTED),
        finished=counts(FINISHED),
        followed_up=counts(FOLLOWED_UP),
        tables=tuple(table(name) for name in TABLES),
    )
    return Together(told=added, sites=len(publications), by=by)


def _inside(cells: set[str], told: Sequence[tuple[ToldGroup, ...]]) -> int:
    return sum(group.count for groups in told for group in groups if cells.issuperset(group.cells))
