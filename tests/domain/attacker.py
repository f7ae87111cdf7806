"""Whoever has every publication and wants a number that is not in them. Shares no code with what hides it.

Knows that a table adds up to its count, that nobody finishes who did not start, that nobody is followed up
who did not finish, that a hidden count of starts is four at the most, and that a group is not put together
with another for nothing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

Variable = tuple[str, ...]
"""site, half-year, and a count; or those with a table and a cell."""

MOST = 60
"""No site has more people."""

NOT_TOLD = None


@dataclass
class Attacker:
    """`known` says that a sum is at most a number: +1 and -1 before each variable."""

    low: dict[Variable, int] = field(default_factory=dict)
    high: dict[Variable, int] = field(default_factory=dict)
    known: list[tuple[dict[Variable, int], int]] = field(default_factory=list)

    def unknown(self, one: Variable, most: int = MOST) -> None:
        """A number from 0 to `most`."""
        self.low[one], self.high[one] = 0, most

    def at_most(self, those: Iterable[Variable], others: Iterable[Variable], more: int = 0) -> None:
        """`those` are together at most `others` and `more`."""
        self.known.append(({**dict.fromkeys(those, 1), **dict.fromkeys(others, -1)}, more))

    def equal(self, those: Iterable[Variable], others: Iterable[Variable], more: int = 0) -> None:
        """`those` are together `others` and `more`."""
        first, second = tuple(those), tuple(others)
        self.at_most(first, second, more)
        self.at_most(second, first, -more)

    def think(self) -> bool:
        """Narrow everything as far as it goes; False when it cannot be."""
        again = True
        while again:
            again = False
            for signs, most in self.known:
                least = sum(
                    self.low[one] if sign > 0 else -self.high[one] for one, sign in signs.items()
                )
                if least > most:
                    return False
                for one, sign in signs.items():
                    room = most - least
                    if sign > 0 and self.high[one] > self.low[one] + room:
                        self.high[one], again = self.low[one] + room, True
                    elif sign < 0 and self.low[one] < self.high[one] - room:
                        self.low[one], again = self.high[one] - room, True
        return True

    def can_be(self, one: Variable, value: int) -> bool:
        """Whether every number can still be found when that one is `value`."""
        if not self.low[one] <= value <= self.high[one]:
            return False
        other = Attacker({**self.low, one: value}, {**self.high, one: value}, self.known)
        return other._finds_all()

    def _finds_all(self) -> bool:
        if not self.think():
            return False
        open_ = [one for one in self.low if self.low[one] < self.high[one]]
        if not open_:
            return True
        one = min(open_, key=lambda each: self.high[each] - self.low[each])
        return any(
            Attacker({**self.low, one: value}, {**self.high, one: value}, self.known)._finds_all()
            for value in range(self.low[one], self.high[one] + 1)
        )

    def pinned(self) -> Iterator[tuple[Variable, int]]:
        """Every number that can be one value only."""
        assert self.think()
        for one, low in self.low.items():
            if low == self.high[one]:
                yield one, low
