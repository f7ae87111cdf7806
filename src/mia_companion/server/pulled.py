"""A pull on its way through the server.

Asked ─▶ Draft ─▶ Pulled
  ▲        └─ or Far: its pictures are made
  └──────────────┘
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mia_companion.server.access import Caller
from mia_companion.server.pages import FEW, Plan
from mia_companion.server.reading import Span
from mia_companion.server.tokens import Pair
from mia_companion.wire.sync import Gone, PictureAt, Pull


@dataclass(frozen=True, slots=True)
class Asked:
    """A pull, and the pictures that were made for it. None: nobody has looked yet whether it needs any."""

    said: Pair
    pull: Pull
    pictures: Mapping[str, PictureAt | None] | None = None

    def only(self, epoch: str) -> tuple[str, ...] | None:
        """The journals it asks for, None for all: after a restore everything is looked at anew."""
        return self.pull.only if self.pull.epoch == epoch else None


@dataclass(frozen=True, slots=True)
class Far:
    """Long journals that the caller has nothing of, and their heads: their pictures are to be made."""

    heads: dict[str, int]


@dataclass(frozen=True, slots=True)
class Pulled:
    """The answer's bytes, and what the pull proved: (seq, head) by journal, and the pair's first use.

    `given` is who was given something out of which journals that participants share.
    """

    answer: bytes
    account: str
    proven: dict[str, tuple[int, int]] = field(default_factory=dict)
    first_use: Pair | None = None
    given: tuple[Caller, tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer whose entries are still to be read."""

    caller: Caller
    plans: list[Plan]
    spans: list[list[Span]]
    gone: tuple[Gone, ...]
    proven: dict[str, tuple[int, int]]
    first_use: Pair | None
    more: bool
    behind: dict[str, int] | None = None
    """Heads to go back to, where the caller has read in this epoch what is not here."""

    @property
    def few(self) -> list[Span]:
        """The spans, where they are so little that they are read with those of others."""
        one = self.spans[0] if len(self.spans) == 1 else []
        return one if sum(upto - after for _, after, upto in one) <= FEW else []
