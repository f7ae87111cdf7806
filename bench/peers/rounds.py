"""Sides in turns, so that whatever else the computer does befalls all alike."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

from bench.peers.load import Client, Taken, run
from bench.peers.sides import BATCH, BEFORE, BEHIND, READERS, WRITERS, Side
from bench.timing import quantile

ROUNDS, SECONDS = 5, 1.2
_WARM, _PATIENCE = 0.5, 120.0


@dataclass(frozen=True, slots=True)
class Work:
    """Clients that go on and on; `records` travel in each of their requests."""

    what: str
    clients: Callable[[Side], Sequence[Client]]
    records: int = 1


WRITE_MANY = Work(
    f"One durable write, {WRITERS} clients", lambda side: [side.writes(n) for n in range(WRITERS)]
)
WRITE_ONE = Work("One durable write, 1 client", lambda side: [side.writes(0)])
PUSH = Work(
    f"Push of {BATCH} in one request, 1 client, in records", lambda side: [side.batches()], BATCH
)
PULL = Work(
    f"Pull, {BEHIND} behind in {BEFORE:,}, {READERS} clients",
    lambda side: [side.pulls(n) for n in range(READERS)],
)
SYNC = Work(f"First sync of {BEFORE:,}", lambda side: [side.first_sync()])


@dataclass(slots=True)
class Measured:
    """What the rounds took, one after the other."""

    rates: list[float] = field(default_factory=list)
    """Records, or requests that carry none, in a second."""
    seconds: list[float] = field(default_factory=list)
    """Of the whole of what ends by itself."""
    each: list[float] = field(default_factory=list)
    """Seconds of every request, of all rounds."""
    received: int = 0
    """Bytes on the wire in the last round, and for how many answers."""
    answers: int = 0
    busy: float = 0.0
    """The highest share of a round in which the load's core had work."""

    def add(self, taken: Taken, records: int) -> None:
        """One more round."""
        self.rates.append(len(taken.each) * records / taken.seconds)
        self.seconds.append(taken.seconds)
        self.each += taken.each
        self.received, self.answers = taken.received, len(taken.each)
        self.busy = max(self.busy, taken.busy / taken.seconds)

    @property
    def p99(self) -> float:
        """Of all requests, in seconds."""
        return quantile(self.each, 0.99)


def in_turns(sides: Mapping[str, Side], work: Work) -> dict[str, Measured]:
    """Each side in every round, after one that is not counted."""
    found = {name: Measured() for name in sides}
    for round_ in range(ROUNDS + 1):
        for name, side in sides.items():
            seconds = _PATIENCE if work is SYNC else SECONDS if round_ else _WARM
            taken = run(side.port, work.clients(side), seconds)
            if round_:
                found[name].add(taken, work.records)
    return found


def ratio(mine: Sequence[float], theirs: Sequence[float]) -> float:
    """The median of the rounds' own ratios."""
    return median(one / other for one, other in zip(mine, theirs, strict=True))
