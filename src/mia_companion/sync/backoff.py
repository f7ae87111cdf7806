"""How long to wait after a failure: doubling, jittered, and never so long that a person would notice
for more than a minute that the network is back."""

from collections.abc import Callable

FIRST_SECONDS = 1.0
LONGEST_SECONDS = 45.0
LONGEST_TOLD_SECONDS = 900.0
"""No server, and nothing that passes for one, can silence a device for longer."""


class Backoff:
    """`uniform(a, b)` is the randomness, passed in."""

    def __init__(self, uniform: Callable[[float, float], float]) -> None:
        self._uniform = uniform
        self._reach = FIRST_SECONDS

    def twin(self) -> "Backoff":
        """Another one with the same randomness, from the beginning."""
        return Backoff(self._uniform)

    def reset(self) -> None:
        """It worked."""
        self._reach = FIRST_SECONDS

    def next(self, told: float | None) -> float:
        """Seconds to wait now; the server's own wish counts when it is longer."""
        wait = self._uniform(self._reach / 2, self._reach)
        self._reach = min(self._reach * 2, LONGEST_SECONDS)
        return max(wait, min(told or 0.0, LONGEST_TOLD_SECONDS))
