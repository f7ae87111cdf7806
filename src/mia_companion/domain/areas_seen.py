"""How areas of life have been seen over time, by the person and by a coordinator, side by side. Pure.

Where the two differ now, neither is right: it is something to talk about.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from mia_companion.domain.areas import AREAS
from mia_companion.domain.entries import By
from mia_companion.domain.picture import Picture
from mia_companion.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class Seen:
    """How someone saw an area once. `private`: only the person reads it."""

    by: By
    level: int
    rating: str
    words: str = ""
    private: bool = False


@dataclass(frozen=True, slots=True)
class AreaSeen:
    """One area, oldest first: `own` is the participant's view, `theirs` that of coordinators."""

    area: str
    own: tuple[Seen, ...] = ()
    theirs: tuple[Seen, ...] = ()

    @property
    def now(self) -> Seen | None:
        """How the participant saw it last."""
        return self.own[-1] if self.own else None

    @property
    def before(self) -> Seen | None:
        """How the participant saw it the time before."""
        return self.own[-2] if len(self.own) > 1 else None

    @property
    def beside(self) -> Seen | None:
        """How a coordinator saw it last."""
        return self.theirs[-1] if self.theirs else None

    @property
    def differs(self) -> bool:
        """Whether both have said how it is, and not the same."""
        return (
            self.now is not None and self.beside is not None and self.now.level != self.beside.level
        )


def areas_seen(plan: Plan, participant: str) -> tuple[AreaSeen, ...]:
    """Every area that anybody has said something of, in the order of areas; later versions' last."""
    own: dict[str, list[Seen]] = {}
    theirs: dict[str, list[Seen]] = {}
    for area, seen in (*_said(plan.shared, private=False), *_said(plan.own, private=True)):
        side = own if seen.by.author == participant else theirs
        side.setdefault(area, []).append(seen)
    known = [*AREAS, *sorted((own.keys() | theirs.keys()) - set(AREAS))]
    return tuple(
        AreaSeen(area, _oldest_first(own.get(area, [])), _oldest_first(theirs.get(area, [])))
        for area in known
        if area in own or area in theirs
    )


def _said(picture: Picture, *, private: bool) -> Iterator[tuple[str, Seen]]:
    for rating in picture.ratings.values():
        if not rating.gone:
            for area, level in rating.levels.items():
                yield area, Seen(rating.by, level, rating.id, rating.words, private)


def _oldest_first(said: list[Seen]) -> tuple[Seen, ...]:
    """By when it was said: what is private and what is shared have no order in common."""
    return tuple(sorted(said, key=lambda one: (one.by.at, one.by.entry)))
