"""What results know of one person: when they began, finished and were followed up, and with what. Pure.

picture ──case_of──▶ Case ──counted──▶ Cube (exact) ──published──▶ Published

A person counts once in each measure, the first time, in the half-year in which **the server first received**
that it happened: no later entry moves them to another. Days that people write say how long it took, never
when it counts. See decision 11.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from mia_companion.domain.enrolments import Enrolment, Said
from mia_companion.domain.periods import period_of
from mia_companion.domain.picture import Picture

LOWER, SAME, HIGHER = "lower", "same", "higher"
"""How an area was seen last beside how it was seen first, by the person. Not a score: a direction."""

Received = Callable[[int], datetime]
"""When the server received the entry with that `seq`."""

_STARTS, _FINISHES, _FOLLOW_UPS = "starts", "finishes", "follow_ups"
_MEASURES = (_STARTS, _FINISHES, _FOLLOW_UPS)


@dataclass(frozen=True, slots=True)
class Case:
    """One person without a name or an id. Half-years are empty for what does not count, or not yet."""

    started: str = ""
    finished: str = ""
    months: int = 0
    result: str = ""
    followed_up: str = ""
    afterwards: str = ""
    moved: Mapping[str, str] = field(default_factory=dict)
    """LOWER, SAME or HIGHER by area, of those that the person rated twice."""


def deciding(picture: Picture) -> frozenset[int]:
    """The `seq` of each entry that decides in which half-year something counts."""
    return frozenset(min(_seqs(picture, name)) for name in _MEASURES if _seqs(picture, name))


def case_of(picture: Picture, participant: str, received: Received) -> Case:
    """What a shared journal says of its participant."""
    start = _first(picture, _STARTS, lambda one: one.start)
    finish = _first(picture, _FINISHES, lambda one: one.finish if one.start else None)
    after = _first(
        picture, _FOLLOW_UPS, lambda one: one.follow_up if one.start and one.finish else None
    )

    def when(name: str) -> str:
        return period_of(received(min(_seqs(picture, name))))

    return Case(
        started=when(_STARTS) if start else "",
        finished=when(_FINISHES) if finish else "",
        months=_months(finish),
        result=finish.finish.result if finish and finish.finish else "",
        followed_up=when(_FOLLOW_UPS) if after else "",
        afterwards=after.follow_up.result if after and after.follow_up else "",
        moved=dict(_moved(picture, participant)) if finish else {},
    )


def _seqs(picture: Picture, name: str) -> list[int]:
    """Also of what was taken back: else it could be counted, taken back, and counted once more."""
    said: Iterator[Said] = (
        one for enrolment in picture.enrolments.values() for one in getattr(enrolment, name)
    )
    return [one.by.seq for one in said if one.by.seq is not None]


def _first(
    picture: Picture, name: str, standing: Callable[[Enrolment], Said | None]
) -> Enrolment | None:
    """The time in the effort that a person counts with: the first of which that stands."""
    found = [
        (min(one.by.seq or 0 for one in getattr(enrolment, name) if not one.undone), enrolment)
        for enrolment in picture.enrolments.values()
        if standing(enrolment)
    ]
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _months(enrolment: Enrolment | None) -> int:
    if enrolment is None or enrolment.start is None or enrolment.finish is None:
        return 0
    return whole_months(enrolment.start.day, enrolment.finish.day)


def whole_months(first: date, last: date) -> int:
    """Whole months from one day to another; 0 when they stand the wrong way round."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return max(0, months - (last.day < first.day))


def _moved(picture: Picture, participant: str) -> Iterator[tuple[str, str]]:
    mine = [one for one in picture.ratings.values() if one.by.author == participant]
    seen: dict[str, list[int]] = {}
    for rating in sorted(mine, key=lambda one: (one.by.at, one.by.entry)):
        if not rating.gone:
            for area, level in rating.levels.items():
                seen.setdefault(area, []).append(level)
    for area, levels in seen.items():
        if len(levels) > 1:
            first, last = levels[0], levels[-1]
            yield area, SAME if first == last else HIGHER if last > first else LOWER
