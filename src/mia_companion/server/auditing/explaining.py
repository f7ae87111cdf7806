"""What befell lines whose own MAC does not hold under the number that they have."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

What = Literal[
    "changed", "removed", "inserted", "reordered", "truncated", "anchor-missing", "anchor-changed"
]

_LONGEST = 64
"""So many lines may have changed places with each other in a circle, to be told as that."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What befell the lines `first` to `last`, by the numbers that they should have."""

    what: What
    first: int = 0
    last: int = 0


def as_put_in(one: Finding, anchored: int) -> Finding:
    """Where nothing was ever written there is nothing to change."""
    return replace(one, what="inserted") if one.what == "changed" and one.first > anchored else one


def told(wrong: dict[int, int | None], newest: int) -> Iterator[Finding]:
    """What explains each run of lines that are not what their numbers say."""
    wrong = {n: None if _is_copy(n, wrong, newest) else there for n, there in wrong.items()}
    circled = {n for n in wrong if _is_in_circle(n, wrong)}
    for run in _runs(sorted(circled)):
        yield Finding("reordered", run[0], run[-1])
    for run in _runs(sorted(set(wrong) - circled)):
        yield from _explained(run, wrong)


def _is_in_circle(number: int, wrong: dict[int, int | None]) -> bool:
    """Whether the line's place is taken by one whose place is taken by one … whose place it takes."""
    at, left = wrong[number], _LONGEST
    while at is not None and at != number and left:
        at, left = wrong.get(at), left - 1
    return at == number


def _is_copy(number: int, wrong: dict[int, int | None], newest: int) -> bool:
    """Whether the line stands somewhere else too, and there among its own."""
    there = wrong[number]
    if there is None or (there not in wrong and there <= newest):
        return there is not None
    beside = wrong.get(number + 1) or wrong.get(number - 1, 0)
    step = 1 if wrong.get(number + 1) else -1
    alone = beside is None or beside - there != step
    return alone and list(wrong.values()).count(there) > 1


def _explained(run: list[int], wrong: dict[int, int | None]) -> Iterator[Finding]:
    shift, unknown = 0, []
    for number in run:
        there = wrong[number]
        if there is None:
            unknown.append(number)
            continue
        more = there - number - shift
        if more < 0:  # so many before it were put in
            put_in, unknown = unknown[more:], unknown[:more]
            if put_in:
                yield Finding("inserted", put_in[0], put_in[-1])
        elif more > 0:
            yield Finding("removed", there - more, there - 1)
        shift += more
    for number in unknown:
        yield Finding("changed", number, number)


def _runs(numbers: Iterable[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for one in numbers:
        if run and one != run[-1] + 1:
            yield run
            run = []
        run.append(one)
    if run:
        yield run
