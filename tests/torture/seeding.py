"""How faults are kept: each with the sort of life in which it must be caught.

What is broken is the real code, at the smallest place; a name that is not there any more fails the test.
"""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from tests.torture.people import PLAIN

Seed = Callable[[pytest.MonkeyPatch], None]


class Fault(NamedTuple):
    """One."""

    what: str
    style: str
    seed: Seed


class Faults(list[Fault]):
    """Some that belong together."""

    def add(self, what: str, style: str = PLAIN) -> Callable[[Seed], Seed]:
        """Put one among them."""

        def kept(seed: Seed) -> Seed:
            self.append(Fault(what, style, seed))
            return seed

        return kept
