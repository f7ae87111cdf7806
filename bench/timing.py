"""Two things timed in turns, so that whatever else the computer does befalls both alike."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

Case = Callable[[], Callable[[], object]]
"""Gets ready, untimed, and returns what to time once."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Seconds. The ratio is the median of the rounds' own ratios."""

    ours: float
    p99: float
    floor: float
    ratio: float


def in_turns(ours: Case, floor: Case, *, rounds: int, each: int) -> Compared:
    """Time both `each` times in every round, one after the other, after one round that is not counted.

    `each` is best so large that SQLite's log has been through its whole length in that first round:
    as long as the log grows, a flush takes twice as long.
    """
    kept: list[tuple[list[float], list[float]]] = []
    for _ in range(rounds + 1):
        pair: tuple[list[float], list[float]] = ([], [])
        for _ in range(each):
            pair[0].append(_seconds(ours()))
            pair[1].append(_seconds(floor()))
        kept.append(pair)
    kept.pop(0)
    return Compared(
        ours=median(median(mine) for mine, _ in kept),
        p99=quantile([one for mine, _ in kept for one in mine], 0.99),
        floor=median(median(bare) for _, bare in kept),
        ratio=median(median(mine) / median(bare) for mine, bare in kept),
    )


def quantile(values: Sequence[float], share: float) -> float:
    """The smallest value that so large a share of the values does not exceed."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, int(len(ranked) * share))]


def _seconds(run: Callable[[], object]) -> float:
    began = time.perf_counter()
    run()
    return time.perf_counter() - began
