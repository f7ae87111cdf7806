"""A journal that goes on, and what of it is settled."""

from collections.abc import Iterable
from datetime import datetime

from mia_companion.domain import messages as m
from mia_companion.domain.facts import Fact
from mia_companion.domain.fold import fold
from mia_companion.domain.picture import EMPTY
from mia_companion.domain.plan import Plan
from mia_companion.domain.shelving import Patience, settled, shelve
from tests.example_data import DESKTOP, NOW, PARTICIPANT, PHONE, confirmed, entry

AT_ONCE = Patience(quiet=0, newest=1)


class Told:
    """A journal that goes on; the n-th entry is `entry-000n`."""

    def __init__(self) -> None:
        self.picture = EMPTY

    def tell(self, *facts: Fact, by: str = PARTICIPANT, at: datetime = NOW) -> "Told":
        """Said at `at`, and received then."""
        for fact in facts:
            seq = self.picture.seq + 1
            device = PHONE if by == PARTICIPANT else DESKTOP
            said = entry(fact, f"entry-{seq:04}", author=by, device=device, at=at, based_on=seq - 1)
            self.picture = fold(self.picture, [confirmed(said, seq)])
        return self

    def shelve(self, patience: Patience = AT_ONCE) -> "Told":
        """What is settled goes on the shelf."""
        self.picture = shelve(self.picture, patience)
        return self

    @property
    def plan(self) -> Plan:
        return Plan(shared=self.picture)

    def settles(self, name: str) -> frozenset[str]:
        return settled(self.picture, AT_ONCE)[name]


def quiet(count: int) -> Iterable[Fact]:
    return [m.ThreadReadUpTo(seq=0)] * count
